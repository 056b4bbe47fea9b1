// Pictures of the window, with names that stay: the README shows some of them.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder of pictures, made when the first is taken. */
export function album(folder) {
  return {
    /** @param {import("selenium-webdriver").WebDriver} browser */
    async take(browser, name) {
      mkdirSync(folder, { recursive: true });
      const picture = Buffer.from(await browser.takeScreenshot(), "base64");
      writeFileSync(join(folder, `${name}.png`), picture);
    },
  };
}

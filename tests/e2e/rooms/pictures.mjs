// Pictures of the window, with names that stay: the README shows some of them.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Longer than any motion of the window, so that it has come to rest. */
const REST = 200;

/** A folder of pictures, made when the first is taken. */
export function album(folder) {
  return {
    /** @param {import("selenium-webdriver").WebDriver} browser */
    async take(browser, name) {
      // What is in the page is not on the screen yet: two frames later it is.
      await browser.executeAsyncScript(
        (rest, done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, rest))),
        REST,
      );
      mkdirSync(folder, { recursive: true });
      const picture = Buffer.from(await browser.takeScreenshot(), "base64");
      writeFileSync(join(folder, `${name}.png`), picture);
    },
  };
}

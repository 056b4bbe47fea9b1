// axe, the checker of accessibility, on the screen that is open.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong, in lines; none when all is well. The driver runs it beside the page's own scripts, so that the
 * page's content policy need not be loosened for it.
 *
 * @param {import("selenium-webdriver").WebDriver} browser
 * @returns {Promise<string[]>}
 */
export async function faults(browser) {
  await browser.executeScript(`if (!window.axe) { ${SOURCE} }`);
  const answer = await browser.executeAsyncScript((done) => {
    window.axe
      .run(document, { resultTypes: ["violations"] })
      .then(({ violations, passes }) => done({ violations, checked: passes.length }))
      .catch((reason) => done({ reason: String(reason) }));
  });
  if (answer.reason) throw new Error(`axe could not run: ${answer.reason}`);
  if (answer.checked === 0) throw new Error("axe checked nothing");
  return answer.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}\n    ${node.failureSummary}`));
}

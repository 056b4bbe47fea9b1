// The program's window, driven through WebDriver: WebKit's own driver starts the program as it would a browser.

import { createServer } from "node:net";
import { Builder, Capabilities } from "selenium-webdriver";
import { isAlive, tree } from "./processes.mjs";
import { start, until, within } from "./started.mjs";

/** Until the window is there. A cold start takes two seconds. */
const PATIENCE = 30_000;

/**
 * @param {{ program: string, words?: string[], folder: string, env: Record<string, string>, cwd: string }} settings
 */
export async function openWindow({ program, words = [], folder, env, cwd }) {
  const port = await freePort();
  const driver = start("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], {
    // The one variable with which Tauri lets itself be driven.
    env: { ...env, TAURI_WEBVIEW_AUTOMATION: "true" },
    log: `${folder}/program.log`,
    cwd,
  });
  const address = `http://127.0.0.1:${port}`;
  try {
    await until("WebKitWebDriver", async () => (await fetch(`${address}/status`)).ok);
    const capabilities = new Capabilities({ browserName: "wry", "webkitgtk:browserOptions": { binary: program, args: words } });
    const session = new Builder().usingServer(`${address}/`).withCapabilities(capabilities).build();
    const browser = await within(PATIENCE, session).catch((reason) => {
      throw new Error("no page; was the program built with custom-protocol? What it said is in program.log", { cause: reason });
    });
    return {
      browser,
      async close() {
        const started = tree(driver.child.pid).slice(1);
        await within(5000, browser.quit()).catch(() => {});
        await end(driver, started);
      },
    };
  } catch (reason) {
    await end(driver, driver.child.pid === undefined ? [] : tree(driver.child.pid).slice(1));
    throw reason;
  }
}

/** The driver, and whatever it started: a program that hangs must not outlive its test, nor meet the next one. */
async function end(driver, started) {
  await driver.stop();
  for (const one of started.filter(isAlive)) process.kill(one, "SIGKILL");
  await until("the program to be gone", () => !started.some(isAlive));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

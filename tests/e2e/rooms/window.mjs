// The program's window, driven through WebDriver: WebKit's own driver starts the program as it would a browser.

import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Capabilities } from "selenium-webdriver";
import { tree } from "./processes.mjs";
import { start, until } from "./started.mjs";

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
    const late = pause(PATIENCE, undefined, { ref: false }).then(() => {
      throw new Error(`no page after ${PATIENCE / 1000} s: was the program built with custom-protocol? Its words are in program.log`);
    });
    const browser = await Promise.race([new Builder().usingServer(`${address}/`).withCapabilities(capabilities).build(), late]);
    return {
      browser,
      async close() {
        await Promise.race([browser.quit().catch(() => {}), pause(5000, undefined, { ref: false })]);
        await end(driver);
      },
    };
  } catch (reason) {
    await end(driver);
    throw reason;
  }
}

/** The driver, and whatever it started: a program that hangs must not outlive its test. */
async function end(driver) {
  const started = driver.child.pid === undefined ? [] : tree(driver.child.pid).slice(1);
  await driver.stop();
  for (const one of started) {
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // It has ended already, as it should.
    }
  }
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

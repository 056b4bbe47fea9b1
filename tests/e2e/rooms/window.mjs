// The program's window, driven through WebDriver: WebKit's own driver starts the program as it would a browser.

import { createServer } from "node:net";
import { Builder, Capabilities } from "selenium-webdriver";
import { start, until } from "./started.mjs";

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
  await until("WebKitWebDriver", async () => (await fetch(`${address}/status`)).ok);
  const capabilities = new Capabilities({ browserName: "wry", "webkitgtk:browserOptions": { binary: program, args: words } });
  try {
    const browser = await new Builder().usingServer(`${address}/`).withCapabilities(capabilities).build();
    return {
      browser,
      async close() {
        await browser.quit().catch(() => {});
        await driver.stop();
      },
    };
  } catch (reason) {
    await driver.stop();
    throw reason;
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

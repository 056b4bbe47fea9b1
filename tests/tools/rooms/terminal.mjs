// A new terminal of the session, in a folder of somebody's, with the tools in its path.

import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { QUIET } from "./tools.mjs";

const PACKAGES = join(import.meta.dirname, "../node_modules");

/** Where npm puts the programs of the tools, and the Node that they run on. OpenCode's is that of this system alone. */
const FOLDERS = [join(PACKAGES, ".bin"), join(PACKAGES, "opencode-linux-x64/bin")];

/** Whether npm has put it there. */
export const isInstalled = (program) => FOLDERS.some((folder) => existsSync(join(folder, program)));

/** Longer than any of them takes; one that hangs is a failure. */
const PATIENCE = 60_000;

/**
 * @param {{ home: string, env: Record<string, string> }} stage
 * @param {string} proxy what stands between the tools and the internet
 */
export function openTerminal(stage, proxy) {
  const { HOME, XDG_RUNTIME_DIR, LANG, USER, DBUS_SESSION_BUS_ADDRESS } = stage.env;
  const proxies = { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, https_proxy: proxy, http_proxy: proxy, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" };
  const env = { HOME, XDG_RUNTIME_DIR, LANG, USER, DBUS_SESSION_BUS_ADDRESS, ...QUIET, ...proxies, TERM: "xterm" };
  env.PATH = [...FOLDERS, process.env.PATH].join(delimiter);
  const cwd = join(stage.home, "project");
  mkdirSync(cwd);
  return {
    /** What a line typed there does: how it ends, what it says and what it complains of. */
    types(line) {
      return new Promise((resolve) => {
        const child = execFile("bash", ["-i", "-c", line], { env, cwd, timeout: PATIENCE }, (failure, said, complained) =>
          resolve({ code: failure ? (failure.code ?? "killed") : 0, said, complained }),
        );
        child.stdin.end();
      });
    },
  };
}

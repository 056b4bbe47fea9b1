// All that a story needs around it, set up in a folder of its own and taken down with the test: a home, a display, a session
// bus, a keyring if there is to be one, and the program's window.

import { mkdirSync, mkdtempSync, rmSync, existsSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { album } from "./pictures.mjs";
import { furnish } from "./home.mjs";
import { openBus } from "./bus.mjs";
import { openDisplay } from "./display.mjs";
import { openKeyring } from "./keyring.mjs";
import { openWindow } from "./window.mjs";
import { Person } from "./person.mjs";

const HERE = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

/** The program under test. */
export const PROGRAM = resolve(process.env.STUDIO_KEYS_PROGRAM ?? join(HERE, "../../../target/e2e/program/studio-keys"));
const TARGET = resolve(process.env.STUDIO_KEYS_TARGET ?? join(HERE, "../../../target"));

/**
 * @param {import("node:test").TestContext} t
 * @param {{ story: string, keyring?: boolean, width?: number, height?: number, further?: Record<string, string> }} settings
 *   `further` is what else is in the environment.
 */
export async function setStage(t, { story, keyring: wantsKeyring = true, width, height, further }) {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: cargo xtask test e2e builds it`);
  const folder = mkdtempSync(join(tmpdir(), "studio-keys-"));
  const home = join(folder, "home");
  const run = join(folder, "run");
  mkdirSync(home);
  mkdirSync(run, { mode: 0o700 });
  furnish(home);

  const closing = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
    // What the program said stays for whoever looks into a failure.
    cpSync(run, join(TARGET, "e2e/logs", story), { recursive: true, filter: (path) => path === run || path.endsWith(".log") });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  let env = {
    HOME: home,
    XDG_RUNTIME_DIR: run,
    PATH: process.env.PATH,
    LANG: "C.UTF-8",
    SHELL: "/bin/bash",
    USER: "tester",
    // The accessibility bus of a desktop is not here; without this, GTK looks for it and waits.
    NO_AT_BRIDGE: "1",
    ...further,
  };
  const display = await openDisplay({ folder: run, env, width, height });
  closing.push(() => display.close());
  const bus = await openBus({ folder: run, env });
  closing.push(() => bus.close());
  env = { ...env, DISPLAY: display.name, DBUS_SESSION_BUS_ADDRESS: bus.address };
  let keyring;
  if (wantsKeyring) {
    keyring = await openKeyring({ folder: run, env, bus });
    closing.push(() => keyring.close());
  }

  const pictures = album(join(TARGET, process.env.STUDIO_KEYS_TOUR ? "tour" : join("e2e", story)));
  return {
    folder,
    home,
    run,
    env,
    bus,
    keyring,
    /** Starts the program and gives whoever sits before its window. */
    async start() {
      const window = await openWindow({ program: PROGRAM, folder: run, env, cwd: home });
      let isOpen = true;
      const close = async () => {
        if (isOpen) await window.close();
        isOpen = false;
      };
      closing.push(close);
      const person = new Person(window.browser);
      return { person, browser: window.browser, close, picture: (name) => pictures.take(window.browser, name) };
    },
  };
}

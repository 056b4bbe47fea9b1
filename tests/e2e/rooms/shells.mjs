// New terminals: each shell started anew and interactive, as a terminal of the session starts it.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What each shell prints for a variable; an empty text where it is not set. The session is the stage's: where its bus is, and
 * with it the keyring.
 */
export async function seenByShells({ home, env }, variable) {
  const seen = {};
  for (const shell of ["bash", "zsh", "fish"]) seen[shell] = await seenBy(shell, home, variable, env);
  return seen;
}

async function seenBy(shell, home, variable, session) {
  const { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR } = session;
  const env = { HOME: home, PATH: process.env.PATH, LANG: "C.UTF-8", TERM: "xterm", USER: "tester", XDG_RUNTIME_DIR, DBUS_SESSION_BUS_ADDRESS };
  // Markers, because start-up files may print things of their own.
  const { stdout } = await run(shell, ["-i", "-c", `printf '<<%s>>' "$${variable}"`], { env, cwd: home, timeout: 20_000 });
  const found = /<<(.*)>>/s.exec(stdout);
  if (!found) throw new Error(`${shell} said: ${stdout}`);
  return found[1];
}

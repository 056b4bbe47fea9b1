// The program that prints keys, asked as a start-up file asks it: by the main program's own words, in the session of the stage.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { PROGRAM } from "./stage.mjs";

const run = promisify(execFile);

/** What it prints for a key, what it says of it, and how it ends. */
export async function prints(stage, key) {
  // Its home is the stage's, and with that what it knows of keys.
  const settings = { env: stage.env, cwd: stage.home, timeout: 10_000 };
  const { stdout, stderr, code } = await run(PROGRAM, ["key", "print", key], settings).catch((failure) => failure);
  return { printed: stdout, said: stderr, code: code ?? 0 };
}

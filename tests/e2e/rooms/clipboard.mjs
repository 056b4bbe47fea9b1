// What lies on the clipboard, as any other program gets it.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Its text; an empty one where nothing lies there. */
export async function clipboard(env) {
  try {
    const { stdout } = await run("xclip", ["-selection", "clipboard", "-out"], { env, timeout: 5000 });
    return stdout;
  } catch (reason) {
    if (/target .* not available/.test(reason.stderr)) return "";
    throw reason;
  }
}

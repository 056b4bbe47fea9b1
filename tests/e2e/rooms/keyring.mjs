// A real Secret Service: gnome-keyring on the test's own bus, unlocked, with its files in the test's own home; and a look
// into it from outside, with another program than ours.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { start, until } from "./started.mjs";

const run = promisify(execFile);

/** @param {{ folder: string, env: Record<string, string>, bus: { has(name: string): Promise<boolean> } }} settings */
export async function openKeyring({ folder, env, bus }) {
  const daemon = start("gnome-keyring-daemon", ["--foreground", "--unlock", "--components=secrets", `--control-directory=${folder}/keyring`], {
    env,
    log: `${folder}/keyring.log`,
    stdin: "a passphrase for this test alone",
  });
  await until("the Secret Service", () => bus.has("org.freedesktop.secrets"));

  return {
    /** Every item of the program: its attributes and its secret. */
    async items() {
      const { stdout, stderr } = await run("secret-tool", ["search", "--all", "service", "studio-keys"], { env });
      return parse(`${stdout}\n${stderr}`);
    },
    close: () => daemon.stop(),
  };
}

/**
 * secret-tool writes secrets on one stream and attributes on the other, each in the same order.
 * @param {string} text
 */
export function parse(text) {
  const lines = text.split("\n");
  const secrets = lines.filter((line) => line.startsWith("secret = ")).map((line) => line.slice("secret = ".length));
  const names = lines.filter((line) => line.startsWith("attribute.username = ")).map((line) => line.slice("attribute.username = ".length));
  if (secrets.length !== names.length) throw new Error(`secret-tool named ${names.length} items and told ${secrets.length} secrets`);
  return names.map((name, place) => ({ name, secret: secrets[place] }));
}

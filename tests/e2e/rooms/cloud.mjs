// An account of the cloud, as far as one can be had on loopback: one AccessKey, and for each region a server of its own that
// keeps that region's rules. The servers are the project's own headless binary; the program knows them by the addresses
// that the account is given, as it would know the endpoints of a private network.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { within } from "./started.mjs";
import { PROGRAM } from "./stage.mjs";

const SERVER = join(dirname(PROGRAM), "local-studio");

/** The regions in the order of the switcher, by the name that the window gives them. */
export const REGIONS = {
  "cn-beijing": "China (Beijing)",
  "ap-southeast-1": "Singapore",
  "ap-northeast-1": "Japan (Tokyo)",
  "cn-hongkong": "China (Hong Kong)",
  "eu-central-1": "Germany (Frankfurt)",
  "us-east-1": "US (Virginia)",
};

/**
 * @param {import("node:test").TestContext} t
 * @param {{ folder: string, env: Record<string, string>, regions: Record<string, string[]> }} settings
 *   `regions` gives each region its further words for the command line.
 */
export async function openCloud(t, { folder, env, regions }) {
  const account = { accessKeyId: `LTAI5t${letters(18)}`, accessKeySecret: letters(30) };
  const open = {};
  const start = async (region, ...further) => {
    const data = join(folder, "cloud", region);
    mkdirSync(data, { recursive: true, mode: 0o700 });
    writeFileSync(join(data, "access-key.json"), JSON.stringify(account), { mode: 0o600 });
    open[region] = await serve({ region, data, env, words: [...regions[region], ...further] });
  };
  for (const region of Object.keys(regions)) {
    await start(region);
    t.after(() => open[region].stop());
  }
  return {
    ...account,
    /** Where each region is answered, by its id. */
    endpoints: Object.fromEntries(Object.entries(open).map(([region, { endpoint }]) => [region, endpoint])),
    /** Ends one region, as when its network is cut. */
    stop: (region) => open[region].stop(),
    /** The region is back where it was. */
    restart: (region) => start(region, "--listen", new URL(open[region].endpoint).host),
  };
}

/** A server, once it says where it listens. */
async function serve({ region, data, env, words }) {
  const log = createWriteStream(`${data}.log`, { flags: "a" });
  const child = spawn(SERVER, ["serve", "--data", data, "--region", region, ...words], { env, stdio: ["ignore", "pipe", "pipe"] });
  child.stderr.pipe(log);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const told = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`the server of ${region} ended with ${code}; see ${data}.log`)));
  });
  const { endpoint } = JSON.parse(await within(10_000, told));
  return {
    endpoint,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await within(5000, ended).catch(() => child.kill("SIGKILL"));
    },
  };
}

function letters(count) {
  return Array.from(randomBytes(count), (byte) => (byte % 36).toString(36)).join("");
}

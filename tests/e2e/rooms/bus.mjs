// A session bus of its own. It starts no service by itself: what is on it was put there by the test.

import { writeFileSync } from "node:fs";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { start } from "./started.mjs";

const run = promisify(execFile);

const CONFIGURATION = (folder) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** @param {{ folder: string, env: Record<string, string> }} settings */
export async function openBus({ folder, env }) {
  const configuration = `${folder}/bus.conf`;
  writeFileSync(configuration, CONFIGURATION(folder));
  const daemon = start("dbus-daemon", [`--config-file=${configuration}`, "--nofork", "--nopidfile", "--print-address=3"], {
    env,
    log: `${folder}/bus.log`,
    pipes: 1,
  });
  const address = await new Promise((resolve, reject) => {
    let text = "";
    daemon.child.stdio[3].on("data", (part) => {
      text += part;
      if (text.includes("\n")) resolve(text.trim());
    });
    daemon.ended.then((end) => reject(new Error(`dbus-daemon ended: ${JSON.stringify(end)}`)));
  });
  return {
    address,
    /** Whether somebody holds this name. */
    async has(name) {
      const words = ["--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", `string:${name}`];
      const { stdout } = await run("dbus-send", words, { env: { ...env, DBUS_SESSION_BUS_ADDRESS: address } });
      return stdout.includes("true");
    },
    close: () => daemon.stop(),
  };
}

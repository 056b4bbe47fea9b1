// A virtual display of its own, on a free number, with a window manager: without one no window has the keyboard focus.

import { start, until } from "./started.mjs";
import { execFileSync } from "node:child_process";

/**
 * @param {{ folder: string, width?: number, height?: number, env: Record<string, string>, screenFolder?: string }} settings
 *   `screenFolder` is where the screen's content lies in a file, for whoever measures what is shown.
 */
export async function openDisplay({ folder, env, width = 1600, height = 1200, screenFolder }) {
  const words = ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp", "-noreset"];
  if (screenFolder) words.push("-fbdir", screenFolder);
  const server = start("Xvfb", words, {
    env,
    log: `${folder}/xvfb.log`,
    pipes: 1,
  });
  // The server picks the number itself, so that two runs at once never meet.
  const number = await new Promise((resolve, reject) => {
    let text = "";
    server.child.stdio[3].on("data", (part) => {
      text += part;
      if (text.includes("\n")) resolve(text.trim());
    });
    server.ended.then((end) => reject(new Error(`Xvfb ended: ${JSON.stringify(end)}; see ${folder}/xvfb.log`)));
  });
  const name = `:${number}`;
  const within = { ...env, DISPLAY: name };
  const windowManager = start("openbox", ["--sm-disable"], { env: within, log: `${folder}/openbox.log` });
  await until("the window manager", () =>
    execFileSync("xdotool", ["get_num_desktops"], { env: within, stdio: ["ignore", "pipe", "ignore"] }).length > 0,
  );
  return {
    name,
    async close() {
      await windowManager.stop();
      await server.stop();
    },
  };
}

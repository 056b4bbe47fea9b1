// Where the window begins: draws the app with the program behind it, and tells the program when the first frame is on
// the screen.

import { render } from "preact";
import { App } from "./app";
import { type Core, tauriCore } from "./core";

/** Outside the program's window, `npm run dev` shows the screens with made-up data. The build leaves that out. */
async function chooseCore(): Promise<Core> {
  if (import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)) {
    const { sceneCore } = await import("./dev/scenes");
    return sceneCore(new URLSearchParams(location.search));
  }
  return tauriCore;
}

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) return;
  const core = await chooseCore();
  render(<App core={core} />, root);
  // The first callback runs before the first frame is drawn, the second after it. A refusal needs no answer: the
  // program then shows its own page for a window that stays blank.
  requestAnimationFrame(() => requestAnimationFrame(() => void core.windowReady().catch(() => undefined)));
}

void start();

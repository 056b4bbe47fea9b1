// Where the window begins: draws the app with the program behind it, and tells the program when the first frame is on
// the screen.

import { render } from "preact";
import { App } from "./app";
import { type Core, tauriCore } from "./core";
import { loadDictionary } from "./words";

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
  const words = loadDictionary("system", navigator.language);
  // The first callback runs before the first frame is drawn, the second after it. A window without words stays blank and
  // is not ready. Neither that nor a refusal needs an answer here: the program itself tells of a window that stays blank.
  const ready = () => words.then(() => core.windowReady()).catch(() => undefined);
  requestAnimationFrame(() => requestAnimationFrame(() => void ready()));
}

void start();

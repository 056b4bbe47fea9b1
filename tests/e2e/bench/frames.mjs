// When a window is complete, seen from outside: the virtual screen lies in a file, and the last change in it before a time of
// quiet is when everything the program shows at its start stands there. No driver is in the way, and every program is
// measured alike.

import { closeSync, openSync, readSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Longer than any program here takes between two of its first frames. */
export const QUIET = 2500;
const EVERY = 4;

/**
 * @param {string} file the screen's file
 * @param {() => void} begin starts the program
 * @returns {Promise<number>} milliseconds from there to the last change
 */
export async function completeAfter(file, begin) {
  const { size } = statSync(file);
  const frame = openSync(file, "r");
  let before = Buffer.alloc(size);
  let now = Buffer.alloc(size);
  readSync(frame, before, 0, size, 0);
  const start = performance.now();
  begin();
  let changed;
  try {
    while (performance.now() - (changed ?? start + 30_000) < QUIET) {
      readSync(frame, now, 0, size, 0);
      if (!now.equals(before)) {
        changed = performance.now();
        [before, now] = [now, before];
      }
      await pause(EVERY);
    }
  } finally {
    closeSync(frame);
  }
  if (changed === undefined) throw new Error("nothing was shown within 30 s");
  return changed - start;
}

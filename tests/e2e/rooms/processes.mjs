// What a program costs, with every process that it started: the web view lives in processes of its own.

import { readFileSync, readdirSync } from "node:fs";
import { execFileSync } from "node:child_process";

const TICKS_A_SECOND = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** A process and all that descend from it. */
export function tree(root) {
  const parents = new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const about = status(Number(name));
    if (about) parents.set(Number(name), about.parent);
  }
  const found = [root];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
}

/**
 * Whether it still runs. One that has ended and waits to be asked for its end does not; but one of which only the first thread
 * has ended does, and still holds what it had open.
 */
export function isAlive(process) {
  const state = status(process)?.state;
  if (state === undefined) return false;
  return state !== "Z" || threads(process) > 1;
}

function threads(process) {
  try {
    return readdirSync(`/proc/${process}/task`).length;
  } catch {
    return 0; // It is gone.
  }
}

/** Memory in MiB; what processes share is counted once, in parts (PSS). */
export function memory(processes) {
  let kibibytes = 0;
  for (const one of processes) {
    const text = readFileSync(`/proc/${one}/smaps_rollup`, "utf8");
    kibibytes += Number(/^Pss:\s+(\d+) kB$/m.exec(text)[1]);
  }
  return kibibytes / 1024;
}

/** Seconds of processor time used so far. */
export function processorTime(processes) {
  return processes.reduce((sum, one) => sum + (status(one)?.ticks ?? 0), 0) / TICKS_A_SECOND;
}

function status(process) {
  try {
    const text = readFileSync(`/proc/${process}/stat`, "utf8");
    // The name is in brackets and may hold anything; numbers begin after the last one.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined; // It ended while we looked.
  }
}

// `cargo xtask bench`: Studio Keys beside an empty window, in turn, on one virtual screen.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { completeAfter } from "./frames.mjs";
import { isAlive, memory, processorTime, tree } from "../rooms/processes.mjs";
import { median, missed, others, report } from "./report.mjs";
import { createKey } from "../rooms/job.mjs";
import { furnish } from "../rooms/home.mjs";
import { openBus } from "../rooms/bus.mjs";
import { openDisplay } from "../rooms/display.mjs";
import { openKeyring } from "../rooms/keyring.mjs";
import { openWindow } from "../rooms/window.mjs";
import { Person } from "../rooms/person.mjs";
import { start, until } from "../rooms/started.mjs";

const ROUNDS = { start: 11, rest: 3 };
const REST_AFTER = 10_000;
const REST_FOR = 60_000;

const ours = { program: process.env.STUDIO_KEYS_PROGRAM, start: [], memory: [], idle: [] };
const empty = { program: process.env.STUDIO_KEYS_EMPTY_WINDOW, start: [], memory: [], idle: [] };
const answer = process.env.STUDIO_KEYS_BENCHMARKS;
if (!ours.program || !empty.program || !answer) throw new Error("start it with: cargo xtask bench");

const folder = mkdtempSync(join(tmpdir(), "studio-keys-bench-"));
const [home, run, screen] = ["home", "run", "screen"].map((name) => join(folder, name));
for (const one of [home, run, screen]) mkdirSync(one, { mode: 0o700 });
furnish(home);
let env = { HOME: home, XDG_RUNTIME_DIR: run, PATH: process.env.PATH, LANG: "C.UTF-8", SHELL: "/bin/bash", NO_AT_BRIDGE: "1" };
const display = await openDisplay({ folder: run, env, width: 1200, height: 800, screenFolder: screen });
const bus = await openBus({ folder: run, env });
env = { ...env, DISPLAY: display.name, DBUS_SESSION_BUS_ADDRESS: bus.address };
const keyring = await openKeyring({ folder: run, env, bus });
try {
  await makeAKey();
  for (let round = 0; round <= ROUNDS.start; round += 1) {
    for (const one of [ours, empty]) {
      const milliseconds = await startOnce(one);
      // The first start of each reads it from the disk.
      if (round > 0) one.start.push(milliseconds);
      console.log(`start ${round}: ${one === ours ? "Studio Keys" : "empty window"} ${milliseconds.toFixed(0)} ms`);
    }
  }
  for (let round = 1; round <= ROUNDS.rest; round += 1) {
    for (const one of [ours, empty]) {
      const { mebibytes, percent } = await restOnce(one);
      one.memory.push(mebibytes);
      one.idle.push(percent);
      console.log(`rest ${round}: ${one === ours ? "Studio Keys" : "empty window"} ${mebibytes.toFixed(1)} MiB, ${percent.toFixed(2)} %`);
    }
  }
} finally {
  await keyring.close();
  await bus.close();
  await display.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

for (const one of [ours, empty]) one.binary = statSync(one.program).size / 1e6;
const startRatio = median(ours.start) / median(empty.start);
const memoryRatio = median(ours.memory) / median(empty.memory);
const goals = [
  { name: "start, beside the empty window", is: startRatio, most: 1.25, shown: `${startRatio.toFixed(2)}×`, limit: "1.25×" },
  { name: "memory, beside the empty window", is: memoryRatio, most: 1.2, shown: `${memoryRatio.toFixed(2)}×`, limit: "1.20×" },
  { name: "binary", is: ours.binary, most: 15, shown: `${ours.binary.toFixed(1)} MB`, limit: "15 MB" },
  { name: "processor at rest", is: median(ours.idle), most: 1, shown: `${median(ours.idle).toFixed(2)} %`, limit: "1 % of a core" },
];
writeFileSync(answer, report({ ours, empty, rounds: ROUNDS, goals, date: new Date().toISOString().slice(0, 10) }) + others(readFileSync(answer, "utf8")));
console.log(`\nwritten: ${answer}`);
for (const words of missed(goals)) console.log(`short of the goal: ${words}`);

/** A key for the list; then a second start shows it without a touch. */
async function makeAKey() {
  for (const isFirst of [true, false]) {
    const window = await openWindow({ program: ours.program, folder: run, env, cwd: home });
    try {
      const person = new Person(window.browser);
      if (isFirst) await createKey(person, { description: "a key to list" });
      else await person.sees("row", "…a key to list…");
    } finally {
      await window.close();
    }
  }
}

async function startOnce(one) {
  let started;
  try {
    return await completeAfter(join(screen, "Xvfb_screen0"), () => {
      started = begin(one);
    });
  } finally {
    await end(started);
  }
}

async function restOnce(one) {
  const started = begin(one);
  try {
    await pause(REST_AFTER);
    const processes = tree(started.child.pid);
    const [before, since] = [processorTime(processes), performance.now()];
    await pause(REST_FOR);
    const percent = ((processorTime(processes) - before) / ((performance.now() - since) / 1000)) * 100;
    return { mebibytes: memory(tree(started.child.pid)), percent };
  } finally {
    await end(started);
  }
}

function begin(one) {
  return start(one.program, [], { env, cwd: home, log: join(run, "program.log") });
}

/** The window must be gone before the next one comes. */
async function end(started) {
  const processes = tree(started.child.pid);
  await started.stop();
  await until("the program to be gone", () => !processes.some(isAlive));
  await pause(500);
}

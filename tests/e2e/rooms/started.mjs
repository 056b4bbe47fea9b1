// A program started for a test: its output is kept, and it ends with the test. Nothing else ends it.

import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/**
 * @param {string} program
 * @param {string[]} words
 * @param {{ env: Record<string, string>, log: string, stdin?: string, cwd?: string, pipes?: number }} settings
 *   `log` is the file that gets what it says; `pipes` is how many further pipes are opened from it to us, from number 3.
 */
export function start(program, words, { env, log, stdin, cwd, pipes = 0 }) {
  const kept = createWriteStream(log, { flags: "a" });
  const further = Array.from({ length: pipes }, () => "pipe");
  const child = spawn(program, words, { env, cwd, stdio: [stdin === undefined ? "ignore" : "pipe", "pipe", "pipe", ...further] });
  child.stdout.pipe(kept, { end: false });
  child.stderr.pipe(kept, { end: false });
  if (stdin !== undefined) child.stdin.end(stdin);
  const ended = new Promise((resolve) => {
    child.once("error", (reason) => resolve({ reason }));
    // Not "close": what it started in its turn may hold its streams open for longer than it lives.
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  return { child, ended, stop: () => stop(child, ended) };
}

async function stop(child, ended) {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    child.kill("SIGTERM");
    await within(5000, ended).catch(() => child.kill("SIGKILL"));
  }
  return ended;
}

/** What was promised, or a failure when it takes too long. */
export async function within(milliseconds, promised) {
  const clock = new AbortController();
  const late = pause(milliseconds, undefined, { signal: clock.signal }).then(() => {
    throw new Error(`not done after ${milliseconds / 1000} s`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([promised, late]);
  } finally {
    clock.abort();
  }
}

/** Asks until the answer is truthy; the last failure is the reason when it never is. */
export async function until(what, ask, { patience = 15_000, every = 50 } = {}) {
  const end = Date.now() + patience;
  let reason;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer) return answer;
      reason = undefined;
    } catch (failure) {
      reason = failure;
    }
    await pause(every);
  }
  throw new Error(`waited ${patience / 1000} s for ${what}${reason ? `: ${reason.message}` : ""}`, { cause: reason });
}

// BENCHMARKS.md: the figures, what they were measured on, and how to measure them again.

import { cpus, release, totalmem } from "node:os";
import { execFileSync } from "node:child_process";
import { QUIET } from "./frames.mjs";

/** Where the part of other benchmarks begins. */
const OTHERS = "## The allowlist";

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Goals that were not reached, in words. */
export function missed(goals) {
  return goals.filter((goal) => goal.is > goal.most).map((goal) => `${goal.name}: ${goal.shown}, at most ${goal.limit}`);
}

/** The part of the file that other benchmarks wrote, which stays. */
export function others(file) {
  const start = file.indexOf(OTHERS);
  return start < 0 ? "" : `\n${file.slice(start)}`;
}

/** @param {{ ours: object, empty: object, rounds: object, goals: object[], date: string }} figures */
export function report({ ours, empty, rounds, goals, date }) {
  const spread = (numbers, digits) => `${Math.min(...numbers).toFixed(digits)}–${Math.max(...numbers).toFixed(digits)}`;
  const line = (name, read, digits, unit) => {
    const [a, b] = [median(read(ours)), median(read(empty))];
    const ratio = b > 0 ? `${(a / b).toFixed(2)}×` : "";
    return `| ${name} | ${a.toFixed(digits)} ${unit} (${spread(read(ours), digits)}) | ${b.toFixed(digits)} ${unit} (${spread(read(empty), digits)}) | ${ratio} |`;
  };
  const webkit = execFileSync("pkg-config", ["--modversion", "webkit2gtk-4.1"], { encoding: "utf8" }).trim();
  return `# Benchmarks

## The window beside an empty one

Measured on ${date} by \`cargo xtask bench\`, which writes this part. Medians, with the least and the most in brackets.

| | Studio Keys | empty window | ratio |
| --- | ---: | ---: | ---: |
${line("process start to the first listed row on the screen", (one) => one.start, 0, "ms")}
${line("memory of all its processes (PSS), at rest", (one) => one.memory, 1, "MiB")}
${line("processor while nothing happens, 60 s", (one) => one.idle, 2, "% of a core")}
${line("binary", (one) => [one.binary], 1, "MB")}

| goal | measured | at most | |
| --- | ---: | ---: | --- |
${goals.map((goal) => `| ${goal.name} | ${goal.shown} | ${goal.limit} | ${goal.is <= goal.most ? "reached" : "**missed**"} |`).join("\n")}

### What was measured

- Both programs are release builds of the same run with the same profile, Tauri version and features. The empty window
  (\`tests/empty-window\`) shows one static page with one row. Studio Keys has one key, its catalog, a keyring, and serves This computer.
- **Start**: from the start of the process to the last change on the screen before ${QUIET / 1000} s of quiet; then the row stands there. The
  screen is a virtual one whose content lies in a file that is read every 4 ms; no driver is attached. That the list comes
  up without a touch is checked through the driver before the measurement. ${rounds.start} rounds, the two programs in turn, after one start of
  each that is not counted.
- **Memory** and **processor**: of the process and all its descendants, ${rounds.rest} rounds in turn, 10 s after the start.
- Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, WebKitGTK ${webkit}, Xvfb, software rendering.
`;
}

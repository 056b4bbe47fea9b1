// What keeps a program from finding a key, made for real: start-up lines of others, programs that were started too early, units of
// service managers, a project with an address of its own. And the steps that a person takes on the doctor's screen, in English.

import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { until } from "./started.mjs";

/** A name that no other program of this machine has a variable of, not even one of another story. */
export const VARIABLE = `SHOP_${process.pid}_API_KEY`;
/** Where programs that take it look for the host. */
export const HOST_VARIABLE = `SHOP_${process.pid}_BASE_URL`;

/** Keys of others: in the shape of the platform, and of no account. */
export const FOREIGN = {
  startUp: `sk-${"0d7e".repeat(8)}`,
  project: `sk-${"5a1c".repeat(8)}`,
};

/** A line of somebody else's at the end of a start-up file. */
export function addsForeignLine(home, file = ".bashrc") {
  appendFileSync(join(home, file), `\n# from a guide on the web\nexport ${VARIABLE}=${FOREIGN.startUp}\n`);
}

/** A project with a key and a host of its own, started by supervisord. Answers its folder. */
export function makesProject(home) {
  const folder = join(home, "work/shop");
  writes(join(folder, ".env"), `# the shop\nPORT=8080\n${VARIABLE}=${FOREIGN.project}\n${HOST_VARIABLE}=https://dashscope.aliyuncs.com/compatible-mode/v1\n`);
  writes(join(folder, "supervisord.conf"), `[supervisord]\nnodaemon=true\n\n[program:shop]\ncommand=python3 ${home}/work/worker.py\n`);
  return folder;
}

/** A unit of the user's service manager that starts something of the user's own. */
export function makesUnit(home) {
  const path = join(home, ".config/systemd/user/shop.service");
  writes(path, "[Unit]\nDescription=The shop\n\n[Service]\nExecStart=/usr/bin/python3 %h/work/shop.py\n");
  return path;
}

function writes(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * A program that runs and does nothing, under the name of another, with such words and variables. It ends with the test.
 *
 * @param {import("node:test").TestContext} t
 */
export async function startsProgram(t, { folder, name, words = [], variables = {} }) {
  const path = join(folder, "programs", name);
  mkdirSync(dirname(path), { recursive: true });
  // It waits for a line that never comes, and starts nothing that could outlive it.
  writeFileSync(path, "#!/bin/sh\nread line\n", { mode: 0o755 });
  const child = spawn(path, words, { env: { PATH: process.env.PATH, ...variables }, stdio: ["pipe", "ignore", "ignore"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  t.after(stop);
  await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", reject));
  return { pid: child.pid, stop };
}

/** Asks the doctor about the variable, and waits for the answer. */
export async function asks(person, { folders = [] } = {}) {
  await person.at("doctor-variable").types("textbox", undefined, VARIABLE);
  if (folders.length > 0) await person.at("doctor-folders").types("textbox", undefined, folders.join("\n"));
  await person.at("doctor-look").presses("button");
  await answered(person);
}

/** Looks once more at the same. */
export async function looksAgain(person) {
  await person.at("doctor-look").presses("button");
  await answered(person);
}

/** There is a new answer: its heading has the focus, which was on what asked. */
export async function answered(person) {
  const isThere = () => document.activeElement?.matches("[data-testid=diagnosis] h2") ?? false;
  await until("an answer", () => person.browser.executeScript(isThere), { patience: 60_000 });
}

/** Nothing is being looked at any more, as after a dialog that changed something. */
export async function settled(person) {
  const isAtRest = () => document.querySelector("[data-testid=diagnosis]")?.getAttribute("aria-busy") === "false";
  await until("the look to end", () => person.browser.executeScript(isAtRest), { patience: 60_000 });
}

/** The cards of one kind, as they read. */
export async function findings(person, kind) {
  return person.browser.executeScript(
    (wanted) => Array.from(document.querySelectorAll(`[data-testid=finding-${wanted}]`), (card) => card.innerText),
    kind,
  );
}

/** Where reports are put: the text of each. */
export function reports(home) {
  const folder = join(home, "Downloads");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".md")) : [];
  return names.map((name) => readFileSync(join(folder, name), "utf8"));
}

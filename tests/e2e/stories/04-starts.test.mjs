// Starting twice, and starting again.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { test } from "node:test";
import { createKey } from "../rooms/job.mjs";
import { PROGRAM, setStage } from "../rooms/stage.mjs";
import { start, until } from "../rooms/started.mjs";

test("a second start raises the first window and ends", async (t) => {
  const stage = await setStage(t, { story: "second-start" });
  const { person } = await stage.start();
  await person.reads("No keys yet");
  const [first] = windows(stage);
  tool(stage, "windowminimize", "--sync", first);

  const second = start(PROGRAM, [], { env: stage.env, cwd: stage.home, log: `${stage.run}/second.log` });
  t.after(() => second.stop());
  const end = await second.ended;
  assert.equal(end.code, 0, "the second ends well");
  await until("the first window to be raised", () => tool(stage, "getactivewindow") === first);
  assert.deepEqual(windows(stage), [first], "there is one window");
  await person.reads("No keys yet");
});

test("after a restart the keys are listed, the value is still there, and the window is as large as it was", async (t) => {
  const stage = await setStage(t, { story: "restart" });
  const first = await stage.start();
  await createKey(first.person, { description: "stays" });
  await first.browser.manage().window().setRect({ width: 900, height: 640 });
  const [{ secret }] = (await stage.keyring.items()).filter((item) => item.name.startsWith("this-computer/key/"));
  // As a person closes it. The driver would kill the program, which then remembers nothing.
  // A key pressed while the window is being resized can go nowhere; a person presses it again.
  await until("the program to end", () => closes(stage), { every: 1000 });
  await first.close();

  const { person, browser } = await stage.start();
  const row = await person.sees("row", "…stays…");
  assert.ok((await person.textOf(row)).includes(secret.slice(-4)));
  assert.deepEqual(await browser.executeScript(() => [innerWidth, innerHeight]), [900, 640]);
  await person.presses("button", "Details of stays");
  await person.presses("button", "Test key");
  await person.reads("Works");
});

test("a start while the last one is still ending opens a window when that has ended", async (t) => {
  const stage = await setStage(t, { story: "ending" });
  const here = (log) => start(PROGRAM, [], { env: stage.env, cwd: stage.home, log: `${stage.run}/${log}.log` });
  const first = here("first");
  t.after(() => first.stop());
  await until("the first window", () => windows(stage).length === 1);
  const [port] = await until("the server", () => ports(stage));
  // Half a request keeps its server busy, so that the ending takes its time.
  const caller = connect(port, "127.0.0.1").on("error", () => {});
  t.after(() => caller.destroy());
  await new Promise((written) => caller.write("GET /compatible-mode/v1/models HTTP/1.1\r\nHost: 127", written));
  first.child.kill("SIGTERM");

  const second = here("second");
  t.after(() => second.stop());
  // Which of the two opens it depends on how far the ending was.
  await until("a second start in the log", () => ports(stage)?.length === 2);
  await until("its window", () => windows(stage).length === 1);
  const going = [first, second].filter(({ child }) => child.exitCode === null && child.signalCode === null);
  assert.equal(going.length, 1, "one program runs");
});

/** Closes the window from the keyboard, and tells whether it is closed. */
function closes(stage) {
  const [open] = windows(stage);
  if (!open) return true;
  tool(stage, "windowactivate", open);
  tool(stage, "key", "alt+F4");
  return windows(stage).length === 0;
}

/** Where This computer was served, start by start, as the log tells. */
function ports(stage) {
  const file = `${stage.home}/.local/share/studio-keys/logs/studio-keys.log`;
  const served = existsSync(file) && [...readFileSync(file, "utf8").matchAll(/address=127\.0\.0\.1:(\d+)/g)];
  return served && served.length > 0 && served.map(([, port]) => Number(port));
}

/** The program's windows that can be seen. */
function windows(stage) {
  return tool(stage, "search", "--onlyvisible", "--name", "^Studio Keys$").split("\n").filter(Boolean);
}

function tool(stage, ...words) {
  const { stdout, stderr, status, error } = spawnSync("xdotool", words, { env: stage.env, encoding: "utf8" });
  // A search that finds nothing ends with 1, and says nothing.
  if (error || stderr || status > 1) throw error ?? new Error(`xdotool ${words.join(" ")} ended with ${status}`);
  return stdout.trim();
}

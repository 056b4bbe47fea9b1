// Starting twice, and starting again.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
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
  tool(stage, "key", "alt+F4");
  await until("the program to end", () => windows(stage).length === 0);
  await first.close();

  const { person, browser } = await stage.start();
  const row = await person.sees("row", "…stays…");
  assert.ok((await person.textOf(row)).includes(secret.slice(-4)));
  assert.deepEqual(await browser.executeScript(() => [innerWidth, innerHeight]), [900, 640]);
  await person.presses("button", "Details of stays");
  await person.presses("button", "Test key");
  await person.reads("Works");
});

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

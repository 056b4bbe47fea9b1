// Starting twice, and starting again.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { createKey } from "../rooms/job.mjs";
import { PROGRAM, setStage } from "../rooms/stage.mjs";
import { start, until } from "../rooms/started.mjs";

test("a second start raises the first window and ends", async (t) => {
  const stage = await setStage(t, { story: "second-start" });
  const { person } = await stage.start();
  await person.reads("No keys yet");
  const tool = (...words) => execFileSync("xdotool", words, { env: stage.env, encoding: "utf8" }).trim();
  const windows = () => tool("search", "--onlyvisible", "--name", "^Studio Keys$").split("\n");
  const [first] = windows();
  tool("windowminimize", "--sync", first);

  const second = start(PROGRAM, [], { env: stage.env, cwd: stage.home, log: `${stage.run}/second.log` });
  t.after(() => second.stop());
  const end = await second.ended;
  assert.equal(end.code, 0, "the second ends well");
  await until("the first window to be raised", () => tool("getactivewindow") === first);
  assert.deepEqual(windows(), [first], "there is one window");
  await person.reads("No keys yet");
});

test("after a restart the keys are listed, the value is still there, and the window is as large as it was", async (t) => {
  const stage = await setStage(t, { story: "restart" });
  const first = await stage.start();
  await createKey(first.person, { description: "stays" });
  await first.browser.manage().window().setRect({ width: 900, height: 640 });
  const [{ secret }] = (await stage.keyring.items()).filter((item) => item.name.startsWith("this-computer/key/"));
  await first.close();

  const { person, browser } = await stage.start();
  const row = await person.sees("row", "…stays…");
  assert.ok((await person.textOf(row)).includes(secret.slice(-4)));
  assert.deepEqual(await browser.executeScript(() => [innerWidth, innerHeight]), [900, 640]);
  await person.presses("button", "Actions for stays");
  await person.presses("menuitem", "Test key");
  await person.reads("Works");
});

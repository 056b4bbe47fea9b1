// The value of a key is where it was put and nowhere else: not in a file, not in what the program said, not on the page
// once it is hidden, not in a window's title.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createKey, deleteKey, goTo, revealCreated, setVariable, undoChange, VARIABLE } from "../rooms/job.mjs";
import { filesWith } from "../rooms/home.mjs";
import { setStage } from "../rooms/stage.mjs";

/** The files that hold the value while it is set, because somebody asked for it. */
const DESTINATIONS = /^\.config\/(studio-keys|environment\.d)\//;

test("through the whole story, the value is only where it was put", async (t) => {
  const stage = await setStage(t, { story: "leak" });
  const { person, close } = await stage.start();
  await createKey(person, { description: "marker" });
  const value = await revealCreated(person);
  assert.ok((await person.holds()).includes(value), "while it is revealed it is on the page: the test can see it");
  await person.presses("button", `Set as ${VARIABLE}…`);
  await person.reads("config.fish");
  assert.ok(!(await person.holds()).includes(value), "leaving the reveal wipes it from the page");
  assert.deepEqual(filesWith(stage.home, value), [], "before it is written, no file holds it");

  await setVariable(person, { inFile: true });
  const holding = filesWith(stage.home, value);
  assert.ok(holding.length > 0, "once written it is in our own files: the search can find it");
  assert.deepEqual(holding.filter((path) => !DESTINATIONS.test(path)), [], "and in no other");

  await goTo(person, "Settings");
  await goTo(person, "Keys");
  assert.ok(!(await person.holds()).includes(value), "the page does not hold it");
  const titles = execFileSync("xdotool", ["search", "--name", ".*", "getwindowname", "%@"], { env: stage.env, encoding: "utf8" });
  assert.ok(titles.includes("Studio Keys") && !titles.includes(value));

  await undoChange(person);
  await goTo(person, "Keys");
  await deleteKey(person, { description: "marker" });
  await close();

  assert.deepEqual(filesWith(stage.home, value), [], "in the end no file holds it: data, journal, copies, caches, logs");
  assert.deepEqual(filesWith(stage.home, value.slice(6, 30)), [], "nor a part of it");
  for (const log of readdirSync(stage.run).filter((name) => name.endsWith(".log"))) {
    assert.ok(!readFileSync(join(stage.run, log), "utf8").includes(value), `${log} does not tell it`);
  }
});

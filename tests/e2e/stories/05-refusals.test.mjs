// What cannot be done is said in a sentence, with one way on; nothing is lost and nothing is changed.

import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createKey, VARIABLE } from "../rooms/job.mjs";
import { startUpFiles } from "../rooms/home.mjs";
import { addEntries, chips } from "../rooms/permission.mjs";
import { setStage } from "../rooms/stage.mjs";

test("a read-only start-up file is refused by its name, and nothing is changed", async (t) => {
  const stage = await setStage(t, { story: "read-only" });
  const before = startUpFiles(stage.home);
  chmodSync(join(stage.home, ".bashrc"), 0o444);
  const { person, picture } = await stage.start();
  await createKey(person, { description: "for a read-only file" });
  await person.presses("button", `Set as ${VARIABLE}…`);
  const says = await refusal(person);
  await picture("refused");
  assert.match(says, /\.bashrc/);
  assert.match(says, /read-only/);
  assert.deepEqual(startUpFiles(stage.home), before);
});

/** What the dialog says, after the preview or after Write. */
async function refusal(person) {
  const write = await person.sees("button", "Write").catch(() => undefined);
  if (write && (await write.isEnabled())) await write.click();
  await person.reads("Nothing was changed");
  return person.says();
}

test("a line that is no address is named, and what was typed stays", async (t) => {
  const stage = await setStage(t, { story: "bad-address" });
  const { person, picture } = await stage.start();
  await person.presses("button", "Create API key");
  await person.types("textbox", "Description", "limited");
  await person.presses("radio", "Custom…");
  await addEntries(person, "203.0.113.7", "203.0.113.300");
  await person.reads("Number 4 is 300; the largest is 255.");
  await picture("refused");
  assert.equal(await (await person.sees("button", "Review")).isEnabled(), false);
  assert.deepEqual(await chips(person), ["203.0.113.7", "203.0.113.300"]);
  assert.equal(await (await person.sees("textbox", "Description")).getAttribute("value"), "limited");
});

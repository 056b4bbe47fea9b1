// One permission for several keys: a preview for each, progress, one that fails without keeping the others, and the way back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { baseUrl, createKey } from "../rooms/job.mjs";
import { controlPlane } from "../rooms/control.mjs";
import { addEntries, done, EDITOR, review } from "../rooms/permission.mjs";
import { setStage } from "../rooms/stage.mjs";

const KEYS = ["the first of three", "the second of three", "the third of three"];

test("three keys get one permission, and one of them is gone by then", async (t) => {
  const stage = await setStage(t, { story: "permission-several" });
  const { person, picture } = await stage.start();
  let base;
  for (const description of KEYS) {
    await createKey(person, { description });
    base = await baseUrl(person);
    await person.presses("button", "Done");
    await person.sees("row", `…${description}…`);
  }
  const service = await controlPlane(stage.keyring, base);
  const types = async () => (await service.keys()).map((key) => `${key.description}: ${key.auth.accessIps.join()}`).sort();

  await person.presses("button", `Actions for ${KEYS[0]}`);
  await person.presses("menuitem", "Select");
  await person.reads("1 key selected");
  for (const description of KEYS.slice(1)) await person.presses("checkbox", `Select ${description}`);
  await person.reads("3 keys selected");
  await picture("selected");
  await person.presses("button", "Edit permission …");
  await person.sees("dialog", "One permission for 3 keys");
  for (const description of KEYS) await person.reads(description);
  await person.presses("radio", "Custom…");
  await addEntries(person, "127.0.0.1", "127.0.0.2");
  await person.reads("Only 2 addresses can use these 3 keys.");
  await picture("editor");
  await review(person);
  await person.reads("3 keys will be saved.");
  await picture("previews");

  await service.remove(KEYS[1]);
  await person.presses("button", EDITOR.save);
  await person.sees("dialog", "Not every key was saved", 30_000);
  await person.reads("2 of 3 saved");
  await picture("partly-saved");
  assert.deepEqual(await types(), [`${KEYS[0]}: 127.0.0.1,127.0.0.2`, `${KEYS[2]}: 127.0.0.1,127.0.0.2`]);

  await person.presses("button", "Try the rest again");
  await person.sees("dialog", "Not every key was saved", 30_000);
  await person.reads("2 of 3 saved");

  await person.presses("button", "Undo");
  await person.reads("The permission is as it was before.", 30_000);
  await person.sees("dialog", "As it was before");
  await picture("undone");
  assert.deepEqual(await types(), [`${KEYS[0]}: `, `${KEYS[2]}: `]);
  await done(person);
});

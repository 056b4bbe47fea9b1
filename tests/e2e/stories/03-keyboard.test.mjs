// Somebody without a mouse creates a key and sets it: only Tab, arrows, Enter, Space and letters.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { VARIABLE } from "../rooms/job.mjs";
import { seenByShells } from "../rooms/shells.mjs";
import { setStage } from "../rooms/stage.mjs";

test("the keyboard alone creates a key and sets it", async (t) => {
  const stage = await setStage(t, { story: "keyboard" });
  const { person, picture } = await stage.start();
  await person.tabsTo("button", "Create API key");
  await picture("focus");
  await person.strikes(Key.ENTER);
  await person.tabsTo("textbox", "Description");
  await person.strikes("by keyboard");
  await person.tabsTo("button", "Review");
  await person.strikes(Key.ENTER);
  await person.sees("dialog", "Create this key?");
  await person.tabsTo("button", "Create API key");
  await person.strikes(Key.SPACE);
  await person.sees("dialog", "API key created", 20_000);
  await person.tabsTo("button", `Set as ${VARIABLE}…`);
  await person.strikes(Key.ENTER);
  await person.reads("config.fish");
  await person.tabsTo("button", "Write");
  await person.strikes(Key.ENTER);
  await person.reads(`${VARIABLE} is set.`, 30_000);
  await person.tabsTo("button", "Done");
  await person.strikes(Key.ENTER);
  await person.sees("row", "…by keyboard…");

  const [{ secret }] = (await stage.keyring.items()).filter((item) => item.name.startsWith("this-computer/key/"));
  assert.deepEqual(await seenByShells(stage, VARIABLE), { bash: secret, zsh: secret, fish: secret });
});

// Somebody wants nothing of the program left in their files: one button takes it all back, and says what it cannot.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { filesWith, startUpFiles } from "../rooms/home.mjs";
import { chapters, createKey, goTo, revealCreated, setVariable, VARIABLE } from "../rooms/job.mjs";
import { seenByShells } from "../rooms/shells.mjs";
import { setStage } from "../rooms/stage.mjs";
import { furnishTools, opensTool, settingsOfTools, writesTool } from "../rooms/tools.mjs";

const PAIR = "OPENAI_API_KEY";
const NOTHING = { bash: "", zsh: "", fish: "" };

test("everything is undone at once", async (t) => {
  const stage = await setStage(t, { story: "undo-everything" });
  furnishTools(stage.home);
  const chapter = chapters(t);
  const before = { ...startUpFiles(stage.home), ...settingsOfTools(stage.home) };
  const now = () => ({ ...startUpFiles(stage.home), ...settingsOfTools(stage.home) });
  const { person, picture } = await stage.start();
  const values = [];
  const opens = async (name) => {
    await goTo(person, "Keys");
    await person.presses("button", `Actions for ${name}`);
    await person.presses("menuitem", `Set as ${VARIABLE} …`);
  };

  await chapter("two keys are set, one after the other, with a host and into tools", async () => {
    for (const description of ["first", "second"]) {
      await createKey(person, { description });
      values.push(await revealCreated(person));
      await person.presses("button", "Done");
    }
    await opens("first");
    await setVariable(person, { inFile: true });
    await opens("first");
    await person.sees("dialog", `Set as ${VARIABLE}`);
    await person.chooses("For", `${PAIR} with…`);
    await person.reads("OPENAI_BASE_URL is set with it");
    await person.presses("button", "Write");
    await person.reads(`${PAIR} is set.`, 30_000);
    await person.presses("button", "Done");
    await opens("second");
    await setVariable(person);
    for (const tool of ["Claude Code", "Codex CLI"]) {
      await goTo(person, "Tools");
      await opensTool(person, tool);
      await writesTool(person, tool);
    }
    assert.equal((await seenByShells(stage, VARIABLE)).zsh, values[1]);
    assert.equal((await seenByShells(stage, PAIR)).zsh, values[0]);
  });

  await chapter("the button asks first, and says what is taken back and what is not", async () => {
    await goTo(person, "Changes on this computer");
    const written = now();
    await person.presses("button", "Undo everything …");
    await person.sees("alertdialog", "Undo everything that Studio Keys changed?");
    await person.reads("5 changes are taken back.");
    await person.reads("Not taken back:");
    await picture("01-asked");
    await person.presses("button", "Cancel");
    await person.misses("alertdialog");
    assert.deepEqual(now(), written);
  });

  await chapter("one press, and every file is as it was, byte for byte", async () => {
    await person.presses("button", "Undo everything …");
    await person.presses("button", "Undo everything");
    await person.reads("Nothing of Studio Keys is left in your files.", 30_000);
    await picture("02-undone");
    assert.deepEqual(now(), before);
    assert.ok(!existsSync(join(stage.home, ".config/studio-keys")));
    for (const value of values) assert.deepEqual(filesWith(stage.home, value), []);
    assert.deepEqual(await seenByShells(stage, VARIABLE), NOTHING);
    assert.deepEqual(await seenByShells(stage, PAIR), NOTHING);
  });

  await chapter("the list says so, and the keys are still kept", async () => {
    await person.presses("button", "Done");
    await person.misses("alertdialog");
    await picture("03-changes");
    assert.equal((await person.all("button", "Undo everything …")).length, 0);
    const kept = (await stage.keyring.items()).filter(({ name }) => name.includes("/key/"));
    assert.deepEqual(kept.map(({ secret }) => secret).sort(), [...values].sort());
  });
});

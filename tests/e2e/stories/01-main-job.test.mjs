// The purpose of the program, start to end: somebody creates a key, has it kept, sets it, finds it in new terminals, uses it,
// takes everything back. The tour's pictures are taken here.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asksForModels, baseUrl, chapters, createKey, deleteKey, goTo, revealCreated, setVariable, undoChange, VARIABLE } from "../rooms/job.mjs";
import { filesWith, startUpFiles } from "../rooms/home.mjs";
import { seenByShells } from "../rooms/shells.mjs";
import { setStage } from "../rooms/stage.mjs";

const DESCRIPTION = "我的第一个密钥";
const NOTHING = { bash: "", zsh: "", fish: "" };

test("from a fresh machine to DASHSCOPE_API_KEY set, and back", async (t) => {
  const stage = await setStage(t, { story: "main-job" });
  const chapter = chapters(t);
  const before = startUpFiles(stage.home);
  const { person, picture } = await stage.start();
  let value;
  let base;

  await chapter("it opens on This computer, empty, and says in a line what to do", async () => {
    await person.reads("No keys yet");
    await person.reads("Create your first API key");
    await person.sees("button", "Region: This computer. Switch region");
    await picture("01-empty");
    assert.deepEqual(startUpFiles(stage.home), before, "looking changes nothing");
  });

  await chapter("a key is created, with a Chinese description typed on the keyboard", async () => {
    const pictures = { form: "02-create", summary: "03-summary", created: "04-created" };
    await createKey(person, { description: DESCRIPTION, look: (stageOfIt) => picture(pictures[stageOfIt]) });
    await person.reads("saved in this computer's keyring");
  });

  await chapter("its value is seen once, in full", async () => {
    value = await revealCreated(person);
    base = await baseUrl(person);
    await picture("05-revealed");
  });

  await chapter("it rests in the keyring, found there by another program", async () => {
    const items = await stage.keyring.items();
    const keys = items.filter((item) => item.name.startsWith("this-computer/key/"));
    assert.deepEqual(keys.map((item) => item.secret), [value]);
  });

  await chapter("it is set as DASHSCOPE_API_KEY: preview, write, verify", async () => {
    await person.presses("button", `Set as ${VARIABLE}…`);
    const pictures = { preview: "06-preview", verified: "07-verified" };
    await setVariable(person, {
      look: async (stageOfIt) => {
        await picture(pictures[stageOfIt]);
        if (stageOfIt !== "preview") return;
        assert.deepEqual(startUpFiles(stage.home), before, "a preview changes nothing");
        for (const file of [".bashrc", ".zshrc", "config.fish"]) await person.reads(file);
        assert.ok(!(await person.holds()).includes(value), "a preview shows no value");
      },
    });
  });

  await chapter("a new bash, zsh and fish find exactly this key", async () => {
    assert.deepEqual(await seenByShells(stage, VARIABLE), { bash: value, zsh: value, fish: value });
    assert.deepEqual(filesWith(stage.home, value), [], "the keyring is asked for it: no file holds it");
  });

  await chapter("the data plane accepts it, and no other", async () => {
    const accepted = await asksForModels(base, value);
    assert.equal(accepted.status, 200);
    assert.ok(accepted.body.data.length > 0, "models are listed");
    assert.equal((await asksForModels(base, `${value.slice(0, -1)}${value.endsWith("A") ? "B" : "A"}`)).status, 401);
  });

  await chapter("the list says where it is set", async () => {
    await goTo(person, "Keys");
    const row = await person.sees("row", `…${DESCRIPTION}…`);
    const text = await person.textOf(row);
    assert.ok(text.includes(VARIABLE), `the row says where the key is set: ${text}`);
    assert.ok(text.includes(value.slice(-4)) && !text.includes(value), `the row shows the masked value: ${text}`);
    await picture("08-listed");
  });

  await chapter("undone in the list of changes: every start-up file is as it was, byte for byte", async () => {
    await undoChange(person, { look: (stageOfIt) => picture(stageOfIt === "changes" ? "09-changes" : "10-undone") });
    assert.deepEqual(startUpFiles(stage.home), before);
    assert.deepEqual(await seenByShells(stage, VARIABLE), NOTHING);
    assert.deepEqual(filesWith(stage.home, value), [], "no file holds the value any more");
  });

  await chapter("deleted: gone from the list, the keyring and the data plane", async () => {
    await goTo(person, "Keys");
    await deleteKey(person, { description: DESCRIPTION, look: () => picture("11-delete") });
    await person.reads("No keys yet");
    await picture("12-deleted");
    const items = await stage.keyring.items();
    assert.deepEqual(items.filter((item) => item.name.startsWith("this-computer/key/")), []);
    assert.equal((await asksForModels(base, value)).status, 401);
  });
});

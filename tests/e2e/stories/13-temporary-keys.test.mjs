// Keys for minutes: made from a kept key, counted down, used, and over by themselves. None is ever written anywhere.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { clipboard } from "../rooms/clipboard.mjs";
import { filesWith } from "../rooms/home.mjs";
import { asksForModels, baseUrl, chapters, createKey, deleteKey, goTo } from "../rooms/job.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";
import { cards, makeTemporaryKey, revealTemporary, secondsLeft } from "../rooms/temporary-keys.mjs";

const run = promisify(execFile);
const PARENT = "the one they come from";
const SHORT = 8;

test("temporary keys work for their time, and end", async (t) => {
  const stage = await setStage(t, { story: "temporary-keys" });
  const chapter = chapters(t);
  const { person, picture, close } = await stage.start();
  const values = [];
  const status = async (value) => (await asksForModels(base, value)).status;
  let base;
  let short;
  let minute;

  await chapter("without a key the screen says what it takes", async () => {
    await goTo(person, "Temporary keys");
    await person.reads("No key on this computer can be used for this");
    await picture("01-no-key");
    await person.presses("button", "Go to Keys");
    await createKey(person, { description: PARENT });
    base = await baseUrl(person);
    await person.presses("button", "Done");
  });

  await chapter("a time that the service does not take is refused at the field", async () => {
    await person.presses("button", `Actions for ${PARENT}`);
    await person.presses("menuitem", "Temporary key …");
    await person.sees("heading", "Temporary keys");
    await person.reads(`It inherits the permission of ${PARENT}`);
    await person.reads("It cannot be ended early");
    await person.reads("It is stored nowhere");
    await person.presses("radio", "Other");
    for (const wrong of ["0", "1801", "a while"]) {
      await person.types("textbox", "Seconds", wrong);
      await person.presses("button", "Create temporary key");
      await person.reads("Type a whole number from 1 to 1800.");
    }
    assert.deepEqual(await cards(person), []);
    await picture("02-refused");
  });

  await chapter(`one for ${SHORT} seconds counts down, and the data plane accepts it`, async () => {
    short = await makeTemporaryKey(person, SHORT);
    const first = await secondsLeft(short);
    assert.ok(first <= SHORT, `no more than was asked for is left: ${first}`);
    values.push(await revealTemporary(short));
    assert.equal(await status(values[0]), 200);
    await picture("03-counts-down");
    await until("the time left to go down", async () => (await secondsLeft(short)) < first);
  });

  await chapter("copied, it is on the clipboard", async () => {
    await short.presses("button", "Copy key");
    await until("the key on the clipboard", async () => (await clipboard(stage.env)) === values[0]);
  });

  await chapter("another for a minute lives beside it", async () => {
    minute = await makeTemporaryKey(person, 60);
    assert.ok((await secondsLeft(minute)) > SHORT);
    values.push(await revealTemporary(minute));
    assert.notEqual(values[1], values[0]);
    assert.ok(!(await person.holds()).includes(values[0]), "only one value is on the page at a time");
  });

  await chapter("the first ends: refused, said, gone from the screen and from the clipboard", async () => {
    await short.reads("This temporary key has ended.");
    await picture("04-ended");
    assert.equal(await status(values[0]), 401);
    await until("one card", async () => (await cards(person)).length === 1);
    assert.ok(!(await clipboard(stage.env)).includes(values[0]), "the clipboard does not hold it any more");
    assert.equal(await status(values[1]), 200, "the other goes on");
  });

  await chapter("ready-made lines, which run as they are copied", async () => {
    await minute.presses("button", "How to use it");
    for (const [tab, word] of [["Python", "OpenAI("], ["curl", "curl 'http://127.0.0.1"], ["JavaScript", "await fetch("]]) {
      await minute.presses("tab", tab);
      await minute.reads(word);
    }
    await minute.presses("button", "Hide");
    assert.ok(!(await person.holds()).includes(values[1]), "what is shown holds the masked form");
    await picture("05-snippet");
    await minute.presses("button", "Copy with the key in it");
    const script = await until("the lines on the clipboard", async () => {
      const text = await clipboard(stage.env);
      return text.includes(values[1]) && text;
    });
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", script]);
    assert.equal(stdout.trim(), "Echo of This computer: Who are you?");
  });

  await chapter("forgotten here, it works on: nobody can end it early", async () => {
    await minute.presses("button", "Forget");
    await person.reads("Forgotten here. Whoever has it can use it until");
    await person.reads("No temporary key works now.");
    assert.equal(await status(values[1]), 200);
  });

  await chapter("it ends with the key that it came from", async () => {
    values.push(await revealTemporary(await makeTemporaryKey(person, 1800)));
    assert.equal(await status(values[2]), 200);
    await goTo(person, "Keys");
    await deleteKey(person, { description: PARENT });
    assert.deepEqual(await Promise.all(values.map(status)), [401, 401, 401]);
  });

  await chapter("no file, no item of the keyring and no log holds one", async () => {
    await leavesNoTrace(stage, values);
    await close();
    await leavesNoTrace(stage, values);
  });
});

test("temporary keys do not outlive the program", async (t) => {
  const stage = await setStage(t, { story: "temporary-keys-restart" });
  const first = await stage.start();
  await createKey(first.person, { description: PARENT });
  await first.person.presses("button", "Done");
  await goTo(first.person, "Temporary keys");
  const value = await revealTemporary(await makeTemporaryKey(first.person, 1800));
  await first.close();
  await leavesNoTrace(stage, [value]);

  const { person } = await stage.start();
  await goTo(person, "Temporary keys");
  await person.reads("No temporary key works now.");
});

/** Nothing that outlives the program holds one of the values, nor a part of one. */
async function leavesNoTrace(stage, values) {
  const secrets = (await stage.keyring.items()).map(({ secret }) => secret).join("\n");
  const logs = readdirSync(stage.run).filter((name) => name.endsWith(".log"));
  for (const value of values.map((whole) => whole.slice(3, 30))) {
    assert.deepEqual(filesWith(stage.home, value), []);
    assert.ok(!secrets.includes(value), "the keyring does not hold it");
    for (const log of logs) assert.ok(!readFileSync(join(stage.run, log), "utf8").includes(value), `${log} does not tell it`);
  }
}

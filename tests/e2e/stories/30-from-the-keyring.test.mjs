// A key that shells ask the keyring for: they have it while it may be used and not a moment longer, no file ever holds it, and
// a terminal that is started with another one has that one alone.

import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { filesWith, startUpFiles } from "../rooms/home.mjs";
import { chapters, createKey, goTo, revealCreated, setVariable, undoChange, VARIABLE } from "../rooms/job.mjs";
import { prints } from "../rooms/printer.mjs";
import { seenByShells } from "../rooms/shells.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const NAME = "asked for";
const OTHER = "for one terminal";
const everywhere = (value) => ({ bash: value, zsh: value, fish: value });

/** A terminal that writes down what it was started with, in a folder that is not the home. */
function furnishTerminal(folder) {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const path = join(bin, "x-terminal-emulator");
  writeFileSync(path, `#!/bin/sh\nenv > '${folder}/terminal.part'\nmv '${folder}/terminal.part' '${folder}/terminal'\n`);
  chmodSync(path, 0o755);
  return { PATH: `${bin}:${process.env.PATH}` };
}

test("shells ask the keyring for a key, and get it while it may be used", async (t) => {
  const stage = await setStage(t, { story: "from-the-keyring" });
  Object.assign(stage.env, furnishTerminal(stage.folder));
  const chapter = chapters(t);
  const before = startUpFiles(stage.home);
  const { person, picture } = await stage.start();
  const shells = () => seenByShells(stage, VARIABLE);
  let value;
  let key;

  await chapter("until it is set, nobody may ask for it", async () => {
    await createKey(person, { description: NAME });
    value = await revealCreated(person);
    const [{ name }] = (await stage.keyring.items()).filter((item) => item.secret === value);
    key = name.replace("/key/", "/");
    const refused = await prints(stage, key);
    assert.deepEqual([refused.printed, refused.code], ["", 4]);
    assert.match(refused.said, /may not be printed/);
  });

  await chapter("the keyring is what is offered, and the preview names it", async () => {
    await person.presses("button", `Set as ${VARIABLE}…`);
    await setVariable(person, {
      look: async (stageOfIt) => {
        await picture(`01-${stageOfIt}`);
        if (stageOfIt === "preview") await person.reads("No file holds the key.");
      },
    });
    assert.deepEqual(await shells(), everywhere(value));
    assert.deepEqual(await prints(stage, key), { printed: `${value}\n`, said: "", code: 0 });
    assert.deepEqual(filesWith(stage.home, value), []);
  });

  await chapter("disabled, no shell gets it, and the reason is said to whoever asks", async () => {
    await person.presses("button", `Actions for ${NAME}`);
    await person.presses("menuitem", "Disable");
    await person.reads(`${VARIABLE} on this computer still holds it`);
    const refused = await prints(stage, key);
    assert.deepEqual([refused.printed, refused.code], ["", 5]);
    assert.match(refused.said, /^studio-keys: key .* is disabled/);
    assert.deepEqual(await shells(), everywhere(""));
    await person.presses("button", `Actions for ${NAME}`);
    await person.presses("menuitem", "Enable");
    await until("the key to be printed again", async () => (await prints(stage, key)).code === 0);
    assert.deepEqual(await shells(), everywhere(value));
  });

  await chapter("a key that nobody knows is refused, and so is what is no key", async () => {
    const unknown = await prints(stage, "this-computer/404404");
    assert.deepEqual([unknown.printed, unknown.code], ["", 3]);
    assert.match(unknown.said, /there is no key/);
    assert.equal((await prints(stage, "../../etc/passwd")).code, 2);
  });

  await chapter("a terminal is started with another key: it alone has that, and nothing is written", async () => {
    await createKey(person, { description: OTHER });
    const other = await revealCreated(person);
    await person.presses("button", `Set as ${VARIABLE}…`);
    await person.sees("dialog", `Set as ${VARIABLE}`);
    await person.reads("config.fish");
    const written = startUpFiles(stage.home);
    await person.browser.executeScript(() => document.querySelector("[data-testid=once] summary").click());
    await person.presses("button", "Start Terminal");
    await person.reads("Terminal was started with the key.");
    await picture("02-once");
    const said = await until("the terminal to say what it has", () => readFileSync(join(stage.folder, "terminal"), "utf8"));
    const has = said.split("\n").find((line) => line.startsWith(`${VARIABLE}=`));
    assert.equal(has, `${VARIABLE}=${other}`);
    await person.presses("button", "Cancel");
    assert.deepEqual(startUpFiles(stage.home), written);
    assert.deepEqual(filesWith(stage.home, other), []);
    assert.deepEqual(await shells(), everywhere(value), "other terminals have theirs");
  });

  await chapter("undone, nobody may ask for it any more", async () => {
    await undoChange(person);
    assert.deepEqual(await shells(), everywhere(""));
    assert.equal((await prints(stage, key)).code, 4);
    assert.deepEqual(startUpFiles(stage.home), before);
    await goTo(person, "Keys");
  });
});

// A key is replaced by a new one: in the safe order, stopped and continued, across the end of the program and undone; and at
// once, because it has leaked. Whoever looks from outside sees one key work at every moment.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addAccount } from "../rooms/account.mjs";
import { openCloud, REGIONS } from "../rooms/cloud.mjs";
import { regionPlane } from "../rooms/control.mjs";
import { startUpFiles } from "../rooms/home.mjs";
import { asksForModels, chapters, createKey, revealCreated, setVariable, VARIABLE } from "../rooms/job.mjs";
import { seenByShells } from "../rooms/shells.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const REGION = "cn-beijing";
const NAME = "runs the shop";
const PATIENCE = 60_000;

test("a key is replaced step by step, across restarts, and back", async (t) => {
  const stage = await setStage(t, { story: "rotation" });
  const chapter = chapters(t);
  // Slow enough that a person can stop it between two steps.
  const cloud = await openCloud(t, { folder: stage.folder, env: stage.env, regions: { [REGION]: ["--delay-ms", "250"] } });
  const service = regionPlane(cloud, REGION);
  const shells = () => seenByShells(stage.home, VARIABLE);
  const everywhere = (value) => ({ bash: value, zsh: value, fish: value });
  const works = async (value) => (await asksForModels(`${cloud.endpoints[REGION]}/compatible-mode/v1`, value)).status === 200;
  const kept = async () => (await stage.keyring.items()).filter(({ name }) => name.includes("/key/")).map(({ secret }) => secret);
  const values = [];
  let window = await stage.start();
  let { person, picture } = window;
  const restart = async () => {
    await window.close();
    window = await stage.start();
    ({ person, picture } = window);
  };
  const replace = async (name = NAME) => {
    await person.presses("button", `Actions for ${name}`);
    await person.presses("menuitem", "Replace by a new key …");
    await person.sees("dialog", `Replace API key “${name}”`);
  };

  await chapter("a key of Beijing is in every shell", async () => {
    await addAccount(person, cloud, { name: "The company", region: REGION, regions: REGIONS });
    await createKey(person, { description: NAME });
    values.push(await revealCreated(person));
    await person.presses("button", `Set as ${VARIABLE}…`);
    await setVariable(person);
    assert.deepEqual(await shells(), everywhere(values[0]));
    // The list is asked anew behind what it shows.
    await until("the row to say where the key is set", async () =>
      (await person.textOf(await person.sees("row", `…${NAME}…`))).includes(VARIABLE),
    );
  });

  await chapter("what will happen is said first, and can be stopped after a step", async () => {
    await replace();
    await person.at("will-move").reads(VARIABLE);
    await picture("01-ways");
    await person.presses("button", "Replace safely");
    await person.presses("button", "Stop after this step");
    await person.at("rotation-status").reads("steps are done. Nothing is lost", PATIENCE);
    await picture("02-stopped");
    await person.sees("button", "Continue");
    assert.equal((await service.keys()).length, 2, "the new key is there");
    assert.deepEqual(await shells(), everywhere(values[0]), "and nothing here has it yet");
  });

  await chapter("after a restart it goes on where it stopped, even when it is cut off in the middle of a step", async () => {
    await restart();
    await person.reads(`“${NAME}” is being replaced`);
    await picture("03-waits");
    await person.presses("button", `Continue: ${NAME}`);
    await until("the new key to be checked", async () => (await person.at("step-verified").says()).includes("Done"), { patience: PATIENCE });
    await restart();
    await person.presses("button", `Continue: ${NAME}`);
    await person.reads("The key is replaced.", PATIENCE);
    await person.at("rotation-done").reads(VARIABLE);
    await picture("04-replaced");
  });

  await chapter("new shells find the new key; the old one is disabled, and can still be had back", async () => {
    values.push(...(await kept()).filter((value) => !values.includes(value)));
    assert.equal(values.length, 2, "the keyring holds both");
    assert.deepEqual(await shells(), everywhere(values[1]));
    assert.deepEqual(await Promise.all(values.map(works)), [false, true]);
    assert.deepEqual((await service.keys()).map(({ disabled }) => disabled).sort(), [0, 1]);
    await person.reads("You are reminded on");
  });

  await chapter("the old one is deleted when the user says so", async () => {
    await person.presses("button", "Delete the old key …");
    await person.reads("The replacement can then no longer be undone.");
    await picture("05-delete-old");
    await person.presses("button", "Delete old key");
    await person.reads(`The old key of ${NAME} is deleted.`, PATIENCE);
    await until("no dialog", async () => (await person.all("dialog")).length === 0);
    assert.deepEqual(await kept(), [values[1]]);
    assert.equal((await service.keys()).length, 1);
  });

  await chapter("a second replacement is undone: everything is as it was before", async () => {
    const before = startUpFiles(stage.home);
    await replace();
    await person.presses("button", "Replace safely");
    await person.reads("The key is replaced.", PATIENCE);
    const third = (await kept()).find((value) => !values.includes(value));
    assert.deepEqual(await shells(), everywhere(third));
    await person.presses("button", "Undo …");
    await person.reads("The old key is enabled again, and checked.");
    await person.reads(`${VARIABLE} on this computer gets the old key back.`);
    await picture("06-undo");
    await person.presses("button", "Undo replacement");
    await person.reads("Everything is as it was before.", PATIENCE);
    await picture("07-undone");
    await person.presses("button", "Done");
    assert.deepEqual(await shells(), everywhere(values[1]));
    assert.deepEqual(await Promise.all([values[1], third].map(works)), [true, false]);
    assert.deepEqual(await kept(), [values[1]]);
    assert.equal((await service.keys()).length, 1);
    assert.deepEqual(startUpFiles(stage.home), before);
  });

  await chapter("leaked: it gets a new value at once, here too, and the old one is dead", async () => {
    await replace();
    await person.presses("radio", "Leaked? Reset now…");
    await person.reads("the old value dies at once, wherever it is used");
    await picture("08-leaked");
    await person.presses("button", "Reset …");
    await person.sees("alertdialog", `Reset API key “${NAME}”?`);
    await person.presses("button", "Reset key");
    await person.sees("dialog", "API key reset", PATIENCE);
    await person.at("followed").reads(`${VARIABLE} on this computer holds the new value now.`);
    await picture("09-reset");
    const [value] = await kept();
    assert.ok(!values.includes(value));
    assert.deepEqual(await shells(), everywhere(value));
    assert.deepEqual(await Promise.all([values[1], value].map(works)), [false, true]);
  });
});

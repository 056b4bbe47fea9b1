// A workspace from its creation to its end: the models that it may call, how much, a key in it, what its calls cost, and what
// stands in the way of deleting it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { addAccount } from "../rooms/account.mjs";
import { openCloud, REGIONS } from "../rooms/cloud.mjs";
import { callsModel, chapters, createKey, deleteKey, goTo, revealCreated } from "../rooms/job.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const REGION = "cn-beijing";
const SPACE = "The shop's team";
const KEY = "of the team";
const OTHER = "of everybody";
const MODEL = "qwen-plus";
const SECOND = "qwen-max";

test("a workspace, its models, its limits, its key and its cost", async (t) => {
  const stage = await setStage(t, { story: "workspaces-and-cost" });
  const chapter = chapters(t);
  const cloud = await openCloud(t, { folder: stage.folder, env: stage.env, regions: { [REGION]: [] } });
  const { person, picture } = await stage.start();
  const calls = (model, key) => callsModel(cloud.endpoints[REGION], key, model);
  const values = {};

  await chapter("there is a default workspace, and another is created", async () => {
    await addAccount(person, cloud, { name: "The company", region: REGION, regions: REGIONS });
    await createKey(person, { description: OTHER });
    values[OTHER] = await revealCreated(person);
    await person.presses("button", "Done");
    await goTo(person, "Workspaces");
    await person.sees("row", "…Default…");
    await person.presses("button", "Create workspace");
    await person.sees("dialog", "Create workspace");
    await person.presses("button", "Create workspace");
    await person.reads("Type a name.");
    await person.types("textbox", "Name", SPACE);
    await picture("01-create");
    await person.presses("button", "Create workspace");
    await person.reads(`${SPACE} is created.`, 20_000);
    await person.sees("row", `…${SPACE}…`);
    await person.sees("tab", "Models");
    await picture("02-created");
  });

  await chapter("its models are chosen, and the difference is said before it is saved", async () => {
    await person.presses("tab", "Models");
    for (const model of [MODEL, SECOND]) await person.presses("checkbox", `${model}…`);
    await person.at("access-change").reads("Not saved yet");
    await person.at("access-change").reads("+2");
    await picture("03-models");
    await person.presses("button", "Save changes");
    await person.reads("2 models saved.");
  });

  await chapter("so are its limits, no higher than the account's own", async () => {
    await person.presses("tab", "Limits");
    await person.presses("button", `Set limit of ${MODEL}`);
    await person.types("textbox", "Requests a minute", "999999999");
    await person.presses("button", "Save limit");
    await person.reads("The account's own limit is");
    await person.types("textbox", "Requests a minute", "3");
    await picture("04-limit");
    await person.presses("button", "Save limit");
    await person.reads(`The limit of ${MODEL} is saved.`);
    await person.at(`limit-${MODEL}`).reads("3 requests a minute");
  });

  await chapter("a key of it may call those models alone, and only as often", async () => {
    await goTo(person, "Keys");
    await person.presses("button", "Create API key");
    await person.sees("dialog", "Create API key");
    await person.chooses("Workspace", SPACE);
    await person.reads("A key of this workspace may call only the models that the workspace was granted.");
    await person.types("textbox", "Description", KEY);
    await person.presses("button", "Review");
    await person.sees("dialog", "Create this key?");
    await person.presses("button", "Create API key");
    await person.sees("dialog", "API key created", 20_000);
    values[KEY] = await revealCreated(person);
    await person.presses("button", "Done");
    assert.equal(await calls("qwen3-max", values[KEY]), 403, "a model that was not granted");
    assert.deepEqual([await calls(MODEL, values[KEY]), await calls(MODEL, values[KEY]), await calls(SECOND, values[KEY])], [200, 200, 200]);
    assert.equal(await calls(MODEL, values[KEY]), 200);
    assert.equal(await calls(MODEL, values[KEY]), 429, "the fourth within a minute");
    assert.equal(await calls(SECOND, values[OTHER]), 200, "another workspace has no such limit");
  });

  await chapter("what was called is the cost, by model, key and workspace", async () => {
    await goTo(person, "Cost");
    for (const model of [MODEL, SECOND]) await person.sees("row", `…${model}…`);
    assert.equal((await person.all("row", "…qwen3-max…")).length, 0, "what was refused costs nothing");
    await person.at("cost-total").reads("CNY ");
    await picture("05-by-model");
    await person.chooses("Grouped by", "API key");
    for (const key of [KEY, OTHER]) await person.sees("row", `…${key}…`);
    await picture("06-by-key");
    await person.chooses("Grouped by", "Workspace");
    await person.sees("row", `…${SPACE}…`);
    await person.chooses("Workspace", SPACE);
    await until("the team's own cost alone", async () => (await person.all("row")).length === 2);
    await person.chooses("Workspace", "All workspaces");
    await person.chooses("Grouped by", "Model");
    await person.sees("row", `…${MODEL}…`);
  });

  await chapter("the chart is read with the keyboard", async () => {
    await person.tabsTo("img", `…${MODEL} …`);
    const tip = person.at("chart-tip");
    await tip.reads(SECOND);
    const today = await tip.says();
    await picture("07-chart");
    await person.strikes(Key.ARROW_LEFT);
    await until("another day", async () => (await tip.says()) !== today);
    await person.strikes(Key.END);
    await until("today again", async () => (await tip.says()) === today);
    await person.strikes(Key.ESCAPE);
    await until("no tip", async () => (await tip.says()) === "");
  });

  await chapter("it is saved as a file that a table program opens", async () => {
    await person.presses("button", "Download CSV");
    await person.reads("Saved: ");
    const path = /Saved: (\S+\.csv)/.exec(await person.says())[1];
    assert.ok(path.startsWith(stage.home), path);
    const lines = readFileSync(path, "utf8").trim().split(/\r?\n/);
    assert.equal(lines[0], '"period","id","name","amount","currency"');
    for (const model of [MODEL, SECOND]) assert.ok(lines.some((line) => line.includes(`"${model}"`) && line.endsWith(',"CNY"')), lines.join("\n"));
  });

  await chapter("a workspace with a key in it stays, and the service says what is in the way", async () => {
    await goTo(person, "Workspaces");
    await person.presses("button", `Actions for ${SPACE}`);
    await person.presses("menuitem", "Delete …");
    await person.reads("One key is in it.");
    await person.presses("button", "Delete workspace");
    await person.at("workspace-not-deleted").reads("The service says what is in the way:");
    await picture("08-in-the-way");
    await person.presses("button", "Go to its keys");
    await person.sees("heading", "Keys");
    assert.equal((await person.all("row", `…${OTHER}…`)).length, 0, "its keys alone");
    await deleteKey(person, { description: KEY });
  });

  await chapter("empty, it is deleted", async () => {
    await goTo(person, "Workspaces");
    await person.presses("button", `Actions for ${SPACE}`);
    await person.presses("menuitem", "Delete …");
    await person.reads("No key is in it.");
    await person.presses("button", "Delete workspace");
    await person.reads(`${SPACE} is deleted.`);
    await person.misses("row", `…${SPACE}…`);
    const entry = async () => {
      await person.presses("button", "Actions for Default Workspace");
      return person.sees("menuitem", "…The default workspace cannot be deleted.…");
    };
    assert.equal(await (await entry()).getAttribute("aria-disabled"), "true");
  });
});

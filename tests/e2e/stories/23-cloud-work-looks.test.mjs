// What is done with an account in both languages, both themes and two sizes: replacing a key, keeping one from elsewhere,
// workspaces and cost. axe finds nothing, no text is cut off, and a picture is kept.

import { test } from "node:test";
import { addAccount } from "../rooms/account.mjs";
import { openCloud, REGIONS } from "../rooms/cloud.mjs";
import { regionPlane } from "../rooms/control.mjs";
import { callsModel, createKey, revealCreated, setVariable, VARIABLE } from "../rooms/job.mjs";
import { chooseLanguage, inEachLook, presses, showsRegion } from "../rooms/looks.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";
import { WORDS } from "../rooms/words.mjs";

const BEIJING = "cn-beijing";
const TOKYO = "ap-northeast-1";
const HONG_KONG = "cn-hongkong";
const SETTINGS = { [BEIJING]: [], [TOKYO]: [], [HONG_KONG]: ["--deny", "ListApiKeys"] };
const KEY = "a key with a description that is too long for its column, and for most others";
const SPACE = "The team of the shop";
const MODELS = ["qwen-plus", "qwen-max", "qwen3-max", "qwen-flash"];
const COLLEAGUE = "from a colleague, for the weekend only";
const PLAN_KEY = `sk-sp-${"0123456789abcdef".repeat(2)}`;

for (const language of ["en", "zh"]) {
  test(`work with an account, in ${language}`, async (t) => {
    const words = WORDS[language];
    const stage = await setStage(t, { story: `cloud-work-looks-${language}` });
    const cloud = await openCloud(t, { folder: stage.folder, env: stage.env, regions: SETTINGS });
    const pasted = (await regionPlane(cloud, HONG_KONG).create("of a colleague")).apiKeyValue;
    const listed = (await regionPlane(cloud, TOKYO).create(KEY)).apiKeyValue;
    const window = await stage.start();
    const { person } = window;
    await prepare(person, cloud);
    await chooseLanguage(person, WORDS.en, words);
    await inEachLook(t, window, {
      language,
      words,
      async walk(inspect) {
        await person.presses("button", words.keys);
        await paste(person, words, { pasted, listed }, inspect);
        await showsRegion(person, words, BEIJING);
        await replace(person, words, inspect);
        await workspaces(person, words, inspect);
        await cost(person, words, inspect);
      },
    });
  });
}

/** An account with a key that is set and was used, and a workspace with a key in it. */
async function prepare(person, cloud) {
  await addAccount(person, cloud, { name: "The company", region: BEIJING, regions: REGIONS });
  await createKey(person, { description: KEY });
  const value = await revealCreated(person);
  await person.presses("button", `Set as ${VARIABLE}…`);
  await setVariable(person);
  for (const model of MODELS) await callsModel(cloud.endpoints[BEIJING], value, model);
  await person.presses("button", "Workspaces");
  await person.presses("button", "Create workspace");
  await person.types("textbox", "Name", SPACE);
  await presses(person, "create-workspace-submit");
  await person.reads(`${SPACE} is created.`, 20_000);
  await person.presses("button", "Close"); // Else the message is seen with what comes next.
  await person.presses("button", "Keys");
  await presses(person, "row-menu"); // The list is there.
  await presses(person, "details", "menuitem");
  await person.presses("button", "Close details");
  await person.presses("button", "Create API key");
  await person.chooses("Workspace", SPACE);
  await person.types("textbox", "Description", "of the team");
  await person.presses("button", "Review");
  await presses(person, "create-submit");
  await presses(person, "reveal-close");
}

async function paste(person, words, { pasted, listed }, inspect) {
  const looksAt = async (text) => {
    await person.types("textbox", words.keyToPaste, text);
    await presses(person, "paste-look");
  };
  await presses(person, "paste");
  await inspect("paste");
  await looksAt(`${pasted.slice(0, 9)}****${pasted.slice(-4)}`);
  await person.sees("alert");
  await inspect("paste-masked");
  await looksAt(listed);
  await person.at("paste-kind").sees("heading");
  await inspect("paste-in-a-list");
  await presses(person, "paste-another");
  await looksAt(PLAN_KEY);
  await person.at("keep-form").sees("textbox");
  await inspect("paste-plan");
  await presses(person, "paste-another");
  await looksAt(pasted);
  await presses(person, "ask-submit");
  await until("an answer of each host", () => person.browser.executeScript(() => document.querySelectorAll(".asked-said").length === 7));
  await inspect("paste-asked");
  await person.at("paste-description").types("textbox", undefined, COLLEAGUE);
  await presses(person, "paste-keep");
  await person.at("paste-kept").sees("button");
  await inspect("paste-kept");
  await person.at("paste-kept").presses("button");
  await person.at("unlisted").sees("row");
  await inspect("unlisted");
  await person.at("unlisted").presses("button", words.actionsFor(COLLEAGUE));
  await presses(person, "forget", "menuitem");
  await person.at("forget-dialog").sees("button");
  await inspect("forget");
  await presses(person, "forget-submit");
  await person.misses("alertdialog");
  await person.presses("button", words.close); // Else the message is seen with what comes next.
}

async function replace(person, words, inspect) {
  await person.presses("button", words.actionsFor(KEY));
  await presses(person, "rotate", "menuitem");
  await person.at("will-move").sees("list");
  await inspect("replace");
  await presses(person, "rotate-begin");
  await person.at("rotate-stop").presses("button").catch(() => {});
  await until("a step to end", async () => (await person.at("rotate-continue").all("button")).length + (await person.at("rotate-done").all("button")).length > 0);
  await inspect("replace-stopped");
  if ((await person.at("rotate-continue").all("button")).length > 0) await presses(person, "rotate-continue");
  await person.at("rotation-done").sees("status", undefined, 60_000);
  await inspect("replace-done");
  await presses(person, "rotate-delete");
  await inspect("replace-delete");
  await presses(person, "question-back");
  await presses(person, "rotate-undo");
  await inspect("replace-undo");
  await presses(person, "question-submit");
  await person.at("rotation-undone").sees("status", undefined, 60_000);
  await inspect("replace-undone");
  await presses(person, "rotate-done");
}

async function workspaces(person, words, inspect) {
  await person.presses("button", words.workspaces);
  await person.sees("row", `…${SPACE}…`);
  await inspect("workspaces");
  await person.presses("button", words.detailsOf(SPACE));
  await inspect("workspace");
  await presses(person, "tab-models", "tab");
  await person.presses("checkbox", "qwen-plus…");
  await person.at("access-change").sees("button");
  await inspect("workspace-models");
  await person.presses("checkbox", "qwen-plus…");
  await presses(person, "tab-limits", "tab");
  await person.presses("button", words.setLimit("qwen-flash"));
  await inspect("workspace-limits");
  await presses(person, "tab-cost", "tab");
  await person.at("workspace-cost-open").sees("button");
  await inspect("workspace-cost");
  await person.presses("button", words.closeWorkspace);
  await person.presses("button", words.actionsFor(SPACE));
  await presses(person, "delete", "menuitem");
  await presses(person, "delete-workspace-submit");
  await person.at("workspace-not-deleted").sees("button");
  await inspect("workspace-not-deleted");
  await person.presses("button", words.cancel);
  await showsRegion(person, words, TOKYO);
  await presses(person, "create-workspace-open");
  await inspect("workspace-create");
  await person.presses("button", words.cancel);
  await showsRegion(person, words, BEIJING);
}

async function cost(person, words, inspect) {
  await person.presses("button", words.cost);
  await person.sees("row", "…qwen-max…");
  await inspect("cost");
  await person.chooses(words.time, words.ownDays);
  await person.types("textbox", words.firstDay, "tomorrow");
  await person.presses("button", words.showDays);
  await person.sees("alert");
  await inspect("cost-own-days");
  await person.chooses(words.time, words.thirtyDays);
  await person.chooses(words.workspace, SPACE);
  await person.at("no-costs").sees("button");
  await inspect("cost-none");
}

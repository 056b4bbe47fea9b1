// Tools, the doctor and setting a variable in both languages, both themes and two sizes: axe finds nothing, no text is cut off,
// and a picture is kept.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addsForeignLine, answered, makesProject, makesUnit, settled, startsProgram, VARIABLE } from "../rooms/doctor.mjs";
import { createKey } from "../rooms/job.mjs";
import { chooseLanguage, inEachLook, presses } from "../rooms/looks.mjs";
import { setStage } from "../rooms/stage.mjs";
import { furnishTools, SETTINGS } from "../rooms/tools.mjs";
import { WORDS } from "../rooms/words.mjs";

const KEY = "a key with a description that is too long for its column, and for most others";
const PATIENCE = 60_000;

for (const language of ["en", "zh"]) {
  test(`tools, doctor and variables, in ${language}`, async (t) => {
    const words = WORDS[language];
    const stage = await setStage(t, { story: `one-click-looks-${language}` });
    const { home, folder } = stage;
    furnishTools(home);
    writeFileSync(join(home, SETTINGS.openClaw), "{\n  gateway: {\n  ,,\n}\n");
    // Its tool does not read a comma before an end.
    writeFileSync(join(home, SETTINGS.qwen), `{\n  "env": {\n    "${VARIABLE}": "sk-of-before-0123456789abcdef",\n  }\n}\n`);
    const project = makesProject(home);
    makesUnit(home);
    await startsProgram(t, { folder, name: "claude", variables: { [VARIABLE]: "sk-of-before-0123456789abcdef" } });
    const window = await stage.start();
    const { person } = window;
    await createKey(person, { description: KEY });
    await person.presses("button", "Done");
    await setsElsewhere(person, home);
    await chooseLanguage(person, WORDS.en, words);
    await inEachLook(t, window, {
      language,
      words,
      async walk(inspect) {
        await tools(person, words, inspect);
        await variable(person, words, inspect);
        await doctor(person, words, project, inspect);
        await person.presses("button", words.keys);
      },
    });
  });
}

/** The doctor's variable is set by this program and, after it, by somebody else. */
async function setsElsewhere(person, home) {
  await person.presses("button", "Doctor");
  await person.at("doctor-variable").types("textbox", undefined, VARIABLE);
  await presses(person, "doctor-look");
  await answered(person);
  await person.at("finding-set").presses("button");
  await writes(person, "variable");
  addsForeignLine(home);
  await person.presses("button", "Keys");
}

/** From the preview to the end of a dialog that writes. */
async function writes(person, name, look = async () => {}) {
  await presses(person, `${name}-write`);
  await person.at(`${name}-result`).sees("status", undefined, PATIENCE);
  await look();
  await presses(person, `${name}-done`);
  await person.misses("dialog");
  if (name === "variable") await settled(person).catch(() => {});
}

async function tools(person, words, inspect) {
  await person.presses("button", words.tools);
  await person.at("tool-openClaw").sees("button", undefined);
  await inspect("tools");
  await person.presses("button", words.setUpTool("Claude Code"));
  await person.at("tool-preview").sees("table");
  await inspect("tool");
  await person.presses("radio", words.fromVariable);
  await person.at("variable-not-set").sees("button");
  await inspect("tool-variable");
  await presses(person, "tool-set-variable");
  await person.at("variable-dialog").sees("table", undefined, PATIENCE);
  await inspect("tool-sets-variable");
  await person.presses("button", words.cancel);
  await person.presses("button", words.cancel);
  await person.presses("button", words.setUpTool("Qwen Code"));
  await person.presses("radio", words.fromSettings);
  await person.at("obstacle").reads(SETTINGS.qwen);
  await inspect("tool-plain-text");
  await presses(person, "tool-write");
  await person.at("tool-result").sees("status", undefined, PATIENCE);
  await inspect("tool-written");
  await presses(person, "tool-undo");
  await person.misses("button", words.undo);
  await inspect("tool-undone");
  await presses(person, "tool-done");
  await person.presses("button", words.stepsFor("Chatbox"));
  await person.at("guide-copy-key").sees("button");
  await inspect("tool-steps");
  await person.presses("button", words.done);
}

async function variable(person, words, inspect) {
  await person.presses("button", words.keys);
  await person.presses("button", words.actionsFor(KEY));
  await person.presses("menuitem", words.set);
  await person.at("variable-dialog").sees("table", undefined, PATIENCE);
  await inspect("variable");
  await person.at("variable-target").chooses(undefined, words.forClaude);
  await person.presses("radio", words.fromFile);
  await person.at("variable-dialog").reads("ANTHROPIC_BASE_URL=");
  await inspect("variable-pair");
  await person.at("once").presses("button");
  await person.at("once").sees("tab");
  await scrollsTo(person, "[data-testid=once]");
  await inspect("variable-once");
  await presses(person, "variable-write");
  await person.at("variable-result").sees("status", undefined, PATIENCE);
  await inspect("variable-written");
  await presses(person, "variable-undo");
  await person.misses("button", words.undo);
  await inspect("variable-undone");
  await presses(person, "variable-done");
}

async function doctor(person, words, project, inspect) {
  await person.presses("button", words.doctor);
  await person.sees("heading", words.doctorTitle);
  await inspect("doctor");
  await person.at("doctor-variable").types("textbox", undefined, "my key");
  await person.at("doctor-folders").types("textbox", undefined, "shop");
  await presses(person, "doctor-look");
  await inspect("doctor-mistakes");
  await person.at("doctor-variable").types("textbox", undefined, VARIABLE);
  await person.at("doctor-folders").types("textbox", undefined, project);
  await presses(person, "doctor-look");
  await answered(person);
  await inspect("doctor-findings");
  await scrollsTo(person, "[data-testid=finding-settingsNotRead]");
  await inspect("doctor-settings-not-read");
  await scrollsTo(person, "#doctor-sources");
  await inspect("doctor-sources");
  await scrollsTo(person, "#doctor-looked");
  await inspect("doctor-looked");
  await presses(person, "finding-comment-out");
  await person.at("variable-dialog").sees("table", undefined, PATIENCE);
  await inspect("doctor-comment-out");
  await person.presses("button", words.cancel);
}

function scrollsTo(person, selector) {
  return person.browser.executeScript((wanted) => document.querySelector(wanted).scrollIntoView({ block: "start" }), selector);
}

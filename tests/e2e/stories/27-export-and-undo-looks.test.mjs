// Exporting a key and undoing everything in both languages, both themes and two sizes: axe finds nothing, no text is cut off, and
// a picture is kept.

import { test } from "node:test";
import { createKey } from "../rooms/job.mjs";
import { chooseLanguage, inEachLook, presses } from "../rooms/looks.mjs";
import { setStage } from "../rooms/stage.mjs";
import { furnishTools } from "../rooms/tools.mjs";
import { WORDS } from "../rooms/words.mjs";

const KEY = "a key with a description that is too long for its column, and for most others";
const PATIENCE = 60_000;

for (const language of ["en", "zh"]) {
  test(`an export, and everything undone, in ${language}`, async (t) => {
    const words = WORDS[language];
    const stage = await setStage(t, { story: `export-and-undo-looks-${language}` });
    furnishTools(stage.home);
    const window = await stage.start();
    const { person } = window;
    await createKey(person, { description: KEY });
    await person.presses("button", "Done");
    await chooseLanguage(person, WORDS.en, words);
    await inEachLook(t, window, {
      language,
      words,
      async walk(inspect) {
        await person.presses("button", words.keys);
        await exportsKey(person, words, inspect);
        await setsVariableAndTool(person, words);
        await undoesEverything(person, words, inspect);
      },
    });
  });
}

async function exportsKey(person, words, inspect) {
  await person.presses("button", words.actionsFor(KEY));
  await person.presses("menuitem", words.export);
  await person.at("export-save").sees("button");
  await inspect("export");
  await person.presses("radio", words.dotEnv);
  await inspect("export-plaintext");
  await presses(person, "export-save");
  await person.at("export-saved").sees("status", undefined, PATIENCE);
  await inspect("export-saved");
  await person.presses("button", words.done);
}

async function setsVariableAndTool(person, words) {
  await person.presses("button", words.actionsFor(KEY));
  await person.presses("menuitem", words.set);
  await person.at("variable-dialog").sees("table", undefined, PATIENCE);
  await writes(person, "variable");
  await person.presses("button", words.tools);
  await person.presses("button", words.setUpTool("Qwen Code"));
  await person.presses("radio", words.fromSettings);
  await person.at("tool-preview").sees("table");
  await writes(person, "tool");
}

async function writes(person, name) {
  await presses(person, `${name}-write`);
  await person.at(`${name}-result`).sees("status", undefined, PATIENCE);
  await presses(person, `${name}-done`);
  await person.misses("dialog");
}

async function undoesEverything(person, words, inspect) {
  await person.presses("button", words.changes);
  await person.at("undo-everything").sees("button");
  await inspect("changes");
  await presses(person, "undo-everything");
  await person.at("undo-everything-submit").sees("button");
  await inspect("undo-asked");
  await presses(person, "undo-everything-submit");
  await person.at("undone-everything").sees("status", undefined, PATIENCE);
  await inspect("undo-done");
  await person.presses("button", words.done);
}

// A key is handed to the tools that call models: written into the settings of some, in each way, and told step by step for
// others. What is written is shown before, works, follows the key, and can be taken back; everything else of a file stays.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { clipboard } from "../rooms/clipboard.mjs";
import { filesWith } from "../rooms/home.mjs";
import { chapters, createKey, goTo, revealCreated, setVariable, VARIABLE } from "../rooms/job.mjs";
import { seenByShells } from "../rooms/shells.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";
import {
  callsAsClaude,
  callsAsOpenAi,
  documentOf,
  furnishTools,
  opensTool,
  printedBy,
  SETTINGS,
  settingsOf,
  settingsOfTools,
  writesTool,
} from "../rooms/tools.mjs";

const KEY = "写代码用";
const MODEL = "qwen3-coder-plus";

test("tools get a key, follow it and give it back", async (t) => {
  const stage = await setStage(t, { story: "tools" });
  const { home } = stage;
  furnishTools(home);
  const chapter = chapters(t);
  const before = settingsOfTools(home);
  const { person, picture } = await stage.start();
  let value;

  await chapter("each tool says whether it is here; looking changes nothing", async () => {
    await createKey(person, { description: KEY });
    value = await revealCreated(person);
    await person.presses("button", "Done");
    await goTo(person, "Tools");
    await person.at("tool-claudeCode").reads("Installed");
    await person.at("tool-qwenCode").reads("Installed");
    await person.at("tool-clineCli").reads("Not found here, can be prepared");
    await picture("01-tools");
    assert.deepEqual(settingsOfTools(home), before);
  });

  await chapter("Claude Code asks the keyring: the preview shows each line and no key", async () => {
    await opensTool(person, "Claude Code");
    await person.at("tool-preview").reads("apiKeyHelper");
    assert.ok(!(await person.holds()).includes(value));
    assert.deepEqual(settingsOfTools(home), before, "a preview changes nothing");
    await writesTool(person, "Claude Code", { look: (one) => picture(`02-claude-${one}`) });
    assert.deepEqual(filesWith(home, value), [], "no file holds the key");
  });

  await chapter("its own command prints the key, with which its own address lets it in", async () => {
    const { apiKeyHelper, env, theme, permissions } = documentOf(home, "claude");
    assert.equal(await printedBy(apiKeyHelper, stage), value);
    assert.equal(env.ANTHROPIC_MODEL, MODEL);
    assert.equal(await callsAsClaude(env.ANTHROPIC_BASE_URL, value, MODEL), 200);
    assert.deepEqual([theme, permissions.allow.length, env.DISABLE_TELEMETRY], ["dark", 2, "1"]);
  });

  await chapter("Qwen Code reads a variable: what is missing is set on the way, and the way leads back", async () => {
    await opensTool(person, "Qwen Code");
    await person.at("variable-not-set").reads(`${VARIABLE} is not set`);
    await picture("03-qwen-variable");
    await person.presses("button", `Set ${VARIABLE} …`);
    await setVariable(person);
    await person.sees("dialog", "Set up Qwen Code");
    await person.at("variable-not-set").misses("button");
    await writesTool(person, "Qwen Code", { look: (one) => picture(`04-qwen-${one}`) });
    const [provider] = documentOf(home, "qwen").modelProviders.openai;
    assert.equal(provider.envKey, VARIABLE);
    const { bash } = await seenByShells(stage, VARIABLE);
    assert.equal(bash, value);
    assert.equal(await callsAsOpenAi(provider.baseUrl, bash, MODEL), 200);
    assert.deepEqual(filesWith(home, value), [], "still no file holds the key");
    for (const line of ["// Meine Einstellungen, 我的设置", "// not the light one", "/* servers of the team */"]) {
      assert.ok(settingsOf(home, "qwen").includes(line), line);
    }
  });

  await chapter("changed to the value in its settings: said before, and in that file alone", async () => {
    await opensTool(person, "Qwen Code", { again: true });
    await person.presses("radio", "From its settings file…");
    await person.at("tool-preview").reads("Plain text");
    assert.ok(!(await person.holds()).includes(value), "the preview masks it");
    await writesTool(person, "Qwen Code", { look: (one) => picture(`05-qwen-value-${one}`) });
    assert.deepEqual(filesWith(home, value), [SETTINGS.qwen]);
  });

  await chapter("Codex and OpenCode too, from the menu of the key", async () => {
    await goTo(person, "Keys");
    await person.presses("button", `Actions for ${KEY}`);
    await person.presses("menuitem", "Use in a tool …");
    await person.at("tool-errand").reads(KEY);
    await opensTool(person, "Codex CLI");
    await writesTool(person, "Codex CLI");
    const provider = /command = "(.*?)".*args = \[(.*?)\]/s.exec(settingsOf(home, "codex"));
    assert.ok(provider, "it asks the keyring");
    const command = [provider[1], ...JSON.parse(`[${provider[2]}]`)].map((word) => `'${word}'`).join(" ");
    assert.equal(await printedBy(command, stage), value);
    await opensTool(person, "OpenCode");
    await person.presses("radio", "From its settings file…");
    await person.at("tool-preview").reads("Plain text");
    await writesTool(person, "OpenCode");
    assert.deepEqual(filesWith(home, value).sort(), [SETTINGS.openCode, SETTINGS.qwen].sort());
    await picture("06-tools-set");
  });

  await chapter("the key's panel says where it is used on this computer", async () => {
    await goTo(person, "Keys");
    await person.presses("button", `Details of ${KEY}`);
    const used = await person.at("used-here").says();
    for (const name of [VARIABLE, "Claude Code", "Qwen Code", "Codex CLI", "OpenCode"]) assert.ok(used.includes(name), `${name}: ${used}`);
    await picture("07-used-here");
    await person.presses("button", "Close details");
  });

  await chapter("reset: every place has the new value, and the old one is nowhere", async () => {
    await person.presses("button", `Actions for ${KEY}`);
    await person.presses("menuitem", "Reset …");
    await person.presses("button", "Reset key");
    await person.sees("dialog", "API key reset", 60_000);
    await picture("08-reset");
    await person.at("followed").reads("Qwen Code");
    const old = value;
    value = (await stage.keyring.items()).find(({ name }) => name.includes("/key/")).secret;
    assert.notEqual(value, old);
    await person.presses("button", "Done");
    assert.deepEqual(filesWith(home, old), []);
    assert.deepEqual(filesWith(home, value).sort(), [SETTINGS.openCode, SETTINGS.qwen].sort());
    assert.equal(await printedBy(documentOf(home, "claude").apiKeyHelper, stage), value);
  });

  await chapter("a guided tool: each field to copy, and a link that carries the key, said so", async () => {
    await goTo(person, "Tools");
    await person.presses("button", "Show the steps for Chatbox …");
    await person.at("guide-steps").reads("API Host");
    await picture("09-chatbox");
    assert.ok(!(await person.holds()).includes(value), "the key is not on the page");
    await person.presses("button", "Copy key");
    await person.reads("Copied");
    assert.equal(await clipboard(stage.env), value);
    await person.presses("button", "Copy link with the key in it");
    const link = await until("the link on the clipboard", async () => {
      const text = await clipboard(stage.env);
      return text.startsWith("chatbox://") && text;
    });
    const config = JSON.parse(Buffer.from(new URL(link).searchParams.get("config"), "base64"));
    assert.equal(config.settings.apiKey, value);
    assert.equal(await callsAsOpenAi(`${config.settings.apiHost}${config.settings.apiPath}`.replace("/chat/completions", ""), value, MODEL), 200);
    await person.presses("button", "Done");
  });

  await chapter("settings that cannot be read are refused, with the line", async () => {
    writeFileSync(join(home, SETTINGS.openClaw), "{\n  gateway: {\n  ,,\n}\n");
    await goTo(person, "Keys");
    await goTo(person, "Tools");
    await person.at("tool-openClaw").reads("Line 3");
    await picture("10-unreadable");
    writeFileSync(join(home, SETTINGS.openClaw), before[SETTINGS.openClaw]);
  });

  await chapter("taken back one by one: what the user changed meanwhile stays, the rest is as it was", async () => {
    const path = join(home, SETTINGS.claude);
    writeFileSync(path, readFileSync(path, "utf8").replace('"cleanupPeriodDays": 30', '"cleanupPeriodDays": 7'));
    await goTo(person, "Changes on this computer");
    await person.reads("In effect");
    await picture("11-changes");
    // One of them was changed once: that is taken back in two steps.
    for (let step = 1; step <= 6; step += 1) {
      const change = await person.browser.executeScript(standing);
      await person.at(change).presses("button", "Undo");
      await person.presses("button", "Undo change");
      await until("it to be undone", async () => (await person.at(change).says()).includes("Undone"));
    }
    assert.deepEqual(await person.all("button", "Undo"), []);
    await picture("12-undone");
    const expected = { ...before, [SETTINGS.claude]: Buffer.from(before[SETTINGS.claude].toString().replace("Days\": 30", "Days\": 7")) };
    assert.deepEqual(textsOf(settingsOfTools(home)), textsOf(expected));
    assert.deepEqual(filesWith(home, value), []);
  });
});

/** In the page: the newest change that stands, by its test id. */
function standing() {
  const cards = Array.from(document.querySelectorAll("[data-testid^=change-]"));
  return cards.find((card) => card.innerText.includes("In effect")).dataset.testid;
}

function textsOf(files) {
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, bytes.toString()]));
}

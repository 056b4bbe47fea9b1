// The steps of the main job, as a person does them, in English. The stories put them together.

import assert from "node:assert/strict";
import { until } from "./started.mjs";

export const VARIABLE = "DASHSCOPE_API_KEY";

/** From the list to the reveal. `look` sees each stage before it is left. */
export async function createKey(person, { description, look = async () => {} }) {
  await person.presses("button", "Create API key");
  await person.sees("dialog", "Create API key");
  await person.types("textbox", "Description", description);
  await look("form");
  await person.presses("button", "Review");
  await person.sees("dialog", "Create this key?");
  await person.reads(description);
  await look("summary");
  await person.presses("button", "Create API key");
  await person.sees("dialog", "API key created", 20_000);
  await look("created");
}

/** The value, in the dialog that follows a creation. */
export async function revealCreated(person) {
  await person.presses("button", "Reveal");
  return revealedValue(person);
}

/** The value that stands on the screen. */
export async function revealedValue(person) {
  const value = await until("the revealed value", () =>
    person.browser.executeScript(() => document.querySelector("[data-testid=revealed-value]")?.textContent),
  );
  assert.match(value, /^sk-ws-[A-Za-z0-9._-]{43,}$/, "a value in the shape of the platform");
  return value;
}

/** From the preview to the verified end. */
export async function setVariable(person, { look = async () => {} } = {}) {
  await person.sees("dialog", `Set as ${VARIABLE}`);
  await person.reads("config.fish");
  await look("preview");
  await person.presses("button", "Write");
  await person.reads(`${VARIABLE} is set.`, 30_000);
  await look("verified");
  await person.presses("button", "Done");
  await person.misses("dialog", `Set as ${VARIABLE}`);
}

/** A screen of the rail. */
export async function goTo(person, screen) {
  await person.presses("button", screen);
  await person.sees("heading", screen);
}

/** Takes the change back, in the list of changes. */
export async function undoChange(person, { look = async () => {} } = {}) {
  await goTo(person, "Changes on this computer");
  await person.reads("In effect");
  await look("changes");
  await person.presses("button", "Undo");
  await person.presses("button", "Undo change");
  await person.reads("Undone", 30_000);
  await look("undone");
}

/** Deletes a key that is not set anywhere, as the row's menu offers it. */
export async function deleteKey(person, { description, look = async () => {} }) {
  await person.presses("button", `Actions for ${description}`);
  await person.presses("menuitem", "Delete …");
  await person.sees("button", "Delete key");
  await look("delete");
  await person.presses("button", "Delete key");
  // While the dialog is open, what lies behind it is out of reach, and the row would be missed too early.
  await person.misses("alertdialog");
  await person.misses("row", `…${description}…`);
}

/** The address that the window names for programs that speak OpenAI's protocol. */
export async function baseUrl(person) {
  const found = /http:\/\/127\.0\.0\.1:\d+\/compatible-mode\/v1/.exec(await person.says());
  assert.ok(found, "the window names the base URL");
  return found[0];
}

/** Asks the data plane for its models with a key, as a program would. */
export async function asksForModels(base, key) {
  const answer = await fetch(`${base}/models`, { headers: { Authorization: `Bearer ${key}` } });
  return { status: answer.status, body: await answer.json() };
}

/** Calls a model as a program does, with much to read for it, and gives the status of the answer. */
export async function callsModel(endpoint, key, model) {
  const answer = await fetch(`${endpoint}/compatible-mode/v1/chat/completions`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ model, messages: [{ role: "user", content: "how many shoes are in stock? ".repeat(400) }] }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Chapters of a story: each is told by its name, and the first that fails ends the story. */
export function chapters(t) {
  return async (name, act) => {
    let failure;
    await t.test(name, async () => {
      try {
        await act();
      } catch (reason) {
        failure = reason;
        throw reason;
      }
    });
    if (failure) throw new Error(`the story ended at “${name}”`);
  };
}

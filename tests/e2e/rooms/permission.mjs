// The steps in the editor of a permission, as a person does them, in English. The stories put them together.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { until } from "./started.mjs";

/** What the editor's parts are called. */
export const EDITOR = {
  box: "Add an address, block or range",
  review: "Review changes",
  save: "Save changes",
  tester: "Would this address be allowed?",
  question: "Shut yourself out?",
};

/** Opens the editor of a key from its row. */
export async function openEditor(person, description) {
  await person.presses("button", `Actions for ${description}`);
  await person.presses("menuitem", "Edit permission …");
  await person.sees("dialog", `Permission of ${description}`);
}

/** Types entries, each made a chip with Enter, and waits until the program has read them. */
export async function addEntries(person, ...entries) {
  for (const entry of entries) {
    await person.types("textbox", EDITOR.box, entry);
    await person.strikes(Key.ENTER);
  }
  await settled(person);
}

/** Waits until every chip has been read. */
export async function settled(person) {
  await until("the list to be read", async () => !(await person.says()).includes("Reading the addresses"));
  await until("every chip to be read", () => person.browser.executeScript(() => !document.querySelector("[data-testid=chip-unread]")));
}

/** The chips' texts. */
export async function chips(person) {
  return person.browser.executeScript(() => Array.from(document.querySelectorAll(".chip-entry"), (chip) => chip.textContent));
}

/** Empties the list, chip by chip. */
export async function clearList(person) {
  for (const text of await chips(person)) await person.presses("button", `Remove ${text}`);
  assert.deepEqual(await chips(person), []);
}

/** Whether the list could be saved as it is. */
export async function canReview(person) {
  return (await person.sees("button", EDITOR.review)).isEnabled();
}

/** From the editor to the difference. */
export async function review(person) {
  await person.presses("button", EDITOR.review);
  await person.sees("dialog", "Save these changes?");
}

/** From the difference to the proof. */
export async function save(person) {
  await person.presses("button", EDITOR.save);
}

/** Waits for the end of the saving. */
export async function saved(person, sentence) {
  await person.sees("dialog", "Permission saved", 20_000);
  await person.reads(sentence);
}

export async function done(person) {
  await person.presses("button", "Done");
  await until("no dialog", async () => (await person.all("dialog")).length === 0);
}

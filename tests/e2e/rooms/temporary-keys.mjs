// The steps with temporary keys, as a person does them, in English. The stories put them together.

import assert from "node:assert/strict";
import { until } from "./started.mjs";

/** Makes one that lives for so many seconds: one of the usual times, or typed. Gives the person at its card. */
export async function makeTemporaryKey(person, seconds) {
  const usual = { 60: "1 minute", 300: "5 minutes", 900: "15 minutes", 1800: "30 minutes" }[seconds];
  await person.presses("radio", usual ?? "Other");
  if (!usual) await person.types("textbox", "Seconds", String(seconds));
  const before = await cards(person);
  await person.presses("button", "Create temporary key");
  const card = await until("the card of the temporary key", async () => (await cards(person)).find((one) => !before.includes(one)));
  return person.at(card);
}

/** The test ids of the cards that are on the screen. */
export async function cards(person) {
  return person.browser.executeScript(() => Array.from(document.querySelectorAll("article.temporary"), (card) => card.dataset.testid));
}

/** The seconds that a card counts down. */
export async function secondsLeft(card) {
  const text = await card.textOf(await card.sees("timer", "Time left"));
  const [, minutes, seconds] = /^(\d+):(\d\d)/.exec(text);
  return Number(minutes) * 60 + Number(seconds);
}

/** The value, on its card. */
export async function revealTemporary(card) {
  await card.presses("button", "Reveal");
  const value = await until("the revealed value", () =>
    card.browser.executeScript((part) => document.querySelector(`${part} [data-testid=revealed-value]`)?.textContent, card.part),
  );
  assert.match(value, /^st-[A-Za-z0-9._-]{16,}$/, "a value in the shape of the platform");
  return value;
}

// The regions, as a person goes from one to another and reads how they stand, in English.

import { Key } from "selenium-webdriver";

/** Shows another region, by its name. */
export async function goToRegion(person, name) {
  await person.presses("button", "…. Switch region");
  await person.presses("menuitemradio", `${name}…`);
  await person.sees("button", `Region: ${name}. Switch region`);
}

/** What the open switcher says of each region, side by side. */
export async function statesOf(person) {
  return person.browser.executeScript(() =>
    Array.from(document.querySelectorAll("[role=menuitemradio]"), (one) => one.innerText.replace(/\s+/g, " ").trim()),
  );
}

export async function openSwitcher(person) {
  await person.presses("button", "…. Switch region");
  await person.sees("menuitemradio", "This computer…");
}

export async function closeSwitcher(person) {
  await person.strikes(Key.ESCAPE);
  await person.misses("menuitemradio", "This computer…");
}

/** Asks every region anew. */
export async function refreshAll(person) {
  await person.at("refresh-all-button").presses("button");
}

// The regions, as a person goes from one to another and reads how they stand, in English.

import { Key } from "selenium-webdriver";

/** Shows another region, by its name. */
export async function goToRegion(person, name) {
  await person.presses("button", "…. Switch region");
  await person.presses("menuitemradio", `${name}…`);
  await person.sees("button", `Region: ${name}. Switch region`);
}

/** What the switcher says of each region, side by side. It is open before and after. */
export async function statesOf(person) {
  const items = await person.all("menuitemradio");
  return person.browser.executeScript((all) => all.map((one) => one.innerText.replace(/\s+/g, " ").trim()), items);
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
  await person.at("refresh-all-button").presses("button", "Refresh all regions");
}

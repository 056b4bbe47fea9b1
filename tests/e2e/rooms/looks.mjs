// Looking at a screen as different people have it: each language has each theme once, and each size once.

import { Person } from "./person.mjs";
import { chooseTheme, wellMade } from "./well-made.mjs";

const SIZES = { usual: { width: 1040, height: 700 }, smallest: { width: 800, height: 560 } };
const LOOKS = {
  en: [["light", "usual"], ["dark", "smallest"]],
  zh: [["dark", "usual"], ["light", "smallest"]],
};

/** Walks the same way in each look of a language; `walk` is given what inspects the screen that is open, by a name. */
export async function inEachLook(t, { person, browser, picture }, { language, words, walk }) {
  for (const [theme, size] of LOOKS[language]) {
    await chooseTheme(person, words, theme);
    await browser.manage().window().setRect({ x: 0, y: 0, ...SIZES[size] });
    await walk((name) => t.test(`${name}-${theme}-${size}`, () => wellMade(browser, () => picture(`${name}-${theme}-${size}`))));
  }
}

/** Switches the window to a language, by the words of the one that it is in. */
export async function chooseLanguage(person, words, wanted) {
  await person.presses("button", words.language);
  await person.presses("menuitemradio", wanted.chooseLanguage);
}

/** A button, an item of a menu or anything else to press, by its test id: these are the same in each language. */
export async function presses(person, testId, role = "button") {
  await person.at(testId).presses(role);
}

/** Shows another region, by its id. */
export async function showsRegion(person, words, region) {
  await person.presses("button", words.switchRegion);
  await new Person(person.browser, `[data-testid^="region-${region}"]`).presses("menuitemradio");
  await person.misses("menuitemradio");
}

// Every screen in both languages and both themes: axe finds nothing, nothing is cut off, and a picture is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { faults } from "../rooms/axe.mjs";
import { setStage } from "../rooms/stage.mjs";
import { chooseTheme, wellMade } from "../rooms/well-made.mjs";
import { WORDS } from "../rooms/words.mjs";

const KEY = "a key to look at, with a description that is too long for its column";

/** Screens that are entered from the list and left again to it. */
const SCREENS = {
  list: { enter: async () => {}, leave: async () => {} },
  details: {
    enter: (person, words) => person.presses("button", words.detailsOf(KEY)),
    leave: (person, words) => person.presses("button", words.closeDetails),
  },
  menu: {
    enter: (person, words) => person.presses("button", words.actionsFor(KEY)),
    leave: (person) => person.strikes(Key.ESCAPE),
  },
  create: {
    async enter(person, words) {
      await person.presses("button", words.create);
      await person.presses("radio", words.custom);
    },
    leave: (person, words) => person.presses("button", words.cancel),
  },
  preview: {
    async enter(person, words) {
      await person.presses("button", words.actionsFor(KEY));
      await person.presses("menuitem", words.set);
      // The plan is there: before that, the buttons are not where they will be.
      await person.reads("config.fish");
    },
    leave: (person, words) => person.presses("button", words.cancel),
  },
  reset: asked("reset", "resetKey"),
  delete: asked("delete", "deleteKey"),
  changes: place("changes"),
  settings: place("settings"),
  region: {
    async enter(person, words) {
      await person.presses("button", words.region);
      await person.presses("menuitemradio", words.beijing);
      await person.sees("button", words.backToThisComputer);
    },
    leave: (person, words) => person.presses("button", words.backToThisComputer),
  },
};

function asked(item, button) {
  return {
    async enter(person, words) {
      await person.presses("button", words.actionsFor(KEY));
      await person.presses("menuitem", words[item]);
      await person.sees("button", words[button]);
    },
    leave: (person, words) => person.presses("button", words.cancel),
  };
}

function place(name) {
  return {
    async enter(person, words) {
      await person.presses("button", words[name]);
      await person.sees("heading", words[name]);
    },
    leave: (person, words) => person.presses("button", words.keys),
  };
}

for (const language of ["en", "zh"]) {
  test(`every screen, in ${language}`, async (t) => {
    const words = WORDS[language];
    const stage = await setStage(t, { story: `looks-${language}`, width: 3840, height: 2160 });
    const { person, browser, picture } = await stage.start();
    const inspect = (name) => t.test(name, () => wellMade(browser, () => picture(name)));
    await person.presses("button", WORDS.en.language);
    await person.presses("menuitemradio", words.chooseLanguage);

    for (const theme of ["light", "dark"]) {
      await chooseTheme(person, words, theme);
      if (theme === "light") {
        await person.reads(words.empty);
        await inspect("empty-light");
      }
      await create(person, words, theme === "light" ? KEY : "another", (name) => inspect(`${name}-${theme}`));
      for (const [name, screen] of Object.entries(SCREENS)) {
        await screen.enter(person, words);
        await inspect(`${name}-${theme}`);
        await screen.leave(person, words);
      }
    }

    for (const [name, width, height] of [["smallest", 800, 560], ["largest", 3840, 2160]]) {
      await browser.manage().window().setRect({ x: 0, y: 0, width, height });
      for (const screen of ["list", "details", "create", "preview", "changes", "settings"]) {
        await SCREENS[screen].enter(person, words);
        await inspect(`${screen}-${name}`);
        await SCREENS[screen].leave(person, words);
      }
    }
  });
}

test("the checker sees a fault when there is one", async (t) => {
  const stage = await setStage(t, { story: "looks-control" });
  const { person, browser } = await stage.start();
  await person.reads(WORDS.en.empty);
  assert.deepEqual(await faults(browser), []);
  await browser.executeScript(() => document.querySelector("h1").after(document.createElement("img")));
  assert.match((await faults(browser)).join(), /image-alt/);
});

async function create(person, words, description, inspect) {
  await person.presses("button", words.create);
  await person.types("textbox", words.description, description);
  await person.presses("button", words.review);
  await person.sees("dialog", words.summary);
  await inspect("summary");
  await person.presses("button", words.create);
  await person.sees("dialog", words.created, 20_000);
  await inspect("created");
  await person.presses("button", words.done);
  await person.misses("dialog", words.created);
}

// Each stage of the editor in both languages and both themes, in a usual window and at 200 %: axe finds nothing, no text is
// cut off, and a picture is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { controlPlane } from "../rooms/control.mjs";
import { baseUrl } from "../rooms/job.mjs";
import { chips, settled } from "../rooms/permission.mjs";
import { setStage } from "../rooms/stage.mjs";
import { chooseTheme, wellMade } from "../rooms/well-made.mjs";
import { WORDS } from "../rooms/words.mjs";

const KEY = "a key with a rather long description";

/** A screen on which the window is as small, in its own measure, as it may be; and each point twice as large. */
const SIZES = {
  usual: { width: 1280, height: 900 },
  double: { width: 1600, height: 1120, further: { GDK_SCALE: "2" } },
};

for (const [size, screen] of Object.entries(SIZES)) {
  for (const language of ["en", "zh"]) {
    test(`the editor of a permission, in ${language}, ${size}`, async (t) => {
      const words = WORDS[language];
      const stage = await setStage(t, { story: `permission-looks-${language}-${size}`, ...screen });
      const { person, browser, picture } = await stage.start();
      await person.presses("button", WORDS.en.language);
      await person.presses("menuitemradio", words.chooseLanguage);
      const service = await createKey(stage, person, words);
      if (size === "double") {
        assert.equal(await browser.executeScript(() => devicePixelRatio), 2, "the window is drawn at 200 %");
        await browser.manage().window().setRect({ x: 0, y: 0, width: 800, height: 560 });
      }
      for (const theme of ["light", "dark"]) {
        await chooseTheme(person, words, theme);
        const inspect = (name) => t.test(`${name}-${theme}`, () => wellMade(browser, () => picture(`${name}-${theme}`)));
        await walk(person, words, service, inspect);
      }
    });
  }
}

/** Through the editor's stages, and back to where it began. */
async function walk(person, words, service, inspect) {
  const add = async (...entries) => {
    for (const entry of entries) {
      await person.types("textbox", words.box, entry);
      await person.strikes(Key.ENTER);
    }
    await settled(person);
  };
  const clear = async () => {
    for (const entry of await chips(person)) await person.presses("button", words.removeEntry(entry));
  };
  const open = async () => {
    await person.presses("button", words.actionsFor(KEY));
    await person.presses("menuitem", words.editPermission);
    await person.sees("dialog", words.permissionOf(KEY));
  };
  const review = async () => {
    await person.presses("button", words.reviewChanges);
    await person.sees("dialog", words.changesSummary);
  };

  await open();
  await inspect("01-all");
  await person.presses("radio", words.custom);
  await person.sees("textbox", words.box);
  await inspect("02-nobody");
  await add("127.0.0.9/24", "010.1.1.1", "https://shop.example/door", "2001:db8:1234:5678::/64");
  await inspect("03-to-decide");
  await clear();
  await add("127.0.0.2", "10.0.0.0/8", "2001:db8:1234:5678::/64", "192.0.2.1-192.0.2.9");
  await person.presses("button", words.myAddress);
  await person.sees("button", "…127.0.0.1…");
  await inspect("04-filled");
  await person.presses("radio", words.theseModels);
  await person.sees("checkbox", "…qwen…");
  await inspect("05-models");
  await person.presses("checkbox", "…qwen…");
  await review();
  await inspect("06-difference");
  await person.presses("button", words.saveChanges);
  await person.sees("alertdialog", words.question);
  await inspect("07-question");
  await person.presses("button", words.anyway);
  await person.sees("dialog", words.saved, 20_000);
  await inspect("08-saved");
  await person.presses("button", words.undo);
  await person.sees("dialog", words.undone, 20_000);
  await inspect("09-undone");
  await person.presses("button", words.done);

  await open();
  await person.presses("radio", words.custom);
  await add("127.0.0.1");
  const before = await service.permissionOf(KEY);
  await service.limit(KEY, ["127.0.0.7", "2001:db8:1234:5678:9abc:def0:1234:5678"]);
  await review();
  await person.sees("button", words.takeTheirs);
  await inspect("10-changed-elsewhere");
  await person.presses("button", words.back);
  await person.presses("button", words.fromGroup);
  await person.presses("menuitem", words.manageGroups);
  await person.sees("dialog", words.groups);
  await person.presses("button", words.newGroup);
  await inspect("11-groups");
  await person.strikes(Key.ESCAPE);
  await person.misses("dialog", words.groups);
  await person.presses("button", words.cancel);
  assert.equal(before.type, "All");
  await service.open(KEY);
}

async function createKey(stage, person, words) {
  await person.presses("button", words.create);
  await person.types("textbox", words.description, KEY);
  await person.presses("button", words.review);
  await person.sees("dialog", words.summary);
  await person.presses("button", words.create);
  await person.sees("dialog", words.created, 20_000);
  const service = await controlPlane(stage.keyring, await baseUrl(person));
  await person.presses("button", words.done);
  await person.misses("dialog", words.created);
  return service;
}

test("the checker sees text that is cut off", async (t) => {
  const words = WORDS.en;
  const stage = await setStage(t, { story: "permission-looks-control" });
  const { person, browser } = await stage.start();
  await person.presses("button", words.create);
  await person.sees("dialog", words.create);
  const look = () => wellMade(browser, async () => {});
  await look();
  await browser.executeScript(() => {
    const heading = document.querySelector("dialog[open] h2");
    heading.style.width = "3rem";
    heading.style.overflow = "hidden";
    heading.style.whiteSpace = "nowrap";
  });
  await assert.rejects(look, /no text is cut off/);
});

// What is no address gets a sentence of its own, and keeps the list from being saved; ten thousand lines do not stop the window.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { createKey } from "../rooms/job.mjs";
import { addEntries, canReview, chips, EDITOR, openEditor, settled } from "../rooms/permission.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const KEY = "a key for bad input";

/** The driver cannot type it. */
const FOX = "🦊";

const SENTENCES = {
  "1.2.3": "An IPv4 address has four numbers; here are 3.",
  "1.2.3.256": "Number 4 is 256; the largest is 255.",
  "1.2.3.4/33": "The number after the slash is 33; the largest is 32.",
  "010.1.1.1": "Number 1, 010, begins with a zero. Programs read it differently: 10.1.1.1 or 8.1.1.1.",
  "1.2.3.4/255.255.255.0": "The mask 255.255.255.0 is written /24",
  "shop.example": "This is a name. The allowlist takes IP addresses",
  "https://shop.example/door": "This is a web address. The allowlist takes the IP address of whoever calls, not of shop.example.",
  "１92.0.2.1": "“１” is a full-width character. In plain characters this is 192.0.2.1.",
  "fe80::1%eth0": "“%eth0” means something on one computer only. Without it this is fe80::1.",
  [FOX]: "“🦊” (U+1F98A) does not occur in addresses. Take it out.",
  "192.0.2.9-192.0.2.1": "The range runs backwards: 192.0.2.9 comes after 192.0.2.1. Exchange the two.",
};

test("every bad entry gets a sentence of its own, and nothing can be saved", async (t) => {
  const stage = await setStage(t, { story: "permission-bad-input" });
  const { person, picture } = await stage.start();
  await createKey(person, { description: KEY });
  await person.presses("button", "Done");
  await openEditor(person, KEY);
  await person.presses("radio", "Custom…");
  await addEntries(person, "192.0.2.7");
  assert.equal(await canReview(person), true, "the good entry alone can be saved");

  for (const [entry, sentence] of Object.entries(SENTENCES)) {
    await t.test(entry, async () => {
      if (entry === FOX) await inserts(person, entry);
      else await addEntries(person, entry);
      await person.reads(sentence);
      await person.reads("Some entries have to be decided or removed first.");
      assert.equal(await canReview(person), false);
      await person.presses("button", `Remove ${entry}`);
      await until("the good entry alone", async () => (await chips(person)).join() === "192.0.2.7" && canReview(person));
    });
  }

  await t.test("many at once are removed with one press", async () => {
    await pastes(person, Object.keys(SENTENCES).join("\n"));
    await person.reads("and 5 more");
    await picture("many");
    await person.presses("button", "Remove 11 unreadable entries");
    await until("the good entry alone", async () => (await chips(person)).join() === "192.0.2.7");
  });

  await t.test("ten thousand pasted lines are answered in a moment", async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `10.${at >> 8}.${at & 255}.1`);
    const began = Date.now();
    await pastes(person, lines.join("\n"));
    await person.reads("The list has too many entries.");
    assert.ok(Date.now() - began < 3000, `it took ${Date.now() - began} ms`);
    await picture("ten-thousand");
    assert.equal(await canReview(person), false);
    await person.presses("button", "Remove all");
    await person.reads("Nobody can use this key yet");
  });
});

/** As a text arrives from an input method or a palette of characters. */
async function inserts(person, text) {
  const box = await person.sees("textbox", EDITOR.box);
  await person.browser.executeScript(
    (field, inserted) => {
      field.focus();
      document.execCommand("insertText", false, inserted);
    },
    box,
    text,
  );
  await person.strikes(Key.ENTER);
  await settled(person);
}

/** As a text arrives from the clipboard. */
async function pastes(person, text) {
  const box = await person.sees("textbox", EDITOR.box);
  await person.browser.executeScript(
    (field, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    box,
    text,
  );
  await settled(person);
}

// Somebody who sees nothing and has no mouse limits a key: by roles and names, with Tab, Enter, Space and letters alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { asksForModels, baseUrl, createKey, revealCreated } from "../rooms/job.mjs";
import { chips, EDITOR } from "../rooms/permission.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const KEY = "limited by keyboard";

test("the keyboard alone limits a key, is asked, sees it refused, and takes it back", async (t) => {
  const stage = await setStage(t, { story: "permission-keyboard" });
  const { person, browser, picture } = await stage.start();
  await createKey(person, { description: KEY });
  const value = await revealCreated(person);
  const base = await baseUrl(person);
  await person.presses("button", "Done");
  const focused = () =>
    browser.executeScript(() => {
      const { tagName, textContent } = document.activeElement;
      return `${tagName} ${document.activeElement.getAttribute("aria-label") ?? textContent.trim()}`;
    });
  const announces = (text) => until(`“${text}” to be announced`, () => announced(browser, text));

  await person.tabsTo("button", `Actions for ${KEY}`);
  await person.strikes(Key.ENTER);
  await person.sees("menuitem", "Edit permission …");
  await until("the item to have the focus", async () => {
    if ((await focused()).includes("Edit permission")) return true;
    await person.strikes(Key.ARROW_DOWN);
    return false;
  });
  await person.strikes(Key.ENTER);
  await person.sees("dialog", `Permission of ${KEY}`);
  assert.match(await focused(), /^H2 Permission of/, "a screen reader begins at the title");
  await announces("Any IP can use this key.");

  await person.tabsTo("radio", "All…");
  await person.strikes(Key.ARROW_RIGHT);
  await person.sees("textbox", EDITOR.box);
  await announces("Nobody can use this key yet");
  await person.tabsTo("textbox", EDITOR.box);
  await person.strikes("127.0.0.2", Key.ENTER, "127.0.0.3 ", "oops,");
  await person.sees("list", "Addresses in the allowlist");
  await person.sees("button", "Edit 127.0.0.2, 1 address");
  await announces("This is a name.");
  await announces("Only 2 addresses can use this key.");
  const problem = await person.sees("button", EDITOR.review);
  assert.equal(await problem.isEnabled(), false);
  const reason = await browser.executeScript((one) => document.getElementById(one.getAttribute("aria-describedby"))?.textContent, problem);
  assert.equal(reason, "Some entries have to be decided or removed first.", "the button says why it cannot be pressed");
  await picture("problem");

  // Backspace takes the last one back into the box, from where it can be typed anew.
  await person.strikes(Key.BACK_SPACE, ...Array(4).fill(Key.BACK_SPACE));
  await until("two chips", async () => (await chips(person)).length === 2);
  await person.strikes(Key.ARROW_LEFT);
  assert.match(await focused(), /Edit 127\.0\.0\.3/);
  await person.strikes(Key.DELETE);
  await until("one chip", async () => (await chips(person)).join() === "127.0.0.2");
  assert.match(await focused(), new RegExp(EDITOR.box), "the focus is not lost with the chip");
  await person.sees("img", "All of IPv4, with 1 part let in");

  await person.tabsTo("textbox", EDITOR.tester);
  await person.strikes("127.0.0.1");
  await announces("No, it would be refused.");
  await person.tabsTo("button", EDITOR.review);
  await person.strikes(Key.ENTER);
  await person.sees("dialog", "Save these changes?");
  await person.sees("list", "Added");
  await person.tabsTo("button", EDITOR.save);
  await person.strikes(Key.SPACE);
  const question = await person.sees("alertdialog", EDITOR.question);
  const read = await browser.executeScript((one) => document.getElementById(one.getAttribute("aria-describedby"))?.textContent, question);
  assert.match(read, /This computer \(127\.0\.0\.1\) is not in the list/, "the question is read at once");
  assert.match(await focused(), /Go back/, "the harmless answer has the focus");
  await picture("question");
  await person.strikes(Key.ESCAPE);
  await person.misses("alertdialog", EDITOR.question);
  await person.tabsTo("button", EDITOR.save);
  await person.strikes(Key.ENTER);
  await person.tabsTo("button", "Save and shut out");
  await person.strikes(Key.ENTER);
  await person.sees("dialog", "Permission saved", 20_000);
  await announces("Refused from here, as you meant.");
  assert.equal((await asksForModels(base, value)).status, 403);

  await person.tabsTo("button", "Undo");
  await person.strikes(Key.ENTER);
  await person.sees("dialog", "As it was before", 20_000);
  await announces("The permission is as it was before.");
  assert.equal((await asksForModels(base, value)).status, 200);
  await person.tabsTo("button", "Done");
  await person.strikes(Key.ENTER);
  await person.misses("dialog", "As it was before");
  await until("the focus to be back at the row", async () => (await focused()).includes(`Actions for ${KEY}`));
});

/** Whether a part of the page that screen readers speak by themselves says this. */
function announced(browser, text) {
  return browser.executeScript((wanted) => {
    const spoken = document.querySelectorAll("[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output");
    return Array.from(spoken).some((one) => one.checkVisibility() && one.textContent.includes(wanted));
  }, text);
}

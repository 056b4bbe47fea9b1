// A key is limited to the wrong computer, which is said before and seen after; the right one is added; all is taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asksForModels, baseUrl, chapters, createKey, goTo, revealCreated, setVariable, VARIABLE } from "../rooms/job.mjs";
import { controlPlane } from "../rooms/control.mjs";
import { addEntries, canReview, chips, clearList, done, EDITOR, openEditor, review, save, saved } from "../rooms/permission.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const KEY = "the shop's server";
const EVERYBODY = { type: "All", accessIps: [], modelAccessScope: { allowAllModels: true, accessibleModels: [] } };
const only = (...accessIps) => ({ ...EVERYBODY, type: "Custom", accessIps });

test("a key is limited, proved, opened again and put back", async (t) => {
  const stage = await setStage(t, { story: "permission" });
  const chapter = chapters(t);
  const { person, picture } = await stage.start();
  let value;
  let base;
  let service;
  const status = async () => (await asksForModels(base, value)).status;

  await chapter("a key that anyone may use, set as the variable", async () => {
    await createKey(person, { description: KEY });
    value = await revealCreated(person);
    base = await baseUrl(person);
    service = await controlPlane(stage.keyring, base);
    await person.presses("button", `Set as ${VARIABLE}…`);
    await setVariable(person);
    await goTo(person, "Keys");
    assert.deepEqual(await service.permissionOf(KEY), EVERYBODY);
    assert.equal(await status(), 200);
  });

  await chapter("Custom begins with nobody, and cannot be saved so", async () => {
    await openEditor(person, KEY);
    await person.reads("Any IP can use this key.");
    await picture("01-all");
    await person.presses("radio", "Custom…");
    await person.reads("Nobody can use this key yet: add an address.");
    await person.reads("Custom permission needs at least one address.");
    assert.equal(await canReview(person), false);
    await picture("02-nobody");
  });

  await chapter("the editor says what the list means, and who would be allowed", async () => {
    await addEntries(person, "127.0.0.2");
    await person.reads("Only 1 address can use this key.");
    for (const [address, sentence] of [
      ["127.0.0.1", "No, it would be refused."],
      ["127.0.0.2", "Yes, by 127.0.0.2."],
      ["::ffff:127.0.0.2", "Yes, by 127.0.0.2."],
      ["127.0.0", "An IPv4 address has four numbers; here are 3."],
    ]) {
      await person.types("textbox", EDITOR.tester, address);
      await person.reads(sentence);
    }
    await person.types("textbox", EDITOR.tester, "127.0.0.1");
    await person.reads("No, it would be refused.");
    await picture("03-only-another");
  });

  await chapter("the difference in words, and a second question that names who would be shut out", async () => {
    await review(person);
    for (const sentence of ["+1 address or block", "Any IP can use this key.", "Only 1 address can use this key."]) await person.reads(sentence);
    await picture("04-difference");
    await save(person);
    await person.sees("alertdialog", EDITOR.question);
    await person.reads("This computer (127.0.0.1) is not in the list");
    await person.reads(VARIABLE);
    await picture("05-question");
    await person.presses("button", "Go back");
    await person.misses("alertdialog", EDITOR.question);
    assert.deepEqual(await service.permissionOf(KEY), EVERYBODY, "going back changes nothing");
  });

  await chapter("saved all the same: refused, as meant, by the very next call", async () => {
    await save(person);
    await person.presses("button", "Save and shut out");
    await saved(person, "Refused from here, as you meant.");
    await picture("06-refused");
    const refused = await asksForModels(base, value);
    assert.equal(refused.status, 403);
    assert.equal(refused.body.error.code, "access_denied");
    assert.deepEqual(await service.permissionOf(KEY), only("127.0.0.2"));
    await done(person);
    const row = await person.textOf(await person.sees("row", `…${KEY}…`));
    assert.match(row, /1 IP/);
  });

  await chapter("this computer is added with one press, and the key works", async () => {
    await openEditor(person, KEY);
    await person.presses("button", "Add my address");
    await person.reads("calls come from the loopback address. Nothing was asked.");
    await picture("07-my-address");
    await person.presses("button", "Add 127.0.0.1");
    await person.reads("Only 2 addresses can use this key.");
    assert.deepEqual(await chips(person), ["127.0.0.2", "127.0.0.1"]);
    await review(person);
    await person.reads("Newly let in: 1 address.");
    await save(person);
    await saved(person, "Allowed from here,");
    await picture("08-allowed");
    assert.equal(await status(), 200);
    assert.deepEqual(new Set((await service.permissionOf(KEY)).accessIps), new Set(["127.0.0.1", "127.0.0.2"]));
  });

  await chapter("undone: exactly the earlier permission, at the service and at its door", async () => {
    await person.presses("button", "Undo");
    await person.reads("The permission is as it was before.", 20_000);
    await picture("09-undone");
    assert.deepEqual(await service.permissionOf(KEY), only("127.0.0.2"));
    assert.equal(await status(), 403);
    await done(person);
  });

  await chapter("host bits are asked about, a block swallows what is within it, and steps go back", async () => {
    await openEditor(person, KEY);
    await addEntries(person, "127.0.0.9/24");
    await person.reads("This could mean the block 127.0.0.0/24 or only 127.0.0.9.");
    await person.reads("Some entries have to be decided or removed first.");
    assert.equal(await canReview(person), false);
    await picture("10-host-bits");
    await person.presses("button", "The block 127.0.0.0/24 (256 addresses)");
    await person.reads("127.0.0.2 is within 127.0.0.0/24");
    await person.presses("button", "Remove them");
    await person.reads("Only 256 addresses can use this key.");
    assert.deepEqual(await chips(person), ["127.0.0.0/24"]);
    await person.presses("button", "Undo");
    await until("the step back", async () => (await chips(person)).length === 2);
    await person.presses("button", "Undo");
    await until("two steps back", async () => (await chips(person)).includes("127.0.0.9/24"));
  });

  await chapter("edited elsewhere in the meantime: told, side by side, and nothing is overwritten", async () => {
    await clearList(person);
    await addEntries(person, "127.0.0.1", "127.0.0.5");
    await service.limit(KEY, ["127.0.0.7", "127.0.0.8"]);
    await review(person);
    await person.sees("alert");
    await person.reads("Changed elsewhere in the meantime");
    for (const side of ["Now at the service", "Yours"]) await person.reads(side);
    for (const address of ["127.0.0.7", "127.0.0.8", "127.0.0.1", "127.0.0.5"]) await person.reads(address);
    assert.equal(await (await person.sees("button", EDITOR.save)).isEnabled(), false, "first it is decided which");
    await picture("11-changed-elsewhere");
    assert.deepEqual(await service.permissionOf(KEY), only("127.0.0.7", "127.0.0.8"));
    await person.presses("button", "Edit what is there now");
    await until("theirs in the editor", async () => (await chips(person)).join() === "127.0.0.7,127.0.0.8");
    await addEntries(person, "127.0.0.1");
    await review(person);
    await save(person);
    await saved(person, "Allowed from here,");
    assert.deepEqual((await service.permissionOf(KEY)).accessIps.toSorted(), ["127.0.0.1", "127.0.0.7", "127.0.0.8"]);
    await done(person);
  });

  await chapter("changed between the difference and the saving: refused, looked at again, mine kept knowingly", async () => {
    await openEditor(person, KEY);
    await addEntries(person, "127.0.0.6");
    await review(person);
    await service.limit(KEY, ["127.0.0.3"]);
    await save(person);
    await person.sees("button", "Look again", 20_000);
    await person.sees("dialog", "Permission not saved");
    await picture("12-too-late");
    assert.deepEqual(await service.permissionOf(KEY), only("127.0.0.3"), "nothing is overwritten");
    await person.presses("button", "Look again");
    await person.presses("button", "Save mine in its place");
    await person.reads("Yours will be saved in place of what is at the service now.");
    await save(person);
    await saved(person, "Allowed from here,");
    assert.equal(await status(), 200);
    await done(person);
  });
});

// A computer without a keyring: it is said, and the user may choose an encrypted file. Nothing is written before that.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createKey, revealCreated, revealedValue } from "../rooms/job.mjs";
import { filesWith } from "../rooms/home.mjs";
import { setStage } from "../rooms/stage.mjs";

const PASSPHRASE = "correct horse battery staple";
const FILE = ".local/share/studio-keys/secrets.age";

test("without a keyring, keys rest in an encrypted file that the user chose", async (t) => {
  const stage = await setStage(t, { story: "no-keyring", keyring: false });
  const first = await stage.start();
  await first.person.reads("This computer has no keyring");
  await first.picture("absent");
  assert.ok(!existsSync(join(stage.home, FILE)), "nothing is chosen for the user");

  await first.person.presses("button", "Use an encrypted file");
  await first.person.types("textbox", "Passphrase", PASSPHRASE);
  await first.person.types("textbox", "Passphrase again", PASSPHRASE);
  await first.picture("choice");
  await first.person.presses("button", "Create encrypted file");
  await first.person.misses("button", "Create encrypted file");
  assert.ok(existsSync(join(stage.home, FILE)));
  await createKey(first.person, { description: "in the file" });
  const value = await revealCreated(first.person);
  await first.close();
  assert.deepEqual(filesWith(stage.home, value), [], "the file is encrypted");

  const { person, picture } = await stage.start();
  await person.reads("Your keys are in an encrypted file");
  await picture("locked");
  await person.types("textbox", "Passphrase", "a wrong one, and long");
  await person.presses("button", "Unlock");
  await person.reads("This passphrase does not open it");
  await person.types("textbox", "Passphrase", PASSPHRASE);
  await person.presses("button", "Unlock");
  await person.misses("button", "Unlock");
  await person.presses("button", "Actions for in the file");
  await person.presses("menuitem", "Reveal");
  assert.equal(await revealedValue(person), value, "the same value as before the restart");
});

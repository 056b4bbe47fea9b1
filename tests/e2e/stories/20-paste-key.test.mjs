// A key that exists already: told by its shape, found by asking the hosts once the user agrees, kept, matched to its entry in
// the list, used, and taken from this computer without a change at the service.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addAccount } from "../rooms/account.mjs";
import { openCloud, REGIONS } from "../rooms/cloud.mjs";
import { regionPlane } from "../rooms/control.mjs";
import { openGateway } from "../rooms/gateway.mjs";
import { filesWith } from "../rooms/home.mjs";
import { chapters, revealedValue, setVariable, undoChange, VARIABLE } from "../rooms/job.mjs";
import { goToRegion } from "../rooms/regions.mjs";
import { seenByShells } from "../rooms/shells.mjs";
import { setStage } from "../rooms/stage.mjs";

const BEIJING = "cn-beijing";
const SINGAPORE = "ap-southeast-1";
const HONG_KONG = "cn-hongkong";
const PLAN_KEY = `sk-sp-${"0123456789abcdef".repeat(2)}`;

test("keys from elsewhere are found, kept, used and removed from here", async (t) => {
  const stage = await setStage(t, { story: "paste-key" });
  const chapter = chapters(t);
  // Of one region the account may not see the list.
  const regions = { [BEIJING]: [], [SINGAPORE]: [], [HONG_KONG]: ["--deny", "ListApiKeys"] };
  const cloud = await openCloud(t, { folder: stage.folder, env: stage.env, regions });
  const gateways = {};
  for (const region of Object.keys(regions)) gateways[region] = await openGateway(t, cloud.endpoints[region]);
  const data = Object.fromEntries(Object.entries(gateways).map(([region, { address }]) => [region, address]));
  const { person, picture, close } = await stage.start();
  const keys = async () => (await stage.keyring.items()).filter(({ name }) => name.includes("/key/")).map(({ secret }) => secret);
  const asked = () => Object.values(gateways).flatMap(({ passed }) => passed.map(({ method, path }) => `${method} ${path}`));
  const paste = async (text) => {
    await person.types("textbox", "API key", text);
    await person.presses("button", "Continue");
  };
  const rowOf = async (region) => person.textOf(await person.sees("row", `${REGIONS[region]}…`));
  const listed = await regionPlane(cloud, SINGAPORE).create("made in the console");
  const unlisted = await regionPlane(cloud, HONG_KONG).create("nobody sees it");
  const values = [listed.apiKeyValue, unlisted.apiKeyValue, PLAN_KEY];

  await chapter("a masked form is refused, and so is what manages keys", async () => {
    await addAccount(person, cloud, { name: "The company", region: BEIJING, regions: REGIONS, data });
    await person.reads("Create your first API key in this region.");
    await person.presses("button", "Paste a key you have …");
    await person.sees("dialog", "Keep a key you have");
    await paste(`${values[0].slice(0, 9)}****${values[0].slice(-4)}`);
    await person.reads("This is the masked form, with stars or an ellipsis in it; it calls nothing.");
    await picture("01-masked");
    await paste(cloud.accessKeyId);
    await person.reads("This is an AccessKey: it manages keys and calls no models.");
  });

  await chapter("one that a list shows is kept as that entry", async () => {
    await paste(values[0]);
    assert.ok(await (await person.sees("radio", `“made in the console” in ${REGIONS[SINGAPORE]}…`)).isSelected());
    await picture("02-in-a-list");
    assert.ok(!(await person.holds()).includes(values[0]), "the page holds the masked form alone");
    await person.presses("button", "Keep key");
    await person.sees("dialog", "Key kept", 20_000);
    await person.reads("It is “made in the console” in the list.");
    await picture("03-kept");
    assert.deepEqual(await keys(), [values[0]]);
    assert.deepEqual(asked(), [], "no host had to be asked");
    await person.presses("button", `Show it in ${REGIONS[SINGAPORE]}`);
    await person.sees("button", `Region: ${REGIONS[SINGAPORE]}. Switch region`);
  });

  await chapter("it is revealed and set", async () => {
    await person.at(`key-${listed.apiKeyId}`).presses("button", "Reveal made in the console");
    assert.equal(await revealedValue(person), values[0]);
    await person.presses("button", "Actions for made in the console");
    await person.presses("menuitem", `Set as ${VARIABLE} …`);
    await setVariable(person);
    assert.deepEqual(await seenByShells(stage.home, VARIABLE), { bash: values[0], zsh: values[0], fish: values[0] });
    await undoChange(person);
  });

  await chapter("of one that no list shows, each host is asked once the user agrees", async () => {
    await person.presses("button", "Keys");
    await person.presses("button", "Paste a key you have …");
    const before = asked().length;
    await paste(values[1]);
    await person.reads("No key in the lists of your accounts looks like it.");
    await person.sees("button", "Agree and ask 7 hosts");
    await picture("04-consent");
    assert.equal(asked().length, before, "none before that");
    await person.presses("button", "Agree and ask 7 hosts");
    await person.reads("Accepted here", 30_000);
    assert.match(await rowOf(HONG_KONG), /Accepted here/);
    assert.match(await rowOf(BEIJING), /Not accepted/);
    assert.match(await rowOf(SINGAPORE), /Not accepted/);
    await person.reads("is no proof that every model may be called with it");
    await picture("05-found");
    assert.deepEqual(asked().slice(before), Array(3).fill("GET /compatible-mode/v1/models"));
    assert.deepEqual(await keys(), [values[0]], "asking keeps nothing");
  });

  await chapter("kept, it is in the keyring, and in its region", async () => {
    await person.types("textbox", "Description", "of a colleague");
    await person.presses("button", "Keep key");
    await person.sees("dialog", "Key kept", 20_000);
    assert.deepEqual((await keys()).toSorted(), values.slice(0, 2).toSorted());
    await person.presses("button", `Show it in ${REGIONS[HONG_KONG]}`);
    await person.reads("The RAM user lacks the right modelstudio:ListApiKeys");
    await person.at("unlisted").reads("of a colleague");
    await picture("06-unlisted");
    await person.presses("button", "Reveal of a colleague");
    assert.equal(await revealedValue(person), values[1]);
  });

  await chapter("the key of a plan goes with its plan's hosts alone, and says so", async () => {
    await goToRegion(person, REGIONS[BEIJING]);
    await person.presses("button", "Paste a key you have …");
    await paste(PLAN_KEY);
    await person.at("paste-kind").reads("It works with the hosts of its plan alone; every other host refuses it.");
    await picture("07-plan");
    await person.types("textbox", "Description", "of a plan");
    await person.presses("button", "Keep key");
    await person.sees("dialog", "Key kept", 20_000);
    await person.reads("No list has it, so it stands below the list, among pasted keys.");
    await person.presses("button", "Done");
    await person.at("unlisted").reads("of a plan");
    assert.ok((await keys()).includes(PLAN_KEY));
    await picture("08-plan-kept");
  });

  await chapter("removed, it is gone from this computer alone", async () => {
    const before = asked().length;
    await person.presses("button", "Actions for of a plan");
    await person.presses("menuitem", "Remove from this computer …");
    await person.reads("At the service nothing changes.");
    await picture("09-remove");
    await person.presses("button", "Remove key");
    await person.reads("of a plan is no longer on this computer.");
    assert.ok(!(await keys()).includes(PLAN_KEY));
    assert.equal(asked().length, before, "no host was told");
  });

  await chapter("no file and no log ever held one", async () => {
    await close();
    for (const secret of values) {
      assert.deepEqual(filesWith(stage.home, secret.slice(6, 30)), []);
      const logs = readdirSync(stage.run).filter((name) => name.endsWith(".log"));
      for (const log of logs) assert.ok(!readFileSync(join(stage.run, log), "utf8").includes(secret.slice(6, 30)), log);
    }
  });
});

// An account of the cloud from its first try to its end: what is refused is said in a sentence, the secret goes to the keyring
// and nowhere else, and removing the account takes that secret away and nothing besides.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { typesAddresses, typesCredentials } from "../rooms/account.mjs";
import { openCloud, REGIONS } from "../rooms/cloud.mjs";
import { filesWith } from "../rooms/home.mjs";
import { asksForModels, chapters, createKey, revealCreated } from "../rooms/job.mjs";
import { goToRegion } from "../rooms/regions.mjs";
import { setStage } from "../rooms/stage.mjs";

const BEIJING = "cn-beijing";
const SINGAPORE = "ap-southeast-1";
const NAME = "The company";

test("an account is added, used, changed and removed", async (t) => {
  const stage = await setStage(t, { story: "account" });
  const chapter = chapters(t);
  const regions = { [BEIJING]: [], [SINGAPORE]: ["--deny", "ListApiKeys"] };
  const cloud = await openCloud(t, { folder: stage.folder, env: stage.env, regions });
  const { person, picture, close } = await stage.start();
  const itemsOf = async (kind) => (await stage.keyring.items()).filter(({ name }) => kind.test(name));
  const secrets = () => itemsOf(/^account\//);
  const submit = () => person.presses("button", "Add account");
  let value;

  await chapter("a region without an account says what one is good for", async () => {
    await goToRegion(person, REGIONS[BEIJING]);
    await person.reads("With an AccessKey of your Alibaba Cloud account you manage this region's keys here");
    await person.sees("button", "Paste a key you have …");
    await picture("01-no-account");
    await person.presses("button", "Add account …");
    await person.sees("dialog", "Add an Alibaba Cloud account");
    await person.types("textbox", "Name", NAME);
    await typesAddresses(person, cloud, { sts: BEIJING, regions: REGIONS });
  });

  await chapter("an id that nobody has is refused, at its field", async () => {
    await typesCredentials(person, { ...cloud, accessKeyId: `LTAI5t${"0".repeat(18)}` });
    await submit();
    await person.reads("It does not know this AccessKey id", 20_000);
    await person.misses("button", "Asking who this is …");
    await picture("02-unknown-id");
    assert.deepEqual(await secrets(), [], "what is refused is not kept");
  });

  await chapter("so is a wrong secret, and one in the id's place", async () => {
    await typesCredentials(person, { ...cloud, accessKeySecret: "x".repeat(30) });
    await submit();
    await person.reads("The AccessKey secret does not belong to this AccessKey id", 20_000);
    await typesCredentials(person, { accessKeyId: cloud.accessKeySecret, accessKeySecret: cloud.accessKeyId });
    await submit();
    await person.reads("The id and the secret are in each other's place.");
    assert.deepEqual(await secrets(), []);
  });

  await chapter("the right ones are, and it says who this is", async () => {
    await typesCredentials(person, cloud);
    await submit();
    await person.sees("dialog", "Account added", 20_000);
    await person.reads("Main account");
    await person.reads("It sees and manages every key of every workspace, in all six regions.");
    await picture("03-added");
    assert.ok(!(await person.holds()).includes(cloud.accessKeySecret), "the page does not hold the secret");
    await person.presses("button", "Show its keys");
    await person.sees("button", `Region: ${REGIONS[BEIJING]}. Switch region`);
    await person.reads("Create your first API key in this region.");
  });

  await chapter("the secret rests in the keyring, and in no file", async () => {
    assert.deepEqual((await secrets()).map(({ secret }) => secret), [cloud.accessKeySecret]);
    assert.deepEqual(filesWith(stage.home, cloud.accessKeySecret), []);
    assert.ok(filesWith(stage.home, cloud.accessKeyId).length > 0, "the id is known without it: the search can find it");
  });

  await chapter("a key is created with it", async () => {
    await createKey(person, { description: "works on" });
    value = await revealCreated(person);
    await person.presses("button", "Done");
  });

  await chapter("where a right is missing, the region says which, and the policy has it", async () => {
    await goToRegion(person, REGIONS[SINGAPORE]);
    await person.reads("The RAM user lacks the right modelstudio:ListApiKeys");
    await picture("04-right-missing");
    await person.presses("button", "Show the RAM policy");
    await person.sees("heading", "Settings");
    await person.reads('"modelstudio:ListApiKeys"');
    await picture("05-policy");
  });

  await chapter("edited without its secret, it gets another name", async () => {
    await person.presses("button", `Edit ${NAME}`);
    await person.sees("dialog", `Edit account “${NAME}”`);
    assert.ok(await (await person.sees("radio", `Keep ${cloud.accessKeyId}`)).isSelected());
    await person.types("textbox", "Name", "The team");
    await person.types("textbox", "STS address", cloud.endpoints[SINGAPORE]);
    await picture("06-edit");
    await person.presses("button", "Save");
    await person.sees("dialog", "Account saved", 20_000);
    await person.presses("button", "Done");
    await person.sees("heading", "The team");
    assert.deepEqual((await secrets()).map(({ secret }) => secret), [cloud.accessKeySecret]);
  });

  await chapter("checked again, it says who it is by now; when nobody answers, it says so", async () => {
    await person.presses("button", "Check The team again");
    await person.reads("The team answers");
    await person.at("identity").reads("RAM user");
    await person.reads("It sees the keys of the workspaces that it has joined");
    await picture("07-checked");
    await cloud.stop(SINGAPORE);
    await person.presses("button", "Check The team again");
    await person.reads("There is no connection to 127.0.0.1");
    await picture("08-no-answer");
  });

  await chapter("removed, its secret is gone from the keyring, and nothing else is", async () => {
    await person.presses("button", "Remove The team");
    await person.sees("alertdialog", "Remove account “The team”?");
    await person.reads("The value of one of its keys stays in the keyring");
    await person.reads("At Alibaba Cloud nothing changes: its keys go on working.");
    await picture("09-remove");
    await person.presses("button", "Remove account");
    await person.reads("The team is removed.");
    await person.reads("No account yet.");
    assert.deepEqual(await secrets(), []);
    assert.deepEqual((await itemsOf(/\/key\//)).map(({ secret }) => secret), [value]);
    assert.equal((await asksForModels(`${cloud.endpoints[BEIJING]}/compatible-mode/v1`, value)).status, 200);
    await person.presses("button", "Keys");
    await person.reads("With an AccessKey of your Alibaba Cloud account you manage this region's keys here");
  });

  await chapter("no file, no page and no log ever held the secret", async () => {
    assert.ok(!(await person.holds()).includes(cloud.accessKeySecret));
    await close();
    assert.deepEqual(filesWith(stage.home, cloud.accessKeySecret.slice(3, 27)), []);
    const logs = readdirSync(stage.run).filter((name) => name.endsWith(".log"));
    for (const log of logs) assert.ok(!readFileSync(join(stage.run, log), "utf8").includes(cloud.accessKeySecret), log);
  });
});

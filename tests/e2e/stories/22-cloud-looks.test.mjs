// The account and its regions in both languages, both themes and two sizes: axe finds nothing, no text is cut off, and a
// picture is kept.

import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { addAccount } from "../rooms/account.mjs";
import { openCloud, REGIONS } from "../rooms/cloud.mjs";
import { regionPlane } from "../rooms/control.mjs";
import { createKey } from "../rooms/job.mjs";
import { chooseLanguage, inEachLook, presses, showsRegion } from "../rooms/looks.mjs";
import { refreshAll } from "../rooms/regions.mjs";
import { setStage } from "../rooms/stage.mjs";
import { WORDS } from "../rooms/words.mjs";

const [BEIJING, SINGAPORE, TOKYO, HONG_KONG, FRANKFURT, VIRGINIA] = Object.keys(REGIONS);
const SETTINGS = {
  [BEIJING]: [],
  [SINGAPORE]: ["--deny", "ListApiKeys"],
  [TOKYO]: [],
  [HONG_KONG]: ["--fail", "ListApiKeys=CommodityNotPurchased"],
  [FRANKFURT]: [],
  [VIRGINIA]: [],
};
const ACCOUNT = "The company's account with a name that is rather long";
const KEY = "a key with a description that is too long for its column, and for most others";

for (const language of ["en", "zh"]) {
  test(`the account and its regions, in ${language}`, async (t) => {
    const words = WORDS[language];
    const stage = await setStage(t, { story: `cloud-looks-${language}` });
    const cloud = await openCloud(t, { folder: stage.folder, env: stage.env, regions: SETTINGS });
    for (let number = 1; number <= 46; number += 1) await regionPlane(cloud, BEIJING).create(`server ${number}`);
    await regionPlane(cloud, FRANKFURT).create("seen before");
    const { apiKeyId } = await regionPlane(cloud, VIRGINIA).create(KEY);
    const window = await stage.start();
    const { person } = window;
    const look = (walk) => inEachLook(t, window, { language, words, walk });
    await chooseLanguage(person, WORDS.en, words);

    await look(async (inspect) => {
      await showsRegion(person, words, TOKYO);
      await inspect("region-without-account");
      await presses(person, "add-account");
      await person.sees("textbox", words.keyId);
      await inspect("account");
      await person.types("textbox", words.keyId, cloud.accessKeySecret);
      await person.types("textbox", words.keySecret, cloud.accessKeyId);
      await presses(person, "account-submit");
      await person.sees("alert");
      await inspect("account-refused");
      await person.presses("button", words.ownEndpoints);
      await person.at("data-us-east-1").types("textbox", undefined, "https://models.intranet.example:8443/a-rather-long-path");
      await inspect("account-endpoints");
      await person.presses("button", words.cancel);
    });

    await chooseLanguage(person, words, WORDS.en);
    await addAccount(person, cloud, { name: ACCOUNT, region: BEIJING, regions: REGIONS });
    await createKey(person, { description: KEY });
    await person.presses("button", "Done");
    await chooseLanguage(person, WORDS.en, words);
    await cloud.stop(FRANKFURT);
    await refreshAll(person);

    await look(async (inspect) => {
      await showsRegion(person, words, BEIJING);
      await person.sees("row", "…server 46…");
      await inspect("list");
      await person.presses("button", words.detailsOf(KEY));
      await inspect("details");
      await person.presses("button", words.closeDetails);
      await person.presses("button", words.actionsFor(KEY));
      await presses(person, "edit-description", "menuitem");
      await inspect("description");
      await person.presses("button", words.cancel);
      await showsRegion(person, words, SINGAPORE);
      await person.at("failure-permissionMissing").sees("button");
      await inspect("right-missing");
      await showsRegion(person, words, HONG_KONG);
      await person.at("failure-regionNotActivated").sees("button");
      await inspect("not-activated");
      await showsRegion(person, words, FRANKFURT);
      await person.at("offline").sees("button");
      await person.sees("row", "…seen before…");
      await inspect("offline");
      await person.presses("button", words.switchRegion);
      await person.sees("menuitemradio");
      await inspect("switcher");
      await person.strikes(Key.ESCAPE);
      await showsRegion(person, words, VIRGINIA);
      await person.at(`key-${apiKeyId}`).sees("button", words.actionsFor(KEY));
      await inspect("virginia");
      await person.presses("button", words.actionsFor(KEY));
      await inspect("virginia-menu");
      await person.strikes(Key.ESCAPE);
      await person.presses("button", words.create);
      await inspect("virginia-create");
      await person.presses("button", words.cancel);
      await person.presses("button", words.settings);
      await person.sees("heading", ACCOUNT);
      await inspect("settings");
      await person.presses("button", words.editAccount(ACCOUNT));
      await inspect("edit-account");
      await person.presses("button", words.cancel);
      await person.presses("button", words.removeAccount(ACCOUNT));
      await inspect("remove-account");
      await person.presses("button", words.cancel);
      await person.presses("button", words.keys);
    });
  });
}

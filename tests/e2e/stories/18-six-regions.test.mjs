// Six regions that differ, side by side: one answers slowly, one refuses too many questions, one fails, one goes out of reach.
// None keeps another waiting, each says how it stands, and what a region cannot do is greyed with the reason.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addAccount } from "../rooms/account.mjs";
import { openCloud, REGIONS } from "../rooms/cloud.mjs";
import { regionPlane } from "../rooms/control.mjs";
import { chapters, createKey, deleteKey } from "../rooms/job.mjs";
import { addEntries } from "../rooms/permission.mjs";
import { closeSwitcher, goToRegion, openSwitcher, refreshAll, statesOf } from "../rooms/regions.mjs";
import { setStage } from "../rooms/stage.mjs";
import { until } from "../rooms/started.mjs";

const [BEIJING, SINGAPORE, TOKYO, HONG_KONG, FRANKFURT, VIRGINIA] = Object.keys(REGIONS);
const SETTINGS = {
  [BEIJING]: [],
  [SINGAPORE]: ["--throttle-every", "2", "--retry-after-ms", "300"],
  [TOKYO]: ["--delay-ms", "1000"],
  [HONG_KONG]: ["--fail", "ListApiKeys=Arrearage"],
  [FRANKFURT]: [],
  [VIRGINIA]: [],
};

test("six regions side by side", async (t) => {
  const stage = await setStage(t, { story: "six-regions" });
  const chapter = chapters(t);
  const cloud = await openCloud(t, { folder: stage.folder, env: stage.env, regions: SETTINGS });
  const beijing = regionPlane(cloud, BEIJING);
  for (const [region, count] of [[BEIJING, 47], [FRANKFURT, 3], [TOKYO, 1], [VIRGINIA, 4]]) {
    for (let number = 1; number <= count; number += 1) await regionPlane(cloud, region).create(`${region} ${number}`);
  }
  const first = await stage.start();
  const { person, picture } = first;
  /** The line of each region in the open switcher, once all of them read so. */
  const stand = async (one, expected) => {
    let lines;
    const fits = (region) => lines.some((line) => line.startsWith(REGIONS[region]) && expected[region].test(line));
    await until("every region to stand as expected", async () => {
      lines = await statesOf(one);
      const missing = Object.keys(expected).filter((region) => !fits(region));
      if (missing.length > 0) throw new Error(`not ${missing.join(", ")}: ${lines.join(" | ")}`);
      return true;
    }, { patience: 30_000 });
  };

  await chapter("one account brings all of them, each with its own state", async () => {
    await addAccount(person, cloud, { name: "The company", region: BEIJING, regions: REGIONS });
    await openSwitcher(person);
    await stand(person, {
      [BEIJING]: /Seen .*47 keys/,
      [SINGAPORE]: /Seen .*0 keys/,
      [TOKYO]: /Seen .*1 key$/,
      [HONG_KONG]: /The account is in arrears \(Arrearage\)/,
      [FRANKFURT]: /Seen .*3 keys/,
      [VIRGINIA]: /Seen .*4 keys/,
    });
    await picture("01-switcher");
    await closeSwitcher(person);
    await person.sees("row", `…${BEIJING} 47…`);
    assert.equal((await person.all("alert")).length, 0, "another region's failure is not said here");
  });

  await chapter("the one that fails says why, and offers the way on", async () => {
    await goToRegion(person, REGIONS[HONG_KONG]);
    await person.reads("The account is in arrears (Arrearage).");
    await person.sees("button", "Try again");
    await picture("02-fails");
  });

  await chapter("one that is out of reach shows what was seen, with its time, and needs no answer for that", async () => {
    await cloud.stop(FRANKFURT);
    await refreshAll(person);
    await openSwitcher(person);
    await stand(person, { [BEIJING]: /Seen .*47 keys/, [FRANKFURT]: /Offline · seen .*3 keys/, [VIRGINIA]: /Seen .*4 keys/ });
    await picture("03-one-offline");
    await closeSwitcher(person);
    await goToRegion(person, REGIONS[FRANKFURT]);
    await person.sees("row", `…${FRANKFURT} 3…`);
    await person.at("offline").reads("The list below is what was seen");
    await picture("04-last-seen");
  });

  await chapter("while a slow one is asked, another can be worked with", async () => {
    await goToRegion(person, REGIONS[TOKYO]);
    await person.sees("row", `…${TOKYO} 1…`);
    await person.presses("button", "Refresh");
    await person.reads("Refreshing …");
    await goToRegion(person, REGIONS[VIRGINIA]);
    await person.sees("row", `…${VIRGINIA} 4…`);
  });

  await chapter("what Virginia cannot do is greyed, with the reason", async () => {
    await person.reads("4 of 20 keys");
    const name = `${VIRGINIA} 1`;
    await person.presses("button", `Actions for ${name}`);
    const refused = {
      "Edit permission …": "US (Virginia) cannot limit keys to addresses or models.",
      Disable: "US (Virginia) cannot disable keys.",
      "Reset …": "US (Virginia) cannot reset keys.",
    };
    for (const [item, reason] of Object.entries(refused)) {
      const entry = await person.sees("menuitem", `${item} ${reason}`);
      assert.equal(await entry.getAttribute("aria-disabled"), "true", item);
    }
    await picture("05-virginia");
    await person.presses("menuitem", "Details");
    await person.misses("menuitem", "Details");
    await person.presses("button", "Close details");
    await person.presses("button", "Create API key");
    await person.at("owner").reads("Main account");
    await person.reads("This region does not offer custom permission.");
    assert.equal(await (await person.sees("radio", "Custom…")).isEnabled(), false);
    await picture("06-virginia-create");
    await person.presses("button", "Cancel");
  });

  await chapter("in Beijing a key is created with an allowlist, and its limit is said before it hurts", async () => {
    await goToRegion(person, REGIONS[BEIJING]);
    await person.reads("47 of 50 keys");
    await person.presses("button", "Create API key");
    await person.types("textbox", "Description", "for the office");
    await person.presses("radio", "Custom…");
    await addEntries(person, "120.24.8.0/24", "47.110.12.9");
    await person.presses("button", "Review");
    await person.sees("dialog", "Create this key?");
    await person.presses("button", "Create API key");
    await person.sees("dialog", "API key created", 20_000);
    await person.presses("button", "Done");
    await createKey(person, { description: "another" });
    await person.presses("button", "Done");
    await person.reads("49 of 50 keys");
    await person.reads("1 more key can be created: the limit is 50.");
    await picture("07-limit-near");
    assert.deepEqual((await beijing.key("for the office")).auth.accessIps, ["120.24.8.0/24", "47.110.12.9"]);
  });

  await chapter("it is disabled, enabled, described anew and deleted, as the service says", async () => {
    const act = async (name, item) => {
      await person.presses("button", `Actions for ${name}`);
      await person.presses("menuitem", item);
    };
    const stands = (state) =>
      until(`the row to say ${state}`, async () => (await person.textOf(await person.sees("row", "…for the office…"))).includes(state));
    await act("for the office", "Disable");
    await person.reads("for the office is disabled.");
    await stands("Disabled");
    assert.equal((await beijing.key("for the office")).disabled, 1);
    await act("for the office", "Enable");
    await person.reads("for the office is enabled again.");
    await stands("Enabled");
    assert.equal((await beijing.key("for the office")).disabled, 0);
    await act("for the office", "Edit description …");
    await person.types("textbox", "Description", "for the new office");
    await person.presses("button", "Save description");
    await person.sees("row", "…for the new office…");
    assert.deepEqual((await beijing.key("for the new office")).auth.accessIps, ["120.24.8.0/24", "47.110.12.9"], "its limits stay");
    await deleteKey(person, { description: "for the new office" });
    assert.equal((await beijing.keys()).length, 48);
  });

  await chapter("without any connection there is one calm state, also after a start", async () => {
    await Promise.all(Object.keys(REGIONS).map(cloud.stop));
    await first.close();
    const again = await stage.start();
    const one = again.person;
    await one.sees("row", `…${BEIJING} 47…`);
    await one.at("offline").reads("It is refreshed by itself when the connection is back.");
    await openSwitcher(one);
    const offline = /Offline · seen/;
    await stand(one, { [BEIJING]: offline, [SINGAPORE]: offline, [TOKYO]: offline, [FRANKFURT]: offline, [VIRGINIA]: offline });
    await again.picture("08-offline");
    await closeSwitcher(one);
    assert.equal((await one.all("alert")).length, 0, "no storm of failures");
    await cloud.restart(BEIJING);
    await one.at("offline").presses("button", "Try again");
    await until("the note to go", async () => (await one.all("status", "…No connection…")).length === 0);
    await one.sees("row", "…another…");
    await again.picture("09-back");
  });
});

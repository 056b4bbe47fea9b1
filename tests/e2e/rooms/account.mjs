// An account of the cloud, added as a person does it, in English; with addresses of its own, as in a private network.

import { goToRegion } from "./regions.mjs";

/** Nobody listens there: what is not part of a story fails at once, and goes nowhere. One for each region, as addresses are. */
const nowhere = (place) => `http://127.0.0.1:${place + 1}`;

/**
 * From any screen to the one of the keys of a region.
 *
 * @param {import("./person.mjs").Person} person
 * @param {{ accessKeyId: string, accessKeySecret: string, endpoints: Record<string, string> }} cloud
 * @param {{ name: string, region: string, regions: Record<string, string>, data?: Record<string, string> }} settings
 *   `region` is the id of the one to go to, `regions` are the names of all by their ids, `data` are addresses for calling models
 *   where they are not those for managing keys.
 */
export async function addAccount(person, cloud, { name, region, regions, data = {} }) {
  await person.presses("button", "Settings");
  await person.presses("button", "Add account …");
  await person.sees("dialog", "Add an Alibaba Cloud account");
  await typesCredentials(person, cloud);
  await person.types("textbox", "Name", name);
  await typesAddresses(person, cloud, { sts: region, regions, data });
  await person.presses("button", "Add account");
  await person.sees("dialog", "Account added", 20_000);
  await person.presses("button", "Done");
  await person.misses("dialog", "Account added");
  await goToRegion(person, regions[region]);
  await person.presses("button", "Keys");
}

/** What the account signs with. */
export async function typesCredentials(person, { accessKeyId, accessKeySecret }) {
  await person.types("textbox", "AccessKey id", accessKeyId);
  await person.types("textbox", "AccessKey secret", accessKeySecret);
}

/** The account's own addresses, in the part of the dialog that is folded away; `sts` is the region that says who asks. */
export async function typesAddresses(person, { endpoints }, { sts, regions, data = {} }) {
  await person.presses("button", "Own endpoints and certificate");
  await person.types("textbox", "STS address", endpoints[sts]);
  for (const [place, [id, called]] of Object.entries(regions).entries()) {
    const control = endpoints[id] ?? nowhere(place);
    await person.types("textbox", `${called}: address for managing keys`, control);
    await person.types("textbox", `${called}: address for calling models`, data[id] ?? control);
  }
}

// The list of keys in a cloud region: what was last seen at once, what is shown of it, and what a region cannot.

import { expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { fakeCore } from "../src/dev/fake-core";
import { CLOUD_LISTS, COMPANY, withAccounts } from "../src/dev/sample-cloud";
import { arrange, leftOf, type ORDERS, UNARRANGED } from "../src/screens/keys/arrange";
import type { AppView, KeyList, KeyView, RefreshedView } from "../src/wire";
import { dialog, fireEvent, noDialog, open, press, screen, type, waitFor, within } from "./window";

const place = (region: string) => `${region}@${COMPANY.id}`;
const BEIJING = place("cn-beijing");
const VIRGINIA = place("us-east-1");
const beijing = CLOUD_LISTS[BEIJING] as KeyList;

function inRegion(region: string): AppView {
  const app = withAccounts([COMPANY]);
  return { ...app, preferences: { ...app.preferences, region } };
}

function names(): string[] {
  const table = screen.getByRole("table", { name: /API keys in/ });
  return [...table.querySelectorAll(".row-name")].map((name) => name.textContent ?? "");
}

function choose(testId: string, value: string): void {
  const select = screen.getByTestId<HTMLSelectElement>(testId);
  select.value = value;
  fireEvent.change(select);
}

async function menuOf(name: string): Promise<HTMLElement[]> {
  await press(`Actions for ${name}`);
  return screen.findAllByRole("menuitem");
}

test("what was last seen is there at once, marked with its time, while the region is asked", async () => {
  let answer: (refreshed: RefreshedView) => void = () => undefined;
  const fresh = structuredClone(beijing);
  let asked = false;
  await open(
    { app: inRegion(BEIJING) },
    {
      seenKeys: async () => (asked ? fresh : beijing),
      refreshRegion: (region) =>
        region === BEIJING
          ? new Promise((resolve) => {
              answer = resolve;
            })
          : Promise.resolve({ region, lastSeen: null, failure: null, millis: 1 }),
    },
  );
  await screen.findByText("nightly evaluation");
  await screen.findByText("Refreshing …");
  asked = true;
  fresh.keys = fresh.keys.map((key) =>
    key.description === "nightly evaluation" ? { ...key, description: "weekly evaluation" } : key,
  );
  fresh.seenAt = Date.now();
  answer({ region: BEIJING, lastSeen: { at: fresh.seenAt, keys: 5 }, failure: null, millis: 9 });
  await screen.findByText("weekly evaluation");
  expect(screen.queryByText("Refreshing …")).toBeNull();
  expect(screen.getAllByText(/^Seen \d/).length).toBeGreaterThan(0);
});

test("a region of which nothing was seen is asked, and shown when it answers", async () => {
  await open({ app: inRegion(BEIJING), unseen: [BEIJING] });
  await screen.findByText("nightly evaluation");
});

test("a region of which nothing was seen and that fails says so, and is not asked in a circle", async () => {
  const refreshRegion = vi.fn(
    fakeCore({ failing: { [BEIJING]: { code: "regionNotActivated", platformCode: "X" } } }).refreshRegion,
  );
  await open({ app: inRegion(BEIJING), unseen: [BEIJING] }, { refreshRegion });
  const note = await screen.findByTestId("failure-regionNotActivated");
  within(note).getByRole("button", { name: "Open the console's key page" });
  const times = () => refreshRegion.mock.calls.filter(([region]) => region === BEIJING).length;
  const before = times();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(times()).toBe(before);
});

test("a failure keeps the list, says of when it is, and can be tried again", async () => {
  const failing = { [BEIJING]: { code: "tooManyRequests" as const } };
  const behind = fakeCore({ app: inRegion(BEIJING), failing });
  await open({}, behind);
  const note = await screen.findByTestId("failure-tooManyRequests");
  expect(note.textContent).toContain("The list below is what was seen Nov 20");
  screen.getByText("nightly evaluation");
  Reflect.deleteProperty(failing, BEIJING);
  const again = within(note).getByRole("button", { name: "Try again" });
  again.focus();
  fireEvent.click(again);
  expect(document.activeElement).toBe(again);
  await waitFor(() => expect(screen.queryByTestId("failure-tooManyRequests")).toBeNull());
});

test("a pasted key can be used where the list was never seen", async () => {
  const kept = (await fakeCore({ app: inRegion(BEIJING) }).seenKeys(BEIJING))?.unlisted ?? [];
  const never = {
    keys: [],
    workspaces: [],
    quota: null,
    seenAt: null,
    workspacesFailure: null,
    unlisted: kept,
  };
  const failure = { code: "permissionMissing" as const, action: "modelstudio:ListApiKeys", requestId: "R" };
  await open(
    { app: inRegion(BEIJING) },
    {
      seenKeys: async () => never,
      refreshRegion: async (region) => ({ region, lastSeen: null, failure, millis: 3 }),
    },
  );
  const group = await screen.findByTestId("unlisted");
  expect(group.textContent).toContain("from the old notebook");
  const note = await screen.findByTestId("failure-permissionMissing");
  expect(note.textContent).not.toContain("The list below");
  expect(screen.queryByRole("button", { name: "Create API key" })).toBeNull();
  expect(screen.queryByText("No keys yet")).toBeNull();
});

test("a missing right is named, and leads to the policy", async () => {
  await open({
    app: inRegion(BEIJING),
    failing: { [BEIJING]: { code: "permissionMissing", action: "modelstudio:ListApiKeys", requestId: "R" } },
  });
  const note = await screen.findByTestId("failure-permissionMissing");
  expect(note.textContent).toContain("modelstudio:ListApiKeys");
  fireEvent.click(within(note).getByRole("button", { name: "Show the RAM policy" }));
  await screen.findByRole("heading", { name: "Settings" });
});

test("without the right to list workspaces the keys are there, and the missing right is named", async () => {
  const failure = {
    code: "permissionMissing" as const,
    action: "modelstudio:ListWorkspaces",
    requestId: "R",
  };
  const bare = { ...beijing, workspaces: [], workspacesFailure: failure };
  await open({ app: inRegion(BEIJING) }, { seenKeys: async () => bare });
  const note = await screen.findByTestId("workspaces-missing");
  expect(note.textContent).toContain("modelstudio:ListWorkspaces");
  screen.getByText("nightly evaluation");
  await press("Create API key");
  const chosen = within(await dialog()).getByTestId<HTMLSelectElement>("create-workspace");
  expect([...chosen.options].map((option) => option.text)).toEqual(["Default workspace"]);
  await press("Cancel");
  await noDialog();
  fireEvent.click(within(note).getByRole("button", { name: "Show the RAM policy" }));
  await screen.findByRole("heading", { name: "Settings" });
});

test("a key that was deleted elsewhere is shown as that, and can only be removed", async () => {
  const [first] = beijing.keys;
  const gone = {
    ...(first as KeyView),
    apiKeyId: "99",
    description: "gone",
    kept: { state: "stranded" as const },
  };
  const removeKept = vi.fn<Core["removeKept"]>(async () => undefined);
  const list = { ...beijing, unlisted: [...beijing.unlisted, gone] };
  await open({ app: inRegion(BEIJING) }, { seenKeys: async () => list, removeKept });
  const group = await screen.findByTestId("stranded");
  expect(group.textContent).toContain("Deleted elsewhere");
  expect(group.textContent).not.toContain("from the old notebook");
  expect(screen.getByTestId("unlisted").textContent).not.toContain("gone");
  expect(within(group).queryByRole("button", { name: /Reveal|Copy/ })).toBeNull();
  const items = (await menuOf("gone")).map((item) => item.textContent);
  expect(items).toEqual(["Details", "Remove from this computer …"]);
  fireEvent.click(screen.getByRole("menuitem", { name: "Details" }));
  const panel = await screen.findByRole("complementary", { name: "Key details" });
  expect(panel.textContent).toContain("it was deleted elsewhere");
  expect(within(panel).queryByTestId("hosts")).toBeNull();
  fireEvent.click(within(panel).getByRole("button", { name: "Remove from this computer …" }));
  fireEvent.click(within(await dialog()).getByRole("button", { name: "Remove key" }));
  await waitFor(() => expect(removeKept).toHaveBeenCalledWith({ region: gone.region, apiKeyId: "99" }));
});

test("own keys and those of others, one workspace, and every order of the service", async () => {
  await open({ app: inRegion(BEIJING) });
  await screen.findByText("nightly evaluation");
  expect(names()[0]).toBe("网站后台 · 生产环境");
  choose("filter-whose", "others");
  await waitFor(() => expect(names()).toEqual(["made by Lin"]));
  choose("filter-workspace", beijing.workspaces[1]?.id ?? "");
  await screen.findByTestId("nothing-fits");
  await press("Show all keys");
  choose("order", "createdAsc");
  await waitFor(() => expect(names()[0]).toBe("retired"));
});

test("ids are put in order as numbers that no JavaScript number can hold", () => {
  const key = (apiKeyId: string) => ({ ...(beijing.keys[0] as KeyList["keys"][0]), apiKeyId });
  const keys = ["9007199254740993", "99", "9007199254740992", "100"].map(key);
  const ids = (order: (typeof ORDERS)[number]) =>
    arrange(keys, { ...UNARRANGED, order }).map((one) => one.apiKeyId);
  expect(ids("idAsc")).toEqual(["99", "100", "9007199254740992", "9007199254740993"]);
  expect(ids("idDesc")).toEqual(["9007199254740993", "9007199254740992", "100", "99"]);
});

test("the limit is said before it is reached", async () => {
  expect(leftOf({ used: 44, limit: 50 })).toBeNull();
  expect(leftOf({ used: 45, limit: 50 })).toBe(5);
  expect(leftOf({ used: 51, limit: 50 })).toBe(0);
  expect(leftOf(null)).toBeNull();
  await open({ app: inRegion(place("ap-southeast-1")) });
  await screen.findByText(/2 more keys can be created: the limit is 50/);
  await screen.findByText("48 of 50 keys");
});

test("what Virginia cannot is greyed with the reason, and does nothing", async () => {
  await open({ app: inRegion(VIRGINIA) });
  await screen.findByText("us web");
  screen.getByRole("columnheader", { name: "Owner" });
  expect(screen.queryByRole("columnheader", { name: "Permission" })).toBeNull();
  const items = await menuOf("us web");
  const refused = items.filter((item) => item.getAttribute("aria-disabled") === "true");
  expect(refused.map((item) => item.textContent)).toEqual([
    "Edit permission …US (Virginia) cannot limit keys to addresses or models.",
    "DisableUS (Virginia) cannot disable keys.",
    "Reset …US (Virginia) cannot reset keys.",
  ]);
  for (const item of refused) fireEvent.click(item);
  expect(document.querySelector("dialog[open]")).toBeNull();
  expect(screen.getByTestId("key-20401").textContent).toContain("Enabled");
});

test("creating in Virginia names the owner, and Custom cannot be chosen", async () => {
  await open({ app: inRegion(VIRGINIA) });
  await screen.findByText("us web");
  await press("Create API key");
  expect((await screen.findByTestId("owner")).textContent).toContain("Main account 1087234561239876");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Custom/ }).disabled).toBe(true);
});

test("which workspace a key needs is said where it is chosen", async () => {
  await open({ app: inRegion(BEIJING) });
  await screen.findByText("nightly evaluation");
  await press("Create API key");
  const asked = await dialog();
  expect(asked.textContent).toContain("may call every model");
  choose("create-workspace", beijing.workspaces[1]?.id ?? "");
  await waitFor(() => expect(asked.textContent).toContain("only the models that the workspace was granted"));
  expect(asked.textContent).toContain("Its own host takes the keys of this workspace alone.");
});

test("a key's hosts: one is picked, and key and base URL are copied as a pair", async () => {
  const chooseHost = vi.fn(fakeCore({ app: inRegion(BEIJING) }).chooseHost);
  const copyKeyWithHost = vi.fn(async () => ({ clearsInSeconds: 60 }));
  await open({ app: inRegion(BEIJING) }, { chooseHost, copyKeyWithHost });
  await press("Details of 网站后台 · 生产环境");
  const hosts = await screen.findByTestId("hosts");
  expect(hosts.textContent).toMatch(/https:\/\/llm-.*maas\.aliyuncs\.com\/compatible-mode\/v1/);
  await press(/Shared host/, "radio", hosts);
  await waitFor(() => expect(hosts.textContent).toContain("https://dashscope.aliyuncs.com/api/v1"));
  expect(chooseHost).toHaveBeenCalledWith({
    key: { region: BEIJING, apiKeyId: "20401" },
    origin: "https://dashscope.aliyuncs.com",
  });
  fireEvent.click(screen.getByTestId("copy-pair"));
  await waitFor(() => expect(copyKeyWithHost).toHaveBeenCalledTimes(1));
});

test("a host that cannot be picked leaves the one that was", async () => {
  const chooseHost = () => Promise.reject({ code: "keyNotFound", apiKeyId: "20401" });
  await open({ app: inRegion(BEIJING) }, { chooseHost });
  await press("Details of 网站后台 · 生产环境");
  const hosts = await screen.findByTestId("hosts");
  await press(/Shared host/, "radio", hosts);
  await screen.findByTestId("failure-keyNotFound");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /Workspace host/ }).checked).toBe(true);
});

test("a key of the old format is marked, and its details offer to replace it", async () => {
  await open({ app: inRegion(BEIJING) });
  expect((await screen.findByTestId("key-20403")).textContent).toContain("Old format");
  await press("Details of first key, 2023");
  const note = await screen.findByTestId("old-format");
  within(note).getByRole("button", { name: "Replace by a new key …" });
});

test("pasted keys are a group of their own, of which nothing at the service can be changed", async () => {
  const removeKept = vi.fn(async () => {});
  await open({ app: inRegion(BEIJING) }, { removeKept });
  const group = await screen.findByTestId("unlisted");
  expect(group.textContent).toContain("from the old notebook");
  expect(names()).not.toContain("from the old notebook");
  const items = (await menuOf("from the old notebook")).map((item) => item.textContent);
  expect(items).not.toContain("Delete …");
  expect(items).not.toContain("Edit permission …");
  await press("Remove from this computer …", "menuitem");
  expect((await dialog()).textContent).toContain("At the service nothing changes.");
  fireEvent.click(screen.getByTestId("forget-submit"));
  await noDialog();
  expect(removeKept).toHaveBeenCalledWith({ region: BEIJING, apiKeyId: "pasted-90" });
});

test("a description is changed alone, and too long a one cannot be saved", async () => {
  const editDescription = vi.fn(fakeCore({ app: inRegion(BEIJING) }).editDescription);
  await open({ app: inRegion(BEIJING) }, { editDescription });
  await screen.findByText("nightly evaluation");
  await press("Actions for nightly evaluation");
  await press("Edit description …", "menuitem");
  const field = await screen.findByTestId("description");
  const save = screen.getByTestId("description-save");
  expect(save.hasAttribute("disabled")).toBe(true);
  type(field, "长".repeat(201));
  await screen.findByText("201 of 200 characters");
  expect(save.hasAttribute("disabled")).toBe(true);
  type(field, "夜间评测");
  await waitFor(() => expect(save.hasAttribute("disabled")).toBe(false));
  fireEvent.click(save);
  await noDialog();
  expect(editDescription).toHaveBeenCalledWith({
    key: { region: BEIJING, apiKeyId: "20402" },
    description: "夜间评测",
  });
  await screen.findByRole("button", { name: "Details of 夜间评测" });
});

test("in Chinese the region's reasons are whole sentences too", async () => {
  const app = inRegion(VIRGINIA);
  await open({ app: { ...app, preferences: { ...app.preferences, language: "zh-CN" } } });
  await screen.findByText("us web");
  await press("us web 的操作");
  expect((await screen.findByTestId("reset")).textContent).toContain("美国（弗吉尼亚）地域暂不支持重置。");
});

test("pasted keys can be used in a region without an account", async () => {
  const app = withAccounts([]);
  const regions = app.regions.map((one) => (one.region === "cn-beijing" ? { ...one, keptKeys: 1 } : one));
  const pasted = beijing.unlisted.map((key) => ({ ...key, region: "cn-beijing" }));
  const kept = { ...beijing, keys: [], workspaces: [], quota: null, unlisted: pasted };
  await open({
    app: { ...app, regions, preferences: { ...app.preferences, region: "cn-beijing" } },
    cloud: { "cn-beijing": kept },
  });
  await screen.findByTestId("unlisted");
  await press("Reveal from the old notebook");
  await screen.findByText(/Hides by itself/);
  screen.getByRole("button", { name: "Add account …" });
});

test("a key that was just set is known as used here, however long its region takes to answer", async () => {
  const KEY = "first key, 2023";
  const core = fakeCore();
  const used = structuredClone(beijing);
  used.keys = used.keys.map((key) =>
    key.description === KEY
      ? { ...key, usedHere: [{ changeId: "c9", variable: "DASHSCOPE_API_KEY", tool: null }] }
      : key,
  );
  let isSet = false;
  await open(
    { app: inRegion(BEIJING) },
    {
      seenKeys: async () => structuredClone(isSet ? used : beijing),
      refreshRegion: (region) =>
        isSet
          ? new Promise(() => undefined)
          : Promise.resolve({ region, lastSeen: null, failure: null, millis: 1 }),
      applyPlan: async (plan) => {
        isSet = true;
        return core.applyPlan(plan);
      },
    },
  );
  await press(`Actions for ${KEY}`);
  await press("Set as DASHSCOPE_API_KEY …", "menuitem");
  const preview = await screen.findByTestId("variable-dialog");
  await within(preview).findByText("~/.bashrc:42");
  await press("Write", "button", preview);
  await press("Done", "button", await screen.findByTestId("variable-dialog"));
  await noDialog();
  await press(`Actions for ${KEY}`);
  fireEvent.click(await screen.findByTestId("rotate"));
  await waitFor(() => expect(screen.getByTestId("will-move").textContent).toContain("DASHSCOPE_API_KEY"));
});

// axe on every screen and dialog, in both languages. What needs real colours and sizes is checked by
// contrast.test.ts and in the real window.

import axe from "axe-core";
import { expect, test } from "vitest";
import { COMPANY, EVALUATION, withAccounts } from "../src/dev/sample-cloud";
import {
  appWith,
  createKey,
  EMPTY,
  editPermission,
  fireEvent,
  open,
  press,
  screen,
  type,
  waitFor,
} from "./window";

const KEY = "Claude Code on this notebook";
const inMenu = (item: string) => async () => {
  await press(`Actions for ${KEY}`);
  await press(item, "menuitem");
};

async function editLimited(): Promise<void> {
  await editPermission("网站后台 · 生产环境");
  type(await screen.findByTestId("allowlist-box"), "203.0.113.9/24,1.2.3,203.0.113.65,0.0.0.0/0,");
  await screen.findByTestId("host-bits");
  await press("Add my address");
  await screen.findByTestId("found-mine");
  type(await screen.findByTestId("would-allow"), "203.0.113.9");
  await screen.findByText(/^Yes, by/);
}

async function reviewLimited(): Promise<void> {
  await editPermission("网站后台 · 生产环境");
  type(await screen.findByTestId("allowlist-box"), "198.51.100.9,");
  const button = await screen.findByTestId("permission-review");
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(false));
  fireEvent.click(button);
}

/** The window with two accounts, in a region of the first of them. */
function inCloud(region: string): Parameters<typeof open>[0] {
  const app = withAccounts([COMPANY, EVALUATION]);
  return { app: { ...app, preferences: { ...app.preferences, region: `${region}@${COMPANY.id}` } } };
}

const SCREENS: Record<
  string,
  { state?: Parameters<typeof open>[0]; go?: () => Promise<unknown>; see: RegExp }
> = {
  empty: { state: EMPTY, see: /No keys yet/ },
  keys: { see: /网站后台/ },
  menu: { go: () => press(`Actions for ${KEY}`), see: /Download as plain text/ },
  details: { go: () => press(`Details of ${KEY}`), see: /OpenAI-compatible/ },
  revealed: { go: () => press(`Reveal ${KEY}`), see: /Hides by itself/ },
  create: { go: () => press("Create API key"), see: /What the key is for/ },
  created: { go: () => createKey(), see: /Next step/ },
  delete: { go: inMenu("Delete …"), see: /Type the last four/ },
  reset: { go: inMenu("Reset …"), see: /old value stops working/ },
  export: {
    go: async () => {
      await inMenu("Export …")();
      fireEvent.click(await screen.findByRole("radio", { name: /^\.env file/ }));
      fireEvent.click(await screen.findByTestId("export-save"));
    },
    see: /Saved as/,
  },
  "undo everything": {
    go: async () => {
      await press("Changes on this computer");
      fireEvent.click(await screen.findByTestId("undo-everything"));
    },
    see: /Not taken back/,
  },
  variable: { go: inMenu("Set as DASHSCOPE_API_KEY …"), see: /is set elsewhere too/ },
  permission: { go: editLimited, see: /^Yes, by/ },
  review: { go: reviewLimited, see: /Newly let in/ },
  groups: {
    go: async () => {
      await editLimited();
      await press("From a group");
      await press("Manage groups …", "menuitem");
      await press("Change Office");
    },
    see: /Groups such as/,
  },
  selection: { go: inMenu("Select"), see: /1 key selected/ },
  "temporary keys": {
    go: async () => {
      await press("Temporary keys");
      fireEvent.click(await screen.findByLabelText("Other"));
      type(await screen.findByTestId("lifetime-seconds"), "90");
      fireEvent.click(await screen.findByTestId("temporary-create"));
      await press("How to use it");
    },
    see: /Copy with the key in it/,
  },
  calls: {
    go: async () => {
      await press("Encrypted calls");
      type(await screen.findByTestId("call-text"), "Hello");
      await waitFor(() => expect(screen.getByTestId("call-send").hasAttribute("disabled")).toBe(false));
      fireEvent.click(screen.getByTestId("call-send"));
    },
    see: /The answer is complete/,
  },
  tasks: {
    go: async () => {
      await press("Tasks");
      await press(/^Details of task 3c9d7e11/);
    },
    see: /Keep the result/,
  },
  changes: { go: () => press("Changes on this computer"), see: /In effect/ },
  settings: { go: () => press("Settings"), see: /Where keys rest/ },
  absent: {
    state: { app: appWith({ secretStore: { state: "absent", name: "Secret Service", packages: ["x"] } }) },
    go: () => press("Use an encrypted file"),
    see: /Passphrase again/,
  },
  "cloud keys": { state: inCloud("cn-beijing"), see: /Pasted keys that are not/ },
  "cloud details": {
    state: inCloud("cn-beijing"),
    go: () => press("Details of first key, 2023"),
    see: /Use this key with/,
  },
  "cloud menu": { state: inCloud("us-east-1"), go: () => press("Actions for us web"), see: /cannot reset/ },
  "cloud create": { state: inCloud("us-east-1"), go: () => press("Create API key"), see: /Owner account/ },
  regions: { state: inCloud("cn-beijing"), go: () => press(/^Region/), see: /Refresh all regions/ },
  offline: {
    state: {
      ...inCloud("cn-beijing"),
      failing: { [`cn-beijing@${COMPANY.id}`]: { code: "unreachable", host: "modelstudio" } },
    },
    see: /No connection/,
  },
  accounts: {
    state: inCloud("cn-beijing"),
    go: async () => {
      await press("Settings");
      await press("Edit Evaluation");
      await press("Give a new AccessKey", "radio");
      await press("Look on this computer");
    },
    see: /Variables of the environment/,
  },
  region: {
    go: async () => {
      await press(/^Region/);
      await press(/Virginia/, "menuitemradio");
    },
    see: /What keys can do here/,
  },
};

async function faults(): Promise<string[]> {
  const found = await axe.run(document.documentElement, {
    // Colours are not computed here.
    rules: { "color-contrast": { enabled: false } },
  });
  expect(found.passes.length).toBeGreaterThan(5);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  );
}

test.each(Object.keys(SCREENS))("axe finds nothing on %s", async (name) => {
  document.title = "Studio Keys";
  const { state, go, see } = SCREENS[name] as (typeof SCREENS)[string];
  await open(state);
  await go?.();
  await screen.findAllByText(see);
  expect(await faults()).toEqual([]);
});

test("axe finds nothing in Chinese", async () => {
  document.title = "Studio Keys";
  await open({ app: appWith({}, "zh-CN") });
  await press("网站后台 · 生产环境 的详情");
  await screen.findByText("基本信息");
  expect(await faults()).toEqual([]);
});

// A key that is refused when it is tested: the cause in words, and the one button that its cause leads to.

import axe from "axe-core";
import { expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { sampleHost } from "../src/dev/sample";
import { CLOUD_LISTS, COMPANY, withAccounts } from "../src/dev/sample-cloud";
import type { AppView, Failure, KeyList, KeyView, RefusalCauseView } from "../src/wire";
import { zh } from "../src/words/zh";
import { fireEvent, open, press, screen, waitFor, within } from "./window";

const LISTED = "网站后台 · 生产环境";
const PASTED = "from the old notebook";
const VIRGINIA = "us web";
const place = (region: string) => `${region}@${COMPANY.id}`;
const BEIJING = place("cn-beijing");

function inCloud(region: string): AppView {
  const app = withAccounts([COMPANY]);
  return { ...app, preferences: { ...app.preferences, region: place(region) } };
}

function refused(cause: RefusalCauseView, disabled = false): Failure {
  return { code: "keyRefused", platformCode: "InvalidApiKey", disabled, cause };
}

interface Given {
  key?: string;
  region?: string;
  cloud?: Record<string, KeyList>;
  replace?: Partial<Core>;
}

/** Tests a key that is refused this way, and answers with what is said of it. */
async function testKey(failure: Failure, given: Given = {}): Promise<HTMLElement> {
  const { key = LISTED, region = "cn-beijing", cloud, replace } = given;
  const checkKey = vi.fn<Core["checkKey"]>().mockRejectedValueOnce(failure);
  checkKey.mockResolvedValue({ millis: 12, models: 5 });
  await open({ app: inCloud(region), ...(cloud ? { cloud } : {}) }, { checkKey, ...replace });
  await press(`Details of ${key}`);
  await press("Test key");
  return screen.findByTestId(`failure-${failure.code}`);
}

const only = (note: HTMLElement) => within(note).getByRole("button");

/** Beijing's list with another first key. */
function withFirst(changes: Partial<KeyView>): Record<string, KeyList> {
  const list = CLOUD_LISTS[BEIJING] as KeyList;
  const [first, ...others] = list.keys;
  return { ...CLOUD_LISTS, [BEIJING]: { ...list, keys: [{ ...(first as KeyView), ...changes }, ...others] } };
}

test("disabled: it is enabled from there, and what was said goes", async () => {
  const cloud = withFirst({ disabled: true });
  const note = await testKey(refused({ kind: "unknown" }, true), { cloud });
  expect(note.textContent).toContain("The key is disabled.");
  fireEvent.click(within(note).getByRole("button", { name: "Enable key" }));
  await screen.findByText(`${LISTED} is enabled again.`);
  await waitFor(() => expect(screen.queryByTestId("failure-keyRefused")).toBeNull());
});

test("deleted: what holds it on this computer is shown", async () => {
  const note = await testKey(refused({ kind: "deleted" }));
  expect(note.textContent).toContain("the service's list has it no more");
  fireEvent.click(within(note).getByRole("button", { name: "Show changes on this computer" }));
  await screen.findByRole("heading", { level: 1, name: "Changes on this computer" });
});

test("deleted, and used nowhere: a pasted key is removed", async () => {
  const note = await testKey(refused({ kind: "deleted" }), { key: PASTED });
  fireEvent.click(within(note).getByRole("button", { name: "Remove from this computer …" }));
  await screen.findByTestId("forget-dialog");
});

test("reset elsewhere: the new value is pasted", async () => {
  const note = await testKey(refused({ kind: "replaced" }));
  expect(note.textContent).toContain("the value on this computer is the old one");
  fireEvent.click(within(note).getByRole("button", { name: "Paste the new value …" }));
  await screen.findByTestId("paste-dialog");
});

test("of another region: that region is switched to", async () => {
  const note = await testKey(refused({ kind: "wrongRegion", region: "ap-southeast-1" }));
  expect(note.textContent).toContain("The key belongs to Singapore");
  fireEvent.click(within(note).getByRole("button", { name: "Switch to Singapore" }));
  await screen.findByRole("button", { name: "Region: Singapore. Switch region" });
});

test("of another region, but pasted: it is pasted again, where its region is chosen", async () => {
  const note = await testKey(refused({ kind: "wrongRegion", region: "ap-southeast-1" }), { key: PASTED });
  fireEvent.click(within(note).getByRole("button", { name: "Paste it again …" }));
  await screen.findByTestId("paste-dialog");
});

test("of a plan: its host is chosen, and the key is tested again at once", async () => {
  const hosts = [
    sampleHost("shared", "https://dashscope.aliyuncs.com"),
    sampleHost("plan", "https://coding.dashscope.aliyuncs.com"),
  ];
  const note = await testKey(refused({ kind: "wrongPlan" }), { cloud: withFirst({ hosts }) });
  expect(note.textContent).toContain("Coding Plan or Token Plan");
  fireEvent.click(within(note).getByRole("button", { name: "Use the plan's host" }));
  await screen.findByTestId("checked");
  const used = within(screen.getByTestId("hosts")).getByRole("radio", { name: /Host of the plan/ });
  expect((used as HTMLInputElement).checked).toBe(true);
});

test("of a plan whose host is not known: it is pasted again", async () => {
  const note = await testKey(refused({ kind: "wrongPlan" }));
  expect(only(note).textContent).toBe("Paste it again …");
});

test("of another workspace: the host of its own is chosen", async () => {
  const hosts = [
    sampleHost("own", "https://elsewhere.example.com"),
    sampleHost("workspace", "https://llm-1.cn-beijing.maas.aliyuncs.com"),
  ];
  const cause = { kind: "wrongWorkspace", workspace: "Translation" } as const;
  const note = await testKey(refused(cause), { cloud: withFirst({ hosts }) });
  expect(note.textContent).toContain("“Translation”");
  fireEvent.click(within(note).getByRole("button", { name: "Use its workspace's host" }));
  await screen.findByTestId("checked");
  const used = within(screen.getByTestId("hosts")).getByRole("radio", { name: /Workspace host/ });
  expect((used as HTMLInputElement).checked).toBe(true);
});

test("not known everywhere yet: it is tested again", async () => {
  const note = await testKey(refused({ kind: "notYetKnown" }));
  expect(note.textContent).toContain("a new key may take a minute");
  fireEvent.click(within(note).getByRole("button", { name: "Test again" }));
  await screen.findByTestId("checked");
});

test("an unknown cause leads to the reset, and to another test where keys cannot be reset", async () => {
  const note = await testKey(refused({ kind: "unknown" }));
  expect(note.textContent).toContain("InvalidApiKey");
  fireEvent.click(within(note).getByRole("button", { name: "Reset …" }));
  await screen.findByTestId("reset-dialog");
});

test.each([
  [VIRGINIA, "us-east-1"],
  [PASTED, "cn-beijing"],
])("%s cannot be reset, so it is tested again", async (key, region) => {
  const note = await testKey(refused({ kind: "unknown" }), { key, region });
  expect(only(note).textContent).toBe("Test again");
});

test("an address that is not let in leads to the permission", async () => {
  const note = await testKey({ code: "addressNotAllowed", platformCode: "Access.IpDenied" });
  expect(note.textContent).toContain("IP allowlist");
  fireEvent.click(within(note).getByRole("button", { name: "Edit permission …" }));
  await screen.findByTestId("permission-dialog");
});

test("what is no refusal is tried again", async () => {
  const note = await testKey({ code: "unreachable", host: "dashscope.aliyuncs.com" });
  fireEvent.click(within(note).getByRole("button", { name: "Try again" }));
  await screen.findByTestId("checked");
});

test("what was said of one key is not said of the next", async () => {
  await testKey(refused({ kind: "replaced" }));
  await press(`Details of first key, 2023`);
  await waitFor(() => expect(screen.queryByTestId("failure-keyRefused")).toBeNull());
});

const CAUSES: RefusalCauseView[] = [
  { kind: "disabled" },
  { kind: "deleted" },
  { kind: "replaced" },
  { kind: "wrongRegion", region: "ap-southeast-1" },
  { kind: "wrongPlan" },
  { kind: "wrongWorkspace", workspace: "Translation" },
  { kind: "wrongWorkspace", workspace: "" },
  { kind: "notYetKnown" },
  { kind: "unknown" },
];

test("every cause has its own words, and one button, in Chinese too; axe finds nothing", async () => {
  document.title = "Studio Keys";
  const said = CAUSES.map((cause) => {
    const failure = refused(cause) as Extract<Failure, { code: "keyRefused" }>;
    return zh.failures.keyRefused(failure).why;
  });
  expect(new Set(said).size).toBe(CAUSES.length);
  const app = inCloud("cn-beijing");
  app.preferences = { ...app.preferences, language: "zh-CN" };
  const checkKey = vi.fn<Core["checkKey"]>();
  await open({ app }, { checkKey });
  await press(zh.keys.open(LISTED));
  for (const cause of CAUSES) {
    checkKey.mockRejectedValueOnce(refused(cause));
    await press(zh.actions.test);
    const note = await screen.findByTestId("failure-keyRefused");
    const failure = refused(cause) as Extract<Failure, { code: "keyRefused" }>;
    await waitFor(() => expect(note.textContent).toContain(zh.failures.keyRefused(failure).why));
    expect(within(note).getAllByRole("button")).toHaveLength(1);
  }
  const found = await axe.run(document.documentElement, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

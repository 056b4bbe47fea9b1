// Tools: what they are set to, setting one up with a preview and a way back, and leading through those that are set up by
// hand.

import axe from "axe-core";
import { expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { fakeCore } from "../src/dev/fake-core";
import { KEYS } from "../src/dev/sample";
import { TOOLS } from "../src/dev/sample-tools";
import type { KeyView, ToolView } from "../src/wire";
import {
  appWith,
  EMPTY,
  everything,
  fireEvent,
  noDialog,
  open,
  press,
  screen,
  type,
  waitFor,
  within,
} from "./window";

const FIRST = KEYS[0] as KeyView;

async function openTools(replace: Partial<Core> = {}, state: Parameters<typeof open>[0] = {}): Promise<void> {
  await open(state, replace);
  await press("Tools");
  await screen.findByTestId("tool-claudeCode");
}

const card = (id: string) => screen.findByTestId(`tool-${id}`);
const textOf = async (testId: string) => (await screen.findByTestId(testId)).textContent ?? "";
const choose = (testId: string, value: string) =>
  fireEvent.change(screen.getByTestId(testId), { target: { value } });

async function canBeWritten(): Promise<HTMLElement> {
  const button = await screen.findByTestId("tool-write");
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(false));
  return button;
}

async function setUp(name: string): Promise<HTMLElement> {
  await press(`Set up ${name} …`);
  await canBeWritten();
  return screen.findByTestId("tool-dialog");
}

test("each tool says whether it was found, what it was set to, and what is wrong", async () => {
  await openTools();
  const claude = (await card("claudeCode")).textContent;
  expect(claude).toContain("Installed");
  expect(claude).toContain("网站后台 · 生产环境");
  expect(claude).toContain("From the keyring, each time");
  expect(claude).toContain("/apps/anthropic");
  expect(claude).toContain("qwen3-coder-plus");
  expect(claude).not.toContain("Changed since");
  const qwen = (await card("qwenCode")).textContent;
  expect(qwen).toContain("Changed since");
  expect(qwen).toContain("Plain text");
  const codex = await card("codex");
  expect(within(codex).getByTestId("failure-fileHasSyntaxError").textContent).toContain("14");
  expect(
    within(codex)
      .getByRole("button", { name: /Set up/ })
      .hasAttribute("disabled"),
  ).toBe(true);
  expect((await card("openCode")).textContent).toContain("Not found here, can be prepared");
  expect((await card("dify")).textContent).not.toContain("Not found");
});

test("settings that could not be read are looked at again on a press, and when the window is seen again", async () => {
  const listTools = vi.fn(fakeCore().listTools);
  await openTools({ listTools });
  await press("Try again", "button", await card("codex"));
  await waitFor(() => expect(listTools).toHaveBeenCalledTimes(2));
  const see = (visibilityState: string) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: visibilityState });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  see("hidden");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(listTools).toHaveBeenCalledTimes(2);
  see("visible");
  await waitFor(() => expect(listTools).toHaveBeenCalledTimes(3));
});

test("a tool whose key is gone from this computer says so", async () => {
  const [claude, ...others] = TOOLS as [ToolView, ...ToolView[]];
  const used = claude.used && { ...claude.used, key: { region: "this-computer", apiKeyId: "1" } };
  await openTools({ listTools: async () => [{ ...claude, used }, ...others] });
  await waitFor(async () =>
    expect((await card("claudeCode")).textContent).toContain("no longer on this computer"),
  );
});

test("the preview names the way, the file and what wins, and writes nothing", async () => {
  const planTool = vi.fn(fakeCore().planTool);
  const applyPlan = vi.fn();
  await openTools({ planTool, applyPlan });
  await press("Change what Claude Code uses …");
  await canBeWritten();
  // It begins with what the tool uses now.
  expect(planTool).toHaveBeenLastCalledWith({
    tool: "claudeCode",
    key: { region: "this-computer", apiKeyId: "1048" },
    origin: FIRST.hosts[0]?.origin,
    model: null,
    way: "helper",
  });
  const preview = await textOf("tool-preview");
  expect(preview).toContain("ANTHROPIC_BASE_URL in ~/.bashrc:31 wins over this.");
  expect(preview).toContain("~/.claude/settings.json");
  expect(preview).toContain("apiKeyHelper");
  expect(preview).not.toContain("Plain text");
  await press("Cancel");
  await noDialog();
  expect(applyPlan).not.toHaveBeenCalled();
});

test("each choice is planned anew, and the one that is shown is the one that is written", async () => {
  const core = fakeCore();
  const planTool = vi.fn(core.planTool);
  const applyPlan = vi.fn(core.applyPlan);
  await openTools({ planTool, applyPlan });
  await setUp("OpenClaw");
  expect(planTool.mock.lastCall?.[0]).toMatchObject({ way: null, model: null });
  fireEvent.click(screen.getByLabelText(/^From its settings file/));
  choose("tool-key", "this-computer/1048");
  await waitFor(() =>
    expect(planTool.mock.lastCall?.[0]).toMatchObject({ way: "value", key: { apiKeyId: "1048" } }),
  );
  choose("tool-model", "another model");
  expect(screen.getByTestId("tool-write").hasAttribute("disabled")).toBe(true);
  type(await screen.findByTestId("tool-model-name"), "qwen-flash");
  await waitFor(async () => expect(await textOf("tool-preview")).toContain("qwen-flash"));
  expect(await textOf("tool-preview")).toContain("Plain text");
  fireEvent.click(await canBeWritten());
  await screen.findByTestId("tool-result");
  expect(applyPlan).toHaveBeenCalledTimes(1);
  const shown = await planTool.mock.results.at(-1)?.value;
  expect(applyPlan).toHaveBeenCalledWith(shown.planId);
  expect(shown).toMatchObject({ way: "value", model: "qwen-flash" });
});

test("written once, read back, undone on the spot, and the card follows", async () => {
  await openTools();
  await setUp("OpenClaw");
  const write = screen.getByTestId("tool-write");
  fireEvent.click(write);
  fireEvent.click(write);
  const result = await screen.findByTestId("tool-result");
  expect(result.textContent).toContain("OpenClaw is set up.");
  expect(result.textContent).toContain("Restart OpenClaw if it is open");
  expect(result.textContent).toContain("~/.openclaw/openclaw.json holds what was written");
  await waitFor(async () => expect((await card("openClaw")).textContent).toContain("From the keyring"));
  fireEvent.click(screen.getByTestId("tool-undo"));
  expect(await textOf("undone")).toContain("OpenClaw is as it was before.");
  fireEvent.click(screen.getByTestId("tool-done"));
  await waitFor(async () => expect((await card("openClaw")).textContent).toContain("Not set up"));
});

test("settings that say something else are told, and can be looked at again", async () => {
  const core = fakeCore();
  const verifyChange = vi.fn<Core["verifyChange"]>(async (id) => {
    const change = await core.verifyChange(id);
    return {
      ...change,
      tool: "openClaw",
      variable: "",
      verifications: change.verifications.map((one) => ({
        ...one,
        destination: null,
        program: "~/.openclaw/openclaw.json",
        status: "other",
        foundMasked: "sk-••••••••",
      })),
    };
  });
  await openTools({ verifyChange });
  await setUp("OpenClaw");
  fireEvent.click(screen.getByTestId("tool-write"));
  const result = await textOf("tool-result");
  expect(result).toContain("its settings say something else");
  expect(result).toContain("holds something else");
  expect(result).toContain("found sk-••••••••");
  await press("Verify again");
  await waitFor(() => expect(verifyChange).toHaveBeenCalledTimes(2));
});

test("a file that changed meanwhile leads to a new preview", async () => {
  const planTool = vi.fn(fakeCore().planTool);
  await openTools({
    planTool,
    applyPlan: () => Promise.reject({ code: "fileChanged", path: "~/.openclaw/openclaw.json" }),
  });
  await setUp("OpenClaw");
  const before = planTool.mock.calls.length;
  fireEvent.click(screen.getByTestId("tool-write"));
  await screen.findByTestId("failure-fileChanged");
  await press("Preview again");
  await waitFor(() => expect(planTool).toHaveBeenCalledTimes(before + 1));
  await waitFor(() => expect(screen.queryByTestId("failure-fileChanged")).toBeNull());
  await canBeWritten();
});

test("a refused preview can be asked for again, and nothing can be written until then", async () => {
  let refuse = true;
  const { planTool } = fakeCore();
  await openTools({
    planTool: (request) =>
      refuse
        ? Promise.reject({ code: "filePermissionDenied", path: "~/.openclaw/openclaw.json" })
        : planTool(request),
  });
  await press("Set up OpenClaw …");
  await screen.findByTestId("failure-filePermissionDenied");
  expect(screen.getByTestId("tool-write").hasAttribute("disabled")).toBe(true);
  refuse = false;
  await press("Try again", "button", await screen.findByTestId("tool-dialog"));
  await canBeWritten();
});

test("a variable that is not set is said before it is relied on", async () => {
  await openTools();
  await press("Change what Claude Code uses …");
  await canBeWritten();
  expect(screen.queryByTestId("variable-not-set")).toBeNull();
  fireEvent.click(screen.getByLabelText(/^From an environment variable/));
  expect(await textOf("variable-not-set")).toContain("ANTHROPIC_AUTH_TOKEN is not set by Studio Keys");
});

test("where nothing here can ask the keyring, that way is not offered, and why is said", async () => {
  const lacking = TOOLS.map((tool) =>
    tool.id === "openClaw"
      ? { ...tool, ways: tool.ways.filter(({ way }) => way !== "helper"), lacksPrinter: true }
      : tool,
  );
  await openTools({ listTools: async () => lacking });
  await setUp("OpenClaw");
  expect(screen.queryByLabelText(/^From the keyring, each time/)).toBeNull();
  expect(await textOf("lacks-printer")).toContain("as in an AppImage");
});

test("a tool that is set up by hand: its fields in its words, the key only through the clipboard", async () => {
  const copyKey = vi.fn(fakeCore().copyKey);
  const copyText = vi.fn(fakeCore().copyText);
  await openTools({ copyKey, copyText });
  await press("Show the steps for Chatbox …");
  const steps = await screen.findByTestId("guide-steps");
  expect(steps.textContent).toContain("API Host");
  expect(steps.textContent).toContain("/compatible-mode/v1/chat/completions");
  expect(steps.textContent).toContain("docs.chatboxai.app");
  fireEvent.click(within(steps).getByRole("button", { name: "Copy API Host" }));
  expect(copyText).toHaveBeenCalledWith(FIRST.hosts[0]?.origin);
  fireEvent.click(screen.getByTestId("guide-copy-key"));
  expect(copyKey).toHaveBeenCalledWith({ region: "this-computer", apiKeyId: FIRST.apiKeyId });
  await screen.findAllByText(/cleared in/);
  expect(everything()).not.toContain("sk-ws-3f2Qm8");
});

test("an import link says that it carries the key; where there is none, none is offered", async () => {
  const copyImportLink = vi.fn(fakeCore().copyImportLink);
  await openTools({ copyImportLink });
  await press("Show the steps for Cherry Studio …");
  expect(await textOf("import-link")).toContain("The link carries the key");
  choose("tool-model", "qwen-plus");
  await waitFor(async () => expect(await textOf("guide-steps")).toContain("qwen-plus"));
  await press("Copy link with the key in it");
  expect(copyImportLink).toHaveBeenCalledWith(
    expect.objectContaining({ tool: "cherryStudio", model: "qwen-plus" }),
  );
  await press("Done");
  await noDialog();
  await press("Show the steps for Dify …");
  await screen.findByTestId("guide-steps");
  expect(screen.queryByTestId("import-link")).toBeNull();
});

test("from the menu of a key to a tool with that key", async () => {
  const planTool = vi.fn(fakeCore().planTool);
  await open({}, { planTool });
  await press("Actions for Claude Code on this notebook");
  await press("Use in a tool …", "menuitem");
  expect(await textOf("tool-errand")).toContain("Claude Code on this notebook");
  // Not the one that the tool uses now.
  await press("Change what Claude Code uses …");
  await canBeWritten();
  expect(planTool.mock.lastCall?.[0].key.apiKeyId).toBe("1049");
});

test("without a key, the way to one is shown in the place of the preview", async () => {
  await openTools({}, EMPTY);
  await press("Set up OpenClaw …");
  await screen.findByTestId("no-kept-key");
  expect(screen.getByTestId("tool-write").hasAttribute("disabled")).toBe(true);
  await press("Go to Keys");
  await screen.findByText("No keys yet");
});

test("what cannot be listed says why and is asked again", async () => {
  let refuse = true;
  await open({}, { listTools: async () => (refuse ? Promise.reject({ code: "interrupted" }) : TOOLS) });
  await press("Tools");
  await screen.findByTestId("failure-interrupted");
  refuse = false;
  await press("Try again");
  await card("claudeCode");
});

test("changes and keys name the tool", async () => {
  const { listChanges } = await open();
  await press("Details of 网站后台 · 生产环境");
  expect(screen.getByTestId("key-1048").textContent).toContain("Claude Code");
  const panel = screen.getByRole("complementary", { name: "Key details" });
  expect(panel.textContent).toContain("Claude Code");
  await press("Changes on this computer");
  const change = await screen.findByTestId("change-t1");
  expect(change.textContent).toContain("Claude Code set to sk-ws-3f2…9a48");
  expect(change.textContent).toContain("holds what was written");
  await press("Undo", "button", change);
  await screen.findByText("Undo the setting of Claude Code?");
  await press("Undo change");
  expect(await textOf("undone")).toContain("Claude Code is as it was before.");
  expect((await listChanges()).find(({ id }) => id === "t1")?.state).toBe("undone");
});

test("what is typed while it is being composed plans nothing", async () => {
  const planTool = vi.fn(fakeCore().planTool);
  await openTools({ planTool });
  await setUp("OpenClaw");
  choose("tool-model", "another model");
  const field = (await screen.findByTestId("tool-model-name")) as HTMLInputElement;
  const before = planTool.mock.calls.length;
  fireEvent.compositionStart(field);
  field.value = "qian'wen";
  fireEvent(field, new InputEvent("input", { bubbles: true, isComposing: true }));
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(planTool).toHaveBeenCalledTimes(before);
  field.value = "千问";
  fireEvent.compositionEnd(field);
  await waitFor(() => expect(planTool.mock.lastCall?.[0].model).toBe("千问"));
});

async function faults(): Promise<string[]> {
  const found = await axe.run(document.documentElement, { rules: { "color-contrast": { enabled: false } } });
  expect(found.passes.length).toBeGreaterThan(5);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const STATES: Record<string, () => Promise<unknown>> = {
  "the list": () => card("clineExtension"),
  "the preview": async () => {
    await press("Change what Claude Code uses …");
    fireEvent.click(await screen.findByLabelText(/^From an environment variable/));
    await screen.findByTestId("variable-not-set");
    await canBeWritten();
  },
  "the result": async () => {
    await setUp("OpenClaw");
    fireEvent.click(screen.getByTestId("tool-write"));
    await screen.findByTestId("tool-result");
  },
  "the steps": async () => {
    await press("Show the steps for Chatbox …");
    await screen.findByTestId("import-link");
  },
};

test.each(Object.keys(STATES))("axe finds nothing on %s", async (name) => {
  document.title = "Studio Keys";
  await openTools();
  await STATES[name]?.();
  expect(await faults()).toEqual([]);
});

test("axe finds nothing in Chinese, and no English is left", async () => {
  document.title = "Studio Keys";
  await open({ app: appWith({}, "zh-CN") });
  await press("工具");
  await press("设置 OpenClaw…");
  await screen.findByTestId("tool-preview");
  expect(await faults()).toEqual([]);
  const legend = screen.getByTestId("tool-dialog").querySelector("fieldset")?.textContent ?? "";
  expect(legend.replaceAll(/Studio Keys|API Key|DASHSCOPE_API_KEY/g, "")).not.toMatch(/[A-Za-z]{4,}/);
});

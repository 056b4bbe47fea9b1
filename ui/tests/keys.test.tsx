// The list: what a row says, what search finds, and what can be done from it.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { KEYS, LIST, sampleKey } from "../src/dev/sample";
import { permissionSummary, searchKeys } from "../src/key";
import { en } from "../src/words/en";
import { zh } from "../src/words/zh";
import { appWith, dialog, fireEvent, noDialog, open, press, screen, type, waitFor, within } from "./window";

const FIRST = "Claude Code on this notebook";

async function choose(item: string, name = FIRST): Promise<void> {
  await press(`Actions for ${name}`);
  await press(item, "menuitem");
}

test("a permission in a few words", () => {
  const custom = { type: "custom", accessIps: ["203.0.113.7"], anyAddress: false, models: null } as const;
  const of = (permission: Parameters<typeof permissionSummary>[0]) => permissionSummary(permission, en.keys);
  expect(of({ type: "all" })).toBe("Unrestricted");
  expect(of({ ...custom, accessIps: ["203.0.113.7"] })).toBe("1 IP · All models");
  expect(of({ ...custom, accessIps: ["a", "b", "c"], models: ["m"] })).toBe("3 IPs · 1 model");
  expect(of({ ...custom, accessIps: ["0.0.0.0/0"], anyAddress: true, models: ["m", "n"] })).toBe(
    "Any IP · 2 models",
  );
  expect(of({ ...custom, accessIps: ["0.0.0.0/0"], anyAddress: true })).toBe("Unrestricted");
  expect(permissionSummary({ ...custom, accessIps: ["a", "b"], models: ["m"] }, zh.keys)).toBe(
    "2 个 IP · 1 个模型",
  );
});

test("search looks in description, key and workspace, in any order and case", () => {
  const found = (text: string) => searchKeys(KEYS, text).map((key) => key.apiKeyId);
  expect(found("")).toHaveLength(KEYS.length);
  expect(found("NOTEBOOK claude")).toEqual(["1049"]);
  expect(found("生产")).toEqual(["1048"]);
  expect(found("9a45")).toEqual(["1045"]);
  expect(found("translation evaluation")).toEqual(["1047"]);
  expect(found("nothing like it")).toEqual([]);
});

test("search narrows the table, says when nothing fits, and is cleared with Escape", async () => {
  await open();
  const field = await screen.findByRole("textbox", { name: "Search keys" });
  type(field, "生产");
  await waitFor(() => expect(screen.getAllByRole("row")).toHaveLength(2));
  type(field, "zzz");
  await screen.findByText("No key matches “zzz”.");
  fireEvent.keyDown(field, { key: "Escape" });
  await waitFor(() => expect(screen.getAllByRole("row")).toHaveLength(KEYS.length + 1));
  expect((field as HTMLInputElement).value).toBe("");
});

test("a full quota says why nothing can be created", async () => {
  await open({ list: { ...LIST, quota: { used: 50, limit: 50 } } });
  const create = await screen.findByRole("button", { name: "Create API key" });
  expect((create as HTMLButtonElement).disabled).toBe(true);
  screen.getByText(/The limit is reached/);
});

test("what a key's state does not allow is not offered", async () => {
  await open();
  await press("Actions for old desktop");
  const items = (await screen.findAllByRole("menuitem")).map((item) => item.textContent);
  expect(items).toEqual([
    "Details",
    "Edit permission …",
    "Edit description …",
    "Select",
    "Replace by a new key …",
    "Disable",
    "Reset …",
    "Delete …",
  ]);
  expect(screen.queryByRole("button", { name: "Reveal old desktop" })).toBeNull();
});

test("copying says until when, and clears on demand", async () => {
  const clearClipboard = vi.fn(async () => {});
  await open({}, { clearClipboard });
  await press(`Copy the key ${FIRST}`);
  await screen.findByText("Copied. The clipboard will be cleared in 60 seconds.");
  await press("Clear now");
  await screen.findByText("Clipboard cleared");
  expect(clearClipboard).toHaveBeenCalledTimes(1);
});

test("the message counts down and goes when the clipboard is cleared", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    await open();
    await press(`Copy the key ${FIRST}`);
    await screen.findByText("cleared in 60 s");
    await vi.advanceTimersByTimeAsync(3000);
    await screen.findByText("cleared in 57 s");
    await vi.advanceTimersByTimeAsync(58_000);
    expect(screen.queryByText(/cleared in/)).toBeNull();
    // Nothing ticks while nothing happens.
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test("disabling is done at once and can be taken back", async () => {
  await open();
  await choose("Disable");
  await screen.findByText(/DASHSCOPE_API_KEY on this computer still holds it/);
  const row = screen.getByTestId("key-1049");
  expect(row.textContent).toContain("Disabled");
  await press("Enable");
  await waitFor(() => expect(row.textContent).toContain("Enabled"));
});

test("a key that is used here is deleted only after its last characters were typed", async () => {
  const deleteKey = vi.fn(fakeCore().deleteKey);
  await open({}, { deleteKey });
  await choose("Delete …");
  const asked = await dialog();
  expect(asked.textContent).toContain("DASHSCOPE_API_KEY on this computer uses this key.");
  expect(document.activeElement?.textContent).toBe("Cancel");
  fireEvent.click(screen.getByTestId("delete-submit"));
  await screen.findByText("These are not the last four characters.");
  expect(deleteKey).not.toHaveBeenCalled();
  type(screen.getByTestId("delete-confirm"), "9a49");
  fireEvent.click(screen.getByTestId("delete-submit"));
  await noDialog();
  expect(deleteKey).toHaveBeenCalledWith({
    key: { region: "this-computer", apiKeyId: "1049" },
    undoChanges: true,
  });
});

test("a delete that fails keeps the dialog and what was typed", async () => {
  await open({}, { deleteKey: () => Promise.reject({ code: "tooManyRequests" }) });
  await choose("Delete …");
  type(await screen.findByTestId("delete-confirm"), "9a49");
  fireEvent.click(screen.getByTestId("delete-submit"));
  await screen.findByTestId("failure-tooManyRequests");
  expect((screen.getByTestId("delete-confirm") as HTMLInputElement).value).toBe("9a49");
});

test("delete offers to disable instead", async () => {
  const deleteKey = vi.fn();
  await open({ list: { ...LIST, keys: [sampleKey("1049", { description: FIRST })] } }, { deleteKey });
  await choose("Delete …");
  expect(screen.queryByTestId("delete-confirm")).toBeNull();
  await press("Disable instead");
  await noDialog();
  await waitFor(() => expect(screen.getByTestId("key-1049").textContent).toContain("Disabled"));
  expect(deleteKey).not.toHaveBeenCalled();
});

test("a reset shows the new value's sheet and what followed", async () => {
  await open();
  await choose("Reset …");
  expect((await dialog()).textContent).toContain(
    "DASHSCOPE_API_KEY on this computer gets the new value by itself.",
  );
  await press("Reset key");
  const sheet = await screen.findByTestId("reveal-safe");
  expect(sheet.textContent).toContain("The old value no longer works.");
  expect(within(sheet).getByTestId("followed").textContent).toContain("DASHSCOPE_API_KEY");
});

test("a lost key is named, and reset from there", async () => {
  const resetKey = vi.fn(fakeCore().resetKey);
  const attention = {
    id: "a1",
    kind: "createdNotKept" as const,
    region: "this-computer",
    apiKeyId: "1047",
    masked: "sk-ws-3f2…9a47",
    description: "nightly build",
    startedAt: 0,
  };
  await open({ app: appWith({ attention: [attention] }) }, { resetKey });
  const note = await screen.findByTestId("attention-a1");
  expect(note.textContent).toContain("“nightly build” was created");
  await press("Reset for a new value");
  await press("Reset key");
  await screen.findByTestId("reveal-safe");
  expect(resetKey).toHaveBeenCalledWith({ region: "this-computer", apiKeyId: "1047" });
});

test("details test the key and say what came of it", async () => {
  await open();
  await press(`Details of ${FIRST}`);
  await press("Test key");
  expect((await screen.findByTestId("checked")).textContent).toBe("Works · This computer · 12 ms · 5 models");
});

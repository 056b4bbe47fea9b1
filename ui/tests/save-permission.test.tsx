// Saving a permission: the difference first, then the questions, the proof, and the way back.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { KEYS } from "../src/dev/sample";
import type { KeyView, PermissionView, UpdatePermissionRequest } from "../src/wire";
import { editPermission, fireEvent, noDialog, open, press, screen, type, waitFor, within } from "./window";

const LIMITED = "网站后台 · 生产环境";
const BEFORE = KEYS[1]?.permission as Extract<PermissionView, { type: "custom" }>;

async function add(text: string): Promise<void> {
  type(await screen.findByTestId("allowlist-box"), text);
}

async function review(): Promise<void> {
  const button = await screen.findByTestId("permission-review");
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(false));
  fireEvent.click(button);
  await screen.findByTestId("permission-save");
}

async function save(): Promise<void> {
  const button = await screen.findByTestId("permission-save");
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(false));
  fireEvent.click(button);
}

test("the difference in words, the proof, and the undo", async () => {
  const core = fakeCore();
  const updatePermission = vi.fn(core.updatePermission);
  await open({}, { ...core, updatePermission });
  await editPermission(LIMITED);
  await add("127.0.0.1, 198.51.100.0/24,");
  fireEvent.click(await screen.findByTestId("model-qwen-max"));
  await review();
  const difference = within(await screen.findByTestId("difference"));
  difference.getByText("+2 addresses or blocks");
  difference.getByText("−1 model");
  difference.getByText("Newly let in: 257 addresses.");
  expect(updatePermission).not.toHaveBeenCalled();
  await save();
  const proof = await screen.findByTestId("proof-allowed");
  expect(proof.textContent).toContain("Allowed from here, 182 ms.");
  expect(updatePermission.mock.calls[0]?.[0]).toEqual({
    key: { region: "this-computer", apiKeyId: "1048" },
    expected: BEFORE,
    permission: {
      type: "custom",
      addresses: [...BEFORE.accessIps, "127.0.0.1", "198.51.100.0/24"].join("\n"),
      models: BEFORE.models?.filter((model) => model !== "qwen-max") ?? null,
    },
    groups: [],
  } satisfies UpdatePermissionRequest);
  fireEvent.click(screen.getByTestId("permission-undo"));
  await screen.findByText("The permission is as it was before.");
  expect(updatePermission.mock.calls[1]?.[0].permission).toEqual({ type: "restore", permission: BEFORE });
  fireEvent.click(screen.getByTestId("permission-done"));
  await noDialog();
  expect(screen.getByTestId("key-1048").textContent).toContain("3 IPs · 5 models");
});

test("Custom with an empty list cannot be saved, and says why", async () => {
  await open();
  await editPermission();
  await press(/^Custom/, "radio");
  const button = screen.getByTestId("permission-review");
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(true));
  const reason = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toMatch(/needs at least one address/);
  fireEvent.submit(button.closest("dialog")?.querySelector("form") as HTMLFormElement);
  expect(screen.queryByTestId("permission-save")).toBeNull();
});

test("the second press of a double-click on Review does not save", async () => {
  const updatePermission = vi.fn();
  await open({}, { updatePermission });
  await editPermission(LIMITED);
  await add("127.0.0.1,");
  await review();
  fireEvent.click(screen.getByTestId("permission-save"));
  await screen.findByTestId("difference");
  expect(document.activeElement?.textContent).toBe("Save these changes?");
  expect(updatePermission).not.toHaveBeenCalled();
});

test("nothing changed is said, and cannot be saved", async () => {
  await open();
  await editPermission(LIMITED);
  await review();
  await screen.findAllByText("Nothing would change.");
  expect(screen.getByTestId("permission-save").hasAttribute("disabled")).toBe(true);
});

test("whoever would be shut out is named before it is saved", async () => {
  const core = fakeCore();
  const updatePermission = vi.fn(core.updatePermission);
  await open({}, { ...core, updatePermission });
  await editPermission();
  await press(/^Custom/, "radio");
  await add("198.51.100.7,");
  await review();
  await save();
  const question = within(await screen.findByTestId("shut-out"));
  question.getByText(/This computer \(127\.0\.0\.1\) is not in the list/);
  question.getByText(/take the key from DASHSCOPE_API_KEY would be refused/);
  expect(document.activeElement?.textContent).toBe("Go back");
  fireEvent.click(question.getByRole("button", { name: "Go back" }));
  await waitFor(() => expect(screen.queryByTestId("shut-out")).toBeNull());
  expect(updatePermission).not.toHaveBeenCalled();
  await save();
  fireEvent.click(await screen.findByTestId("shut-out-anyway"));
  const proof = await screen.findByTestId("proof-refused");
  expect(proof.textContent).toContain("Refused from here, as you meant.");
});

/** A program whose key was changed by somebody else after the window read it. */
function changedElsewhere() {
  const theirs: PermissionView = { ...BEFORE, accessIps: ["198.51.100.200", "127.0.0.1"] };
  const keys = KEYS.map((key): KeyView => (key.apiKeyId === "1048" ? { ...key, permission: theirs } : key));
  const behind = fakeCore({
    list: { keys, workspaces: [], quota: null, seenAt: 0, workspacesFailure: null, unlisted: [] },
  });
  const updatePermission = vi.fn(behind.updatePermission);
  return { theirs, updatePermission, previewPermission: behind.previewPermission };
}

test("a change made elsewhere is shown beside one's own, and nothing is overwritten unasked", async () => {
  const { theirs, ...replace } = changedElsewhere();
  await open({}, replace);
  await editPermission(LIMITED);
  await add("127.0.0.1,");
  await review();
  const conflict = within(await screen.findByTestId("conflict"));
  expect(conflict.getByRole("region", { name: "Now at the service" }).textContent).toContain(
    "198.51.100.200",
  );
  expect(conflict.getByRole("region", { name: "Yours" }).textContent).toContain("203.0.113.7");
  expect(screen.getByTestId("permission-save").hasAttribute("disabled")).toBe(true);
  fireEvent.click(conflict.getByRole("button", { name: "Save mine in its place" }));
  await screen.findByText(/Yours will be saved in place/);
  await save();
  await screen.findByTestId("proof-allowed");
  expect(replace.updatePermission.mock.calls[0]?.[0].expected).toEqual(theirs);
});

test("what is there now can be taken into the editor instead", async () => {
  const { updatePermission, previewPermission } = changedElsewhere();
  await open({}, { updatePermission, previewPermission });
  await editPermission(LIMITED);
  await add("127.0.0.1,");
  await review();
  await press("Edit what is there now");
  await screen.findByRole("button", { name: /^Edit 198\.51\.100\.200/ });
  await add("203.0.113.99,");
  await review();
  await screen.findByText("+1 address or block");
  expect(screen.queryByTestId("conflict")).toBeNull();
});

test("a change between the look and the saving is refused and looked at again", async () => {
  const core = fakeCore();
  const updatePermission = vi
    .fn(core.updatePermission)
    .mockRejectedValueOnce({ code: "permissionChanged", current: { type: "all" } });
  await open({}, { ...core, updatePermission });
  await editPermission(LIMITED);
  await add("127.0.0.1,");
  await review();
  await save();
  await screen.findByTestId("failure-permissionChanged");
  await press("Look again");
  await screen.findByTestId("difference");
  await save();
  await screen.findByTestId("proof-allowed");
});

test("several keys get one permission; one that fails is tried again, and all are taken back", async () => {
  const core = fakeCore();
  let broken = true;
  const updatePermission = vi.fn((request: UpdatePermissionRequest) =>
    broken && request.key.apiKeyId === "1046"
      ? Promise.reject({ code: "timedOut", host: "127.0.0.1" })
      : core.updatePermission(request),
  );
  await open({}, { ...core, updatePermission });
  await press("Actions for Claude Code on this notebook");
  await press("Select", "menuitem");
  fireEvent.click(await screen.findByRole("checkbox", { name: /^Select sk-ws-3f2…9a46/ }));
  await screen.findByText("2 keys selected");
  fireEvent.click(screen.getByTestId("selection-edit"));
  await screen.findByText("One permission for 2 keys");
  await press(/^Custom/, "radio");
  await add("127.0.0.1,");
  await waitFor(() =>
    expect(screen.getByTestId("state-line").textContent).toContain("Only 1 address can use these 2 keys."),
  );
  await review();
  await screen.findByText("2 keys will be saved.");
  await save();
  await screen.findByText("Not every key was saved");
  expect(screen.getByTestId("progress").textContent).toBe("1 of 2 saved");
  expect(screen.getByTestId("outcome-1046").textContent).toContain("did not answer");
  expect(screen.getByTestId("outcome-1049").textContent).toContain("Allowed from here, 182 ms.");
  broken = false;
  fireEvent.click(screen.getByTestId("permission-resume"));
  await screen.findByText("Permission saved");
  expect(updatePermission).toHaveBeenCalledTimes(3);
  fireEvent.click(screen.getByTestId("permission-undo"));
  await screen.findByText("As it was before");
  expect(updatePermission).toHaveBeenCalledTimes(5);
  fireEvent.click(screen.getByTestId("permission-done"));
  await noDialog();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("Control and Shift select rows, and the selection can be ended", async () => {
  await open();
  const row = (name: string) => screen.findByRole("button", { name: `Details of ${name}` });
  fireEvent.click(await row("Claude Code on this notebook"), { ctrlKey: true });
  await screen.findByText("1 key selected");
  fireEvent.click(await row("old desktop"), { shiftKey: true });
  await screen.findByText("5 keys selected");
  expect(screen.getAllByRole("checkbox", { checked: true })).toHaveLength(5);
  await press("End selection");
  await waitFor(() => expect(screen.queryByRole("checkbox")).toBeNull());
});

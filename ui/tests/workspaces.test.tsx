// Workspaces: the list, creating and deleting, the way to their keys and their cost, and every state without a list.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { COMPANY, withAccounts } from "../src/dev/sample-cloud";
import { searchWorkspaces, siteOf } from "../src/screens/workspaces/workspace";
import type { WorkspaceRowView } from "../src/wire";
import { en } from "../src/words/en";
import { dialog, fireEvent, noDialog, press, screen, type, waitFor, within } from "./window";
import { faults, OTHER, OTHER_NAME, openCloud, openPart, openScreen } from "./workspace-panel";

const DEFAULT = "ws-9f31c02b77d4";

const row = (id: string) => screen.findByTestId(`workspace-${id}`);

test("the list says where models run and how many keys there are, and is searched by name and id", async () => {
  await openScreen();
  expect((await row(DEFAULT)).textContent).toMatch(/Default.*This computer.*6/);
  type(await screen.findByLabelText("Search workspaces"), "2b80");
  await waitFor(() => expect(screen.queryByTestId(`workspace-${DEFAULT}`)).toBeNull());
  await row(OTHER);
  type(screen.getByLabelText("Search workspaces"), "nothing like it");
  await screen.findByText("No workspace matches “nothing like it”.");
});

test("the id is copied", async () => {
  const copyText = vi.fn(async () => {});
  await openScreen({ copyText });
  await press(`Copy the id of ${OTHER_NAME}`);
  expect(copyText).toHaveBeenCalledWith(OTHER);
});

test("a scope that only a newer service knows is shown in its own word", () => {
  expect(siteOf("global", en.workspaces)).toBe("Global");
  expect(siteOf("the-moon", en.workspaces)).toBe("the-moon");
  expect(siteOf("", en.workspaces)).toBe("Not stated");
  const rows = [{ id: "ws-1", name: "团队 A" }] as WorkspaceRowView[];
  expect(searchWorkspaces(rows, "团队 a")).toEqual(rows);
});

test("the keys of a workspace are a step away, and all keys a step from there", async () => {
  await openScreen();
  await press(`Actions for ${OTHER_NAME}`);
  await press("Show its keys", "menuitem");
  await screen.findByTestId("nothing-fits");
  await press("Show all keys");
  await screen.findByText("old desktop");
});

test("a workspace is created with a name of 1 to 30 characters, and opened", async () => {
  const core = fakeCore();
  const createWorkspace = vi.fn(core.createWorkspace);
  await openScreen({ createWorkspace, listWorkspaces: core.listWorkspaces });
  await press("Create workspace");
  const sheet = await dialog();
  expect(within(sheet).queryByRole("radio")).toBeNull();
  fireEvent.click(within(sheet).getByTestId("create-workspace-submit"));
  await within(sheet).findByText("Type a name.");
  const name = within(sheet).getByTestId("workspace-name");
  type(name, "长".repeat(31));
  expect((await within(sheet).findByRole("alert")).textContent).toContain("31 characters");
  expect(createWorkspace).not.toHaveBeenCalled();

  name.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  type(name, "团队");
  fireEvent.keyDown(name, { key: "Enter", keyCode: 229 });
  expect(createWorkspace).not.toHaveBeenCalled();
  name.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  fireEvent.submit(name.closest("form") as HTMLFormElement);
  await noDialog();
  expect(createWorkspace).toHaveBeenCalledWith({ region: "this-computer", name: "团队", serviceSite: null });
  await screen.findByRole("complementary", { name: "Workspace details" });
  await row("ws-new1");
});

test("where the region leaves a choice, each scope is explained", async () => {
  const createWorkspace = vi.fn(() => Promise.reject({ code: "timedOut", host: "h.example" }));
  const { id: place } = await openCloud("ap-northeast-1", { createWorkspace });
  await press("Create workspace");
  const sheet = await dialog();
  await within(sheet).findByText("Models run in Japan alone.");
  fireEvent.click(within(sheet).getByRole("radio", { name: /^Japan/ }));
  type(within(sheet).getByTestId("workspace-name"), "Tokyo");
  fireEvent.click(within(sheet).getByTestId("create-workspace-submit"));
  await within(sheet).findByTestId("failure-timedOut");
  await within(sheet).findByText(/may have been created all the same/);
  expect(createWorkspace).toHaveBeenCalledWith({ region: place, name: "Tokyo", serviceSite: "japan" });
});

test("the default workspace is not deleted, and the reason is in its menu", async () => {
  await openScreen();
  await press("Actions for Default workspace");
  const item = await screen.findByRole("menuitem", { name: /^Delete/ });
  expect(item.getAttribute("aria-disabled")).toBe("true");
  expect(item.textContent).toContain("The default workspace cannot be deleted.");
});

test("what stands in the way of deleting is told in the service's words, with the way there", async () => {
  const reasons = [
    { resourceType: "ApiKey", reason: "2 API keys remain." },
    { resourceType: "RamGrant", reason: "Two users are members." },
  ];
  const openConsole = vi.fn(async () => {});
  const region = await openCloud("cn-beijing", {
    openConsole,
    deleteWorkspace: () => Promise.reject({ code: "workspaceNotDeleted", reasons, requestId: "Q-7" }),
  });
  await press("Actions for Translation");
  await press("Delete …", "menuitem");
  const sheet = await dialog();
  expect(sheet.textContent).toContain("One key is in it.");
  fireEvent.click(within(sheet).getByTestId("delete-workspace-submit"));
  const note = await within(sheet).findByTestId("workspace-not-deleted");
  expect(
    within(note)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual(["ApiKey: 2 API keys remain.", "RamGrant: Two users are members."]);
  expect(note.textContent).toContain("Q-7");
  await press("Open the console", "button", note);
  expect(openConsole).toHaveBeenCalledWith(region.id);
  await press("Go to its keys", "button", note);
  await screen.findByText("nightly evaluation");
  expect(screen.queryByText("retired")).toBeNull();
});

test("an empty workspace is deleted and leaves the list", async () => {
  const core = fakeCore();
  const deleteWorkspace = vi.fn(core.deleteWorkspace);
  await openScreen({ deleteWorkspace, listWorkspaces: core.listWorkspaces });
  await press(`Details of ${OTHER_NAME}`);
  await press(`Actions for ${OTHER_NAME}`, "button", await row(OTHER));
  await press("Delete …", "menuitem");
  fireEvent.click(await screen.findByTestId("delete-workspace-submit"));
  await noDialog();
  expect(deleteWorkspace).toHaveBeenCalledWith({ region: "this-computer", workspaceId: OTHER });
  await waitFor(() => expect(screen.queryByTestId(`workspace-${OTHER}`)).toBeNull());
  expect(screen.queryByRole("complementary")).toBeNull();
});

test("the cost of a workspace leads to the whole picture of it", async () => {
  const costs = vi.fn(fakeCore().costs);
  await openScreen({ costs });
  const panel = await openPart("Cost");
  await within(panel).findByRole("img", { name: /^Cost of the last 30 days, in all CNY/ });
  fireEvent.click(within(panel).getByTestId("workspace-cost-open"));
  expect(((await screen.findByTestId("cost-workspace")) as HTMLSelectElement).value).toBe(OTHER);
  await waitFor(() =>
    expect(costs).toHaveBeenLastCalledWith(expect.objectContaining({ step: "day", workspaceId: OTHER })),
  );
});

test("a region that cannot be asked keeps its list and says why", async () => {
  const core = fakeCore({ app: withAccounts([COMPANY]) });
  let right = true;
  await openCloud("cn-beijing", {
    listWorkspaces: (region) =>
      right
        ? core.listWorkspaces(region)
        : Promise.reject({
            code: "permissionMissing",
            action: "modelstudio:ListWorkspaces",
            requestId: "Q-1",
          }),
  });
  await screen.findByText("Translation");
  right = false;
  await press("Refresh");
  const note = await screen.findByTestId("failure-permissionMissing");
  expect(note.textContent).toContain("modelstudio:ListWorkspaces");
  await screen.findByText("Translation");
});

test("no workspace at all says what they are for", async () => {
  await openScreen({ listWorkspaces: async () => ({ workspaces: [], seenAt: 0 }) }, "zh-CN");
  await screen.findByTestId("no-workspaces");
  await press("创建业务空间");
  await dialog();
});

test("Escape leaves the panel and goes back to the row", async () => {
  await openScreen();
  const button = await screen.findByRole("button", { name: `Details of ${OTHER_NAME}` });
  button.focus();
  fireEvent.click(button);
  fireEvent.keyDown(await screen.findByRole("complementary"), { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
  expect(document.activeElement).toBe(button);
  fireEvent.keyDown(button, { key: "ArrowUp" });
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Details of Default workspace");
});

test("axe finds nothing in the dialogs, in Chinese", async () => {
  await openScreen({}, "zh-CN");
  await press("创建业务空间");
  fireEvent.click(await screen.findByTestId("create-workspace-submit"));
  await screen.findByText("请输入名称。");
  expect(await faults()).toEqual([]);
  await press("取消");
  await press("Default workspace 的操作");
  expect(await faults()).toEqual([]);
});

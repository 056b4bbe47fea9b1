// Workspaces: the list, creating and deleting, what one may call with its partial failures, its limits, and its cost.

import axe from "axe-core";
import { expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { fakeCore } from "../src/dev/fake-core";
import { COMPANY, withAccounts } from "../src/dev/sample-cloud";
import { limitOf, numberOf, problemOf } from "../src/screens/workspaces/limits/limit";
import { allowedOf, differenceOf } from "../src/screens/workspaces/models/use-model-access";
import { searchWorkspaces, siteOf } from "../src/screens/workspaces/workspace";
import type { LanguageChoice, RegionView, UpdateModelAccessRequest, WorkspaceRowView } from "../src/wire";
import { en } from "../src/words/en";
import { appWith, dialog, fireEvent, noDialog, open, press, screen, type, waitFor, within } from "./window";

const DEFAULT = "ws-9f31c02b77d4";
const OTHER = "ws-2b80aa51e6c9";
const OTHER_NAME = "Translation evaluation and data";

async function openScreen(replace: Partial<Core> = {}, language: LanguageChoice = "en"): Promise<void> {
  await open({ app: appWith({}, language) }, replace);
  await press(language === "en" ? "Workspaces" : "业务空间");
}

/** In Beijing, or another region of the company's account. */
async function openCloud(bare: string, replace: Partial<Core> = {}): Promise<RegionView> {
  const app = withAccounts([COMPANY]);
  const place = `${bare}@${COMPANY.id}`;
  await open({ app: { ...app, preferences: { ...app.preferences, region: place } } }, replace);
  await press("Workspaces");
  return app.regions.find(({ id }) => id === place) as RegionView;
}

const row = (id: string) => screen.findByTestId(`workspace-${id}`);

async function openPart(part: string, name = OTHER_NAME): Promise<HTMLElement> {
  await press(`Details of ${name}`);
  const panel = await screen.findByRole("complementary", { name: "Workspace details" });
  fireEvent.click(within(panel).getByRole("tab", { name: part }));
  return panel;
}

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

test("the default workspace may call every model, and says so", async () => {
  await openScreen();
  const panel = await openPart("Models", "Default workspace");
  await within(panel).findByTestId("every-model");
  expect(within(panel).queryByTestId("access-search")).toBeNull();
});

test("models are ticked, the difference is shown, and only it is sent", async () => {
  const core = fakeCore();
  const updateModelAccess = vi.fn(core.updateModelAccess);
  await openScreen({ updateModelAccess, listModelAccess: core.listModelAccess });
  const panel = await openPart("Models");
  type(await within(panel).findByTestId("access-search"), "coder");
  fireEvent.click(await within(panel).findByLabelText("All that are shown (2)"));
  type(within(panel).getByTestId("access-search"), "");
  fireEvent.click(await within(panel).findByTestId("model-qwen-max"));
  const bar = await within(panel).findByTestId("access-change");
  expect(bar.textContent).toContain("+2 −1");
  expect(bar.textContent).toContain("Programs that call them with a key of this workspace are refused.");

  // What is not saved waits while another workspace is looked at.
  await press("Details of Default workspace");
  const again = await openPart("Models");
  fireEvent.click(await within(again).findByTestId("access-save"));
  await within(again).findByText("3 models saved.");
  expect(updateModelAccess).toHaveBeenCalledWith({
    workspace: { region: "this-computer", workspaceId: OTHER },
    models: [
      { model: "qwen3-coder-480b-a35b-instruct", inference: true },
      { model: "qwen3-coder-plus", inference: true },
      { model: "qwen-max", inference: false },
    ],
  });
  expect(within(again).queryByTestId("access-change")).toBeNull();
});

test("a partial failure is told by model, and the rest can be tried again", async () => {
  const asked: string[][] = [];
  const updateModelAccess = async ({ models }: UpdateModelAccessRequest) => {
    const names = models.map(({ model }) => model);
    asked.push(names);
    return asked.length === 1
      ? {
          done: names.slice(0, 1),
          failed: [{ models: names.slice(1), failure: { code: "tooManyRequests" as const } }],
        }
      : { done: names, failed: [] };
  };
  await openScreen({ updateModelAccess });
  const panel = await openPart("Models");
  fireEvent.click(await within(panel).findByTestId("model-glm-4.6"));
  fireEvent.click(within(panel).getByTestId("model-qwen3-max"));
  fireEvent.click(within(panel).getByTestId("model-qwen-plus"));
  fireEvent.click(await within(panel).findByTestId("access-save"));
  const note = await within(panel).findByTestId("access-partly");
  expect(note.textContent).toContain("1 model was saved, 2 not.");
  expect(note.textContent).toContain("It wants fewer requests for the moment.");
  expect(
    within(note)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual(["qwen3-max", "qwen-plus"]);
  expect(within(panel).getByTestId("access-change").textContent).toContain("+1 −1");
  fireEvent.click(within(note).getByTestId("access-rest"));
  await within(panel).findByText("2 models saved.");
  expect(asked).toEqual([
    ["glm-4.6", "qwen3-max", "qwen-plus"],
    ["qwen3-max", "qwen-plus"],
  ]);
});

test("a limit is set up to the account's own, and taken away", async () => {
  const core = fakeCore();
  const updateModelLimits = vi.fn(core.updateModelLimits);
  await openScreen({ updateModelLimits });
  const panel = await openPart("Limits");
  await press("Set the limit of deepseek-r1", "button", panel);
  const requests = (await within(panel).findByTestId("limit-requests")) as HTMLInputElement;
  expect(document.activeElement).toBe(requests);
  fireEvent.click(within(panel).getByTestId("limit-save"));
  await within(panel).findByText("Type at least one number.");
  type(requests, "601");
  await within(panel).findByText("The account's own limit is 600.");
  type(requests, "1.5");
  await within(panel).findByText("Type a whole number above 0.");
  type(requests, "30");
  fireEvent.click(within(panel).getByTestId("limit-save"));
  await waitFor(() =>
    expect(screen.getByTestId("limit-deepseek-r1").textContent).toContain("30 requests a minute"),
  );
  const workspace = { region: "this-computer", workspaceId: OTHER };
  expect(updateModelLimits).toHaveBeenLastCalledWith({
    workspace,
    limits: [
      {
        model: "deepseek-r1",
        limit: { requests: 30, requestSeconds: 60, usage: null, usageSeconds: null },
      },
    ],
  });
  await press("Change the limit of qwen-max", "button", panel);
  fireEvent.click(await within(panel).findByTestId("limit-remove"));
  await waitFor(() =>
    expect(screen.getByTestId("limit-qwen-max").textContent).toContain("No limit of its own"),
  );
  expect(updateModelLimits).toHaveBeenLastCalledWith({
    workspace,
    limits: [{ model: "qwen-max", limit: null }],
  });
});

test("a limit that is refused stays in its form, with the reason", async () => {
  await openScreen({
    updateModelLimits: async () => ({
      done: [],
      failed: [{ models: ["qwen-max"], failure: { code: "tooManyRequests" } }],
    }),
  });
  const panel = await openPart("Limits");
  await press("Change the limit of qwen-max", "button", panel);
  fireEvent.click(await within(panel).findByTestId("limit-save"));
  await within(panel).findByTestId("failure-tooManyRequests");
  expect((within(panel).getByTestId("limit-requests") as HTMLInputElement).value).toBe("60");
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

test("numbers as people type them", () => {
  expect(["", " 1,000 ", "10 000", "1，000"].map(numberOf)).toEqual([null, 1000, 10000, 1000]);
  for (const wrong of ["0", "-1", "1.5", "ten", "99999999999999999999"])
    expect(numberOf(wrong)).toBe("notWhole");
  expect(problemOf("61", 60)).toBe("tooHigh");
  expect(problemOf("61", null)).toBeNull();
  expect(limitOf("", "", { requests: 60, usage: 60 })).toBeNull();
  expect(limitOf("", "5", { requests: 60, usage: 1 })).toEqual({
    requests: null,
    requestSeconds: null,
    usage: 5,
    usageSeconds: 1,
  });
  expect(differenceOf(["a", "b"], ["b", "c"])).toEqual({ added: ["c"], removed: ["a"] });
  expect(allowedOf(null)).toEqual([]);
});

async function faults(): Promise<string[]> {
  document.title = "Studio Keys";
  const { violations } = await axe.run(document.documentElement, {
    rules: { "color-contrast": { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test.each(["Overview", "Models", "Limits", "Cost"])("axe finds nothing with %s open", async (part) => {
  await openScreen();
  const panel = await openPart(part);
  if (part === "Models") {
    fireEvent.click(await within(panel).findByTestId("model-qwen-max"));
    await within(panel).findByTestId("access-change");
  }
  if (part === "Limits") {
    await press("Change the limit of qwen-max", "button", panel);
    await within(panel).findByTestId("limit-save");
  }
  if (part === "Cost") await within(panel).findByRole("img", { name: /^Cost of/ });
  expect(await faults()).toEqual([]);
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

// What a workspace may call, with saving that is only partly taken, and how much of it.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { limitOf, numberOf, problemOf } from "../src/screens/workspaces/limits/limit";
import { allowedOf, differenceOf } from "../src/screens/workspaces/models/use-model-access";
import type { UpdateModelAccessRequest } from "../src/wire";
import { fireEvent, press, screen, type, waitFor, within } from "./window";
import { faults, OTHER, openPart, openScreen } from "./workspace-panel";

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
  await press("Set limit of deepseek-r1", "button", panel);
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
  await press("Change limit of qwen-max", "button", panel);
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
  await press("Change limit of qwen-max", "button", panel);
  fireEvent.click(await within(panel).findByTestId("limit-save"));
  await within(panel).findByTestId("failure-tooManyRequests");
  expect((within(panel).getByTestId("limit-requests") as HTMLInputElement).value).toBe("60");
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

test.each(["Overview", "Models", "Limits", "Cost"])("axe finds nothing with %s open", async (part) => {
  await openScreen();
  const panel = await openPart(part);
  if (part === "Models") {
    fireEvent.click(await within(panel).findByTestId("model-qwen-max"));
    await within(panel).findByTestId("access-change");
  }
  if (part === "Limits") {
    await press("Change limit of qwen-max", "button", panel);
    await within(panel).findByTestId("limit-save");
  }
  if (part === "Cost") await within(panel).findByRole("img", { name: /^Cost of/ });
  expect(await faults()).toEqual([]);
});

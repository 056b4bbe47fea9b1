// Undoing everything: asked before it is done, with what cannot be taken back; how far it is; and what came of each change.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { CHANGES } from "../src/dev/sample";
import type { ChangeView, UndoneEverythingView } from "../src/wire";
import { fireEvent, noDialog, open, press, screen, waitFor, within } from "./window";

const STANDING = CHANGES.filter((change) => change.state !== "undone");

async function openQuestion(replace: Parameters<typeof fakeCore>[1] = {}): Promise<HTMLElement> {
  await open({}, replace);
  await press("Changes on this computer");
  fireEvent.click(await screen.findByTestId("undo-everything"));
  return screen.findByTestId("undo-everything-dialog");
}

test("it says what is taken back and what is not, and does nothing by itself", async () => {
  const undoEverything = vi.fn();
  const asked = await openQuestion({ undoEverything });
  const rows = within(asked).getAllByTestId(/^to-undo-/);
  expect(rows.map((row) => row.dataset.testid)).toEqual(
    STANDING.map((change) => `to-undo-${change.id}`).reverse(),
  );
  expect(asked.textContent).toContain("DASHSCOPE_API_KEY set to sk-ws-3f2…9a49");
  expect(asked.textContent).toContain("~/.bashrc");
  expect(asked.textContent).toContain("Files that you downloaded or exported");
  expect(document.activeElement?.textContent).toBe("Cancel");
  await press("Cancel", "button", asked);
  await noDialog();
  expect(undoEverything).not.toHaveBeenCalled();
});

test("one change alone has its own button and no other", async () => {
  await open({ changes: CHANGES.slice(0, 2) });
  await press("Changes on this computer");
  await screen.findByRole("button", { name: "Undo" });
  expect(screen.queryByTestId("undo-everything")).toBeNull();
});

test("it is done once, each change shows when it is undone, and the list is as it is then", async () => {
  const core = fakeCore();
  let finish = () => {};
  let undoneSoFar: ChangeView[] = CHANGES;
  const undoEverything = vi.fn(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return core.undoEverything();
  });
  const asked = await openQuestion({ undoEverything, listChanges: async () => undoneSoFar });
  const submit = screen.getByTestId("undo-everything-submit");
  fireEvent.click(submit);
  fireEvent.click(submit);
  expect((await screen.findByTestId("undo-progress")).textContent).toBe(`0 of ${STANDING.length} undone`);
  undoneSoFar = CHANGES.map((change) => (change.id === "t1" ? { ...change, state: "undone" } : change));
  await waitFor(() =>
    expect(screen.getByTestId("undo-progress").textContent).toBe(`1 of ${STANDING.length} undone`),
  );
  expect(screen.getByTestId("to-undo-t1").textContent).toContain("undone");
  expect(screen.getByTestId("to-undo-c1").textContent).toContain("not yet undone");
  undoneSoFar = CHANGES.map((change) => ({ ...change, state: "undone" }));
  finish();
  expect((await screen.findByTestId("undone-everything")).textContent).toContain(
    "Nothing of Studio Keys is left in your files.",
  );
  expect(undoEverything).toHaveBeenCalledTimes(1);
  await press("Done", "button", asked);
  await noDialog();
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("what could not be undone says why, what was left says where, and what is still set says so", async () => {
  const [first, second] = [...STANDING].reverse() as [ChangeView, ChangeView];
  const result: UndoneEverythingView = {
    outcomes: [
      {
        change: first,
        leftAlone: [],
        failure: { code: "fileHasSyntaxError", path: "~/.claude/settings.json", line: 3, detail: "" },
      },
      { change: { ...second, state: "undone" }, leftAlone: ["~/.bashrc"], failure: null },
    ],
    verifications: [
      {
        destination: "bash",
        variable: "DASHSCOPE_API_KEY",
        program: "/usr/bin/bash",
        status: "other",
        foundMasked: "sk-••••••••",
        obstacle: null,
        millis: 30,
      },
    ],
  };
  await openQuestion({ undoEverything: async () => result });
  fireEvent.click(screen.getByTestId("undo-everything-submit"));
  const said = await screen.findByTestId("undone-everything");
  expect(said.textContent).toContain("1 change could not be undone");
  const failed = screen.getByTestId(`to-undo-${first.id}`);
  expect(failed.textContent).toContain("~/.claude/settings.json");
  within(failed).getByTestId("failure-fileHasSyntaxError");
  expect(screen.getByTestId(`to-undo-${second.id}`).textContent).toContain("Left as you have it now");
  expect(screen.getByTestId("still-set").textContent).toContain(
    "bash still finds DASHSCOPE_API_KEY (sk-••••••••)",
  );
});

test("a failure of the whole keeps the question", async () => {
  await openQuestion({ undoEverything: () => Promise.reject({ code: "journalDamaged", path: "~/x.json" }) });
  fireEvent.click(screen.getByTestId("undo-everything-submit"));
  await screen.findByTestId("failure-journalDamaged");
  expect(screen.getByTestId("undo-everything-submit").getAttribute("aria-busy")).toBe("false");
});

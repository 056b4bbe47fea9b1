// Replacing a key: the choice, the steps one call each, stopping, failing, undoing, and the notes above the list.

import axe from "axe-core";
import { expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import type { FakeState } from "../src/dev/fake-core";
import { fakeRotations } from "../src/dev/fake-rotations";
import { APP, LIST } from "../src/dev/sample";
import { CLOUD_LISTS, COMPANY, withAccounts } from "../src/dev/sample-cloud";
import { DUE, STOPPED } from "../src/dev/sample-rotations";
import type { KeyList, KeyRef, KeyView, RotationView } from "../src/wire";
import { appWith, fireEvent, open, press, screen, waitFor, within } from "./window";

const NAME = "Claude Code on this notebook";
const HERE = "this-computer";

/** A core whose rotations can be watched, held up and made to fail; the list it shows is the same one. */
function rotating(given: Partial<Parameters<typeof fakeRotations>[0]> = {}, all?: Record<string, KeyList>) {
  const lists = structuredClone(all ?? { [HERE]: LIST });
  const row = (key: KeyRef) => {
    const found = lists[key.region]?.keys.find((one) => one.apiKeyId === key.apiKeyId);
    if (!found) throw { code: "keyNotFound", apiKeyId: key.apiKeyId };
    return found;
  };
  const put = (key: KeyView) => {
    const list = lists[key.region];
    if (list) list.keys = list.keys.map((one) => (one.apiKeyId === key.apiKeyId ? key : one));
    return key;
  };
  const fake = fakeRotations({ lists: () => lists, find: row, put, ...given });
  const replace: Partial<Core> = {
    ...fake,
    listKeys: async (place) => structuredClone(lists[place] as KeyList),
    startRotation: vi.fn(fake.startRotation),
    continueRotation: vi.fn(fake.continueRotation),
    undoRotation: vi.fn(fake.undoRotation),
    finishRotation: vi.fn(fake.finishRotation),
  };
  return { replace, lists };
}

async function openDialog(replace: Partial<Core>, state: Partial<FakeState> = {}): Promise<HTMLElement> {
  await open(state, replace);
  await press(`Actions for ${NAME}`);
  fireEvent.click(await screen.findByTestId("rotate"));
  return screen.findByTestId("rotate-dialog");
}

const begin = async () => fireEvent.click(await screen.findByTestId("rotate-begin"));
const state = (step: string) => screen.getByTestId(`step-${step}`).dataset.state;

test("the choice says what each way does, and what would be moved, before anything happens", async () => {
  const { replace } = rotating();
  const dialog = await openDialog(replace);
  expect(dialog.textContent).toContain("Replace safely");
  expect(dialog.textContent).toContain("the old value dies at once");
  expect((await screen.findByTestId("will-move")).textContent).toContain("DASHSCOPE_API_KEY");
  expect(dialog.textContent).toMatch(/Servers and other people keep the old key/);
  expect(replace.startRotation).not.toHaveBeenCalled();
});

test("“Leaked?” leads to the reset, which asks once more", async () => {
  const { replace } = rotating();
  const resetKey = vi.fn();
  await openDialog({ ...replace, resetKey });
  fireEvent.click(screen.getByLabelText(/Leaked\? Reset now/));
  fireEvent.click(await screen.findByTestId("rotate-reset"));
  await screen.findByTestId("reset-dialog");
  expect(resetKey).not.toHaveBeenCalled();
});

test("each step is one call, and at the end it says what changed and what to open anew", async () => {
  const { replace } = rotating();
  await openDialog(replace);
  await begin();
  const done = await screen.findByTestId("rotation-done");
  expect(replace.startRotation).toHaveBeenCalledTimes(1);
  // Creating and keeping are one.
  expect(replace.continueRotation).toHaveBeenCalledTimes(5);
  expect(done.textContent).toContain("DASHSCOPE_API_KEY");
  expect(done.textContent).toMatch(/Close and open again: terminals/);
  expect(done.textContent).toMatch(/reminded on .* to delete the old key/);
  await waitFor(() => expect(screen.getByTestId("rotate-done")).toBe(document.activeElement));
  fireEvent.click(screen.getByTestId("rotate-done"));
  const old = await screen.findByTestId("key-1049");
  await waitFor(() => expect(old.textContent).toContain("Replaced"));
  expect((await screen.findByTestId("key-1060")).textContent).toContain("Enabled");
});

test("it stops after the step under way, and goes on from there", async () => {
  const { replace } = rotating({ millis: 30 });
  await openDialog(replace);
  await begin();
  fireEvent.click(await screen.findByTestId("rotate-stop"));
  expect(screen.getByTestId("rotation-status").textContent).toBe("Stops after this step.");
  const goOn = await screen.findByTestId("rotate-continue");
  const taken = vi.mocked(replace.continueRotation as Core["continueRotation"]).mock.calls.length;
  expect(taken).toBeLessThan(5);
  expect(screen.getByTestId("rotation-status").textContent).toMatch(/^\d of 6 steps are done\./);
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(replace.continueRotation).toHaveBeenCalledTimes(taken);
  fireEvent.click(goOn);
  await screen.findByTestId("rotation-done");
});

test("a step that does not succeed keeps its failure and has one button; those before it stay done", async () => {
  const failing: Partial<Record<RotationView["step"], { code: "secretStoreLocked" }>> = {
    verified: { code: "secretStoreLocked" },
  };
  const { replace } = rotating({ failing });
  await openDialog(replace);
  await begin();
  await screen.findByTestId("failure-secretStoreLocked");
  expect(["created", "kept", "verified", "moved"].map(state)).toEqual(["done", "done", "failed", "waiting"]);
  expect(screen.queryByTestId("rotate-continue")).toBeNull();
  const retry = within(screen.getByTestId("step-verified")).getByRole("button", { name: "Try again" });
  await waitFor(() => expect(document.activeElement).toBe(retry));
  delete failing.verified;
  fireEvent.click(retry);
  await screen.findByTestId("rotation-done");
});

test("closed in the middle, it takes no further step, and the note above the list goes on with it", async () => {
  const { replace } = rotating({ millis: 40 });
  await openDialog(replace);
  await begin();
  await screen.findByTestId("rotate-stop");
  await waitFor(() => expect(replace.continueRotation).toHaveBeenCalledTimes(1));
  const dialog = screen.getByTestId("rotate-dialog");
  expect(dialog.textContent).toMatch(/You can close this at any time/);
  await press("Close", "button", dialog.querySelector("footer") as HTMLElement);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(replace.continueRotation).toHaveBeenCalledTimes(1);
  const note = await screen.findByTestId("rotation-r1");
  expect(note.textContent).toContain("2 of 6 steps are done");
  expect((await screen.findByTestId("key-1049")).textContent).toContain("Outgoing");
  expect((await screen.findByTestId("key-1060")).textContent).toContain("Incoming");
  await press(/^Continue/, "button", note);
  await screen.findByTestId("rotation-done");
});

test("an undo is asked for with its consequence, and takes the new key away", async () => {
  const { replace } = rotating({ rotations: [STOPPED] });
  await open({}, replace);
  const note = await screen.findByTestId("rotation-r-stopped");
  expect(note.textContent).toContain("still has the old key in DASHSCOPE_API_KEY");
  await press(/^Undo/, "button", note);
  const question = await screen.findByTestId("question-undo");
  expect(question.textContent).toContain("DASHSCOPE_API_KEY on this computer gets the old key back");
  expect(question.textContent).toMatch(/The new key \(.*9a48\) is deleted for ever/);
  expect(replace.undoRotation).not.toHaveBeenCalled();
  fireEvent.click(screen.getByTestId("question-submit"));
  await screen.findByTestId("rotation-undone");
  expect(replace.undoRotation).toHaveBeenCalledWith("r-stopped");
  fireEvent.click(screen.getByTestId("rotate-done"));
  await waitFor(() => expect(screen.queryByTestId("key-1048")).toBeNull());
  expect(screen.queryByTestId("rotation-r-stopped")).toBeNull();
});

test("an undo that was cut off can only go on", async () => {
  const undoing: RotationView = {
    ...STOPPED,
    undoing: true,
    failure: { code: "unreachable", host: "x.test" },
  };
  const { replace } = rotating({ rotations: [undoing] });
  await openDialog(replace);
  const note = await screen.findByTestId("undo-begun");
  expect(within(note).getByTestId("failure-unreachable")).toBeTruthy();
  expect(screen.queryByTestId("rotate-undo")).toBeNull();
  await press("Go on with the undo");
  await screen.findByTestId("rotation-undone");
  expect(replace.continueRotation).not.toHaveBeenCalled();
});

test("a rotation that another window began is shown instead of a second one", async () => {
  const { replace } = rotating({ rotations: [STOPPED] });
  let known = false;
  const listRotations = async () => (known ? [STOPPED] : []);
  await openDialog({ ...replace, listRotations });
  known = true;
  await begin();
  await screen.findByTestId("failure-rotationUnderWay");
  await press("Show it");
  await screen.findByTestId("step-movedVerified");
});

test("an old key that is deleted elsewhere meanwhile ends it", async () => {
  const { replace } = rotating({ rotations: [STOPPED] });
  const continueRotation = async () => ({
    ...STOPPED,
    step: "finished" as const,
    failure: null,
    canUndo: false,
  });
  await openDialog({ ...replace, continueRotation });
  await press("Try again");
  const done = await screen.findByTestId("rotation-done");
  expect(done.textContent).toContain("Deleted.");
  expect(screen.queryByTestId("rotate-undo")).toBeNull();
  expect(screen.queryByTestId("rotate-delete")).toBeNull();
});

test("the reminder names the days, and “Later” lasts until the next start", async () => {
  const { replace } = rotating({ rotations: [DUE] });
  await open({}, replace);
  const note = await screen.findByTestId("rotation-r-due");
  expect(note.textContent).toContain(`The old key of “${NAME}” was replaced 9 days ago`);
  await press(/^Later/, "button", note);
  await waitFor(() => expect(screen.queryByTestId("rotation-r-due")).toBeNull());
  await press("Settings");
  await press("Keys");
  await screen.findByTestId("key-1049");
  expect(screen.queryByTestId("rotation-r-due")).toBeNull();
});

test("the old key is deleted from the reminder, after one more question", async () => {
  const { replace } = rotating({ rotations: [DUE] });
  await open({}, replace);
  await press(/^Delete/, "button", await screen.findByTestId("rotation-r-due"));
  const question = await screen.findByTestId("question-delete");
  expect(question.textContent).toContain("It is disabled, so nobody can use it now");
  expect(replace.finishRotation).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByTestId("question-back"));
  fireEvent.click(screen.getByTestId("question-submit"));
  await screen.findByText(`The old key of ${NAME} is deleted.`);
  expect(replace.finishRotation).toHaveBeenCalledWith("r-due");
  await waitFor(() => expect(screen.queryByTestId("key-1049")).toBeNull());
});

test("where keys can be neither disabled nor reset, that is said before and after", async () => {
  const place = `us-east-1@${COMPANY.id}`;
  const cloud = withAccounts([COMPANY]);
  const app = { ...cloud, preferences: { ...cloud.preferences, region: place } };
  const { replace } = rotating({}, CLOUD_LISTS);
  await open({ app }, { ...replace, seenKeys: replace.listKeys as Core["listKeys"] });
  await press("Actions for us web");
  fireEvent.click(await screen.findByTestId("rotate"));
  const dialog = await screen.findByTestId("rotate-dialog");
  expect(
    within(dialog)
      .getByLabelText(/Leaked/)
      .hasAttribute("disabled"),
  ).toBe(true);
  expect(dialog.textContent).toContain("US (Virginia) cannot reset keys");
  expect(dialog.textContent).toContain("Disable the old key · Not available here");
  await begin();
  const done = await screen.findByTestId("rotation-done");
  expect(done.textContent).toContain("Still works, until you delete it.");
  const ask = screen.getByTestId("rotate-delete");
  ask.focus();
  fireEvent.click(ask);
  expect((await screen.findByTestId("question-delete")).textContent).toContain("It still works.");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("question-back")));
  fireEvent.click(screen.getByTestId("question-back"));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("rotate-done")));
});

test("a rotation elsewhere is named with its region", async () => {
  const other = {
    ...STOPPED,
    oldKey: { region: `cn-beijing@${COMPANY.id}`, apiKeyId: "20401" },
    newKey: null,
  };
  const { replace } = rotating();
  await open({ app: withAccounts([COMPANY]) }, { ...replace, listRotations: async () => [other] });
  const note = await screen.findByTestId("rotation-r-stopped");
  expect(note.textContent).toContain("in China (Beijing) is being replaced");
});

const SCENES: Record<string, () => Promise<unknown>> = {
  choice: async () => openChinese([]),
  stopped: async () => openChinese([STOPPED]),
  banner: async () => {
    await open({ app: appWith({}, "zh-CN") }, rotating({ rotations: [STOPPED] }).replace);
    await screen.findByTestId("rotation-r-stopped");
  },
  due: async () => {
    await open({ app: appWith({}, "zh-CN") }, rotating({ rotations: [DUE] }).replace);
    await screen.findByTestId("rotation-r-due");
  },
  question: async () => {
    await openChinese([STOPPED]);
    fireEvent.click(await screen.findByTestId("rotate-undo"));
    await screen.findByTestId("question-undo");
  },
  done: async () => {
    await openChinese([]);
    await begin();
    await screen.findByTestId("rotation-done");
  },
};

async function openChinese(rotations: RotationView[]): Promise<void> {
  await open({ app: appWith(APP, "zh-CN") }, rotating({ rotations }).replace);
  fireEvent.click(within(await screen.findByTestId("key-1049")).getByTestId("row-menu"));
  fireEvent.click(await screen.findByTestId("rotate"));
  await screen.findByTestId("rotate-dialog");
}

test.each(Object.keys(SCENES))("axe finds nothing in Chinese on: %s", async (name) => {
  document.title = "Studio Keys";
  await SCENES[name]?.();
  const found = await axe.run(document.documentElement, {
    rules: { "color-contrast": { enabled: false } },
  });
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const said = document.querySelector("dialog[open], .attention")?.textContent ?? "";
  expect(said).toMatch(/更换/);
  // A word that was forgotten reads English.
  expect(
    said.replace(/Claude Code on this notebook|DASHSCOPE_API_KEY|API Key|shell|sk-ws-\S+|zsh|usr|bin/g, ""),
  ).not.toMatch(/[A-Za-z]{4,}/);
});

// Preview, write, verify, done; and the way back, there and in the list of changes.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { CHANGES, PLAN } from "../src/dev/sample";
import type { ChangeView } from "../src/wire";
import { appWith, fireEvent, noDialog, open, press, screen, waitFor, within } from "./window";

async function openPreview(replace: Parameters<typeof fakeCore>[1] = {}): Promise<HTMLElement> {
  await open({}, replace);
  await press("Actions for Claude Code on this notebook");
  await press("Set as DASHSCOPE_API_KEY …", "menuitem");
  const found = await screen.findByTestId("variable-dialog");
  await within(found).findByText("~/.bashrc:42");
  return found;
}

test("the preview shows each file, what is plain text, and writes nothing", async () => {
  const applyPlan = vi.fn();
  const preview = await openPreview({ applyPlan });
  const shown = within(preview);
  expect(shown.getByTestId("write-create").textContent).toContain("Plain text");
  expect(shown.getByTestId("write-addBlock").textContent).toContain("A link to ~/dotfiles/bash/bashrc");
  expect(shown.getByTestId("write-addBlock").textContent).toContain("# >>> studio-keys >>>");
  expect(shown.getByTestId("foreign-42").textContent).toContain("What would be written wins over this line.");
  await press("Cancel", "button", preview);
  await noDialog();
  expect(applyPlan).not.toHaveBeenCalled();
});

test("ticking a place or a line plans again, with all that was ticked before", async () => {
  const planVariable = vi.fn(fakeCore().planVariable);
  const preview = await openPreview({ planVariable });
  fireEvent.click(within(preview).getByTestId("destination-zsh"));
  await waitFor(() => expect(planVariable).toHaveBeenCalledTimes(2));
  expect(planVariable.mock.calls[1]?.[0]).toMatchObject({
    variable: "DASHSCOPE_API_KEY",
    destinations: ["bash", "desktop", "zsh"],
    commentOut: [],
  });
  await waitFor(() =>
    expect((within(preview).getByTestId("destination-zsh") as HTMLInputElement).checked).toBe(true),
  );
  fireEvent.click(within(preview).getByRole("checkbox", { name: "Comment this line out" }));
  await waitFor(() => expect(planVariable).toHaveBeenCalledTimes(3));
  expect(planVariable.mock.calls[2]?.[0]).toMatchObject({
    destinations: ["bash", "zsh", "desktop"],
    commentOut: ["f1"],
  });
});

test("the newest tick counts, however the answers come back", async () => {
  const answers: (() => void)[] = [];
  const core = fakeCore();
  let slow = false;
  const preview = await openPreview({
    planVariable: async (request) => {
      const plan = await core.planVariable(request);
      if (slow) await new Promise<void>((resolve) => answers.push(resolve));
      return plan;
    },
  });
  slow = true;
  const box = (id: string) => within(preview).getByTestId(`destination-${id}`) as HTMLInputElement;
  fireEvent.click(box("zsh"));
  await waitFor(() => expect(box("zsh").checked).toBe(true));
  fireEvent.click(box("fish"));
  await waitFor(() => expect(answers).toHaveLength(2));
  expect((screen.getByTestId("variable-write") as HTMLButtonElement).disabled).toBe(true);
  answers[1]?.();
  await waitFor(() =>
    expect((screen.getByTestId("variable-write") as HTMLButtonElement).disabled).toBe(false),
  );
  answers[0]?.();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([box("bash"), box("zsh"), box("fish"), box("desktop")].map((one) => one.checked)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test("a pair is planned with its base URL, the usual way with none", async () => {
  const planVariable = vi.fn(fakeCore().planVariable);
  const preview = await openPreview({ planVariable });
  expect(planVariable.mock.calls[0]?.[0]).toMatchObject({
    variable: "DASHSCOPE_API_KEY",
    destinations: null,
    method: null,
    baseUrl: null,
  });
  fireEvent.change(within(preview).getByTestId("variable-target"), { target: { value: "openai" } });
  await within(preview).findByText(/OPENAI_BASE_URL is set with it: http/);
  expect(planVariable.mock.calls[1]?.[0]).toMatchObject({
    variable: "OPENAI_API_KEY",
    destinations: null,
    baseUrl: { variable: "OPENAI_BASE_URL", origin: "http://127.0.0.1:21456", form: "openai" },
  });
});

test("a name of one's own is planned with when it is whole", async () => {
  const planVariable = vi.fn(fakeCore().planVariable);
  const preview = await openPreview({ planVariable });
  fireEvent.change(within(preview).getByTestId("variable-target"), { target: { value: "own" } });
  const field = await within(preview).findByTestId("variable-own-name");
  expect((screen.getByTestId("variable-write") as HTMLButtonElement).disabled).toBe(true);
  fireEvent.input(field, { target: { value: "MY_KEY" } });
  expect(planVariable).toHaveBeenCalledTimes(1);
  await press("Use this name", "button", preview);
  await waitFor(() => expect(planVariable).toHaveBeenCalledTimes(2));
  expect(planVariable.mock.calls[1]?.[0].variable).toBe("MY_KEY");
  await waitFor(() =>
    expect((screen.getByTestId("variable-write") as HTMLButtonElement).disabled).toBe(false),
  );
});

test("the two ways are a choice, and one that cannot be taken says why", async () => {
  const planVariable = vi.fn(fakeCore().planVariable);
  const preview = await openPreview({ planVariable });
  fireEvent.click(within(preview).getByRole("radio", { name: /The keyring, asked/ }));
  await waitFor(() => expect(planVariable).toHaveBeenCalledTimes(2));
  expect(planVariable.mock.calls[1]?.[0]).toMatchObject({ method: "keyring", destinations: null });
  await within(preview).findByText("would hold the key in plain text");
});

test.each([true, false])("what cannot ask is said beside the keyring's way: %s", async (desktopAsks) => {
  const core = fakeCore();
  const preview = await openPreview({
    planVariable: async (request) => {
      const plan = await core.planVariable(request);
      const destinations = plan.destinations.map((one) => ({ ...one, canAsk: one.canAsk || desktopAsks }));
      return { ...plan, destinations };
    },
  });
  expect(preview.textContent?.includes("Programs started from the desktop cannot ask.")).toBe(!desktopAsks);
  expect(preview.textContent).toContain("No file holds the key.");
});

test("where the keyring cannot be asked, its way is off", async () => {
  const core = fakeCore();
  const preview = await openPreview({
    planVariable: async (request) => ({ ...(await core.planVariable(request)), noKeyring: "notInKeyring" }),
  });
  const way = within(preview).getByRole("radio", { name: /The keyring, asked/ }) as HTMLInputElement;
  expect(way.disabled).toBe(true);
  expect(preview.textContent).toContain("this key is not kept in one");
});

test("a terminal is started with the key, and lines are copied with it", async () => {
  const startProgram = vi.fn(fakeCore().startProgram);
  const copyVariableLines = vi.fn(fakeCore().copyVariableLines);
  const applyPlan = vi.fn();
  const preview = await openPreview({ startProgram, copyVariableLines, applyPlan });
  const once = within(preview).getByTestId("once") as HTMLDetailsElement;
  once.open = true;
  fireEvent(once, new Event("toggle"));
  fireEvent.click(await within(once).findByTestId("start-x-terminal-emulator"));
  await within(once).findByText("Terminal was started with the key.");
  expect(startProgram.mock.calls[0]?.[0]).toMatchObject({
    program: "x-terminal-emulator",
    variable: "DASHSCOPE_API_KEY",
    baseUrl: null,
  });
  await press("Copy for every terminal", "button", once);
  await waitFor(() =>
    expect(copyVariableLines.mock.calls[0]?.[0]).toMatchObject({ shell: "bash", scope: "permanent" }),
  );
  expect(applyPlan).not.toHaveBeenCalled();
});

test("on macOS it is said why its own terminal is not among what can be started", async () => {
  await open({ app: appWith({ platform: "macos" }) }, { listPrograms: async () => [] });
  await press("Actions for Claude Code on this notebook");
  await press("Set as DASHSCOPE_API_KEY …", "menuitem");
  const once = (await screen.findByTestId("once")) as HTMLDetailsElement;
  once.open = true;
  fireEvent(once, new Event("toggle"));
  await within(once).findByText(/^Terminal and iTerm take no variables/);
  await within(once).findByRole("button", { name: "Copy for this terminal" });
  expect(once.textContent).not.toContain("No terminal was found");
});

test("nothing ticked, nothing to write", async () => {
  const preview = await openPreview();
  for (const id of ["bash", "desktop"]) {
    fireEvent.click(within(preview).getByTestId(`destination-${id}`));
  }
  await screen.findByText("Tick at least one place to see what would be written.");
  expect((screen.getByTestId("variable-write") as HTMLButtonElement).disabled).toBe(true);
});

test("written once, verified, and undone on the spot", async () => {
  const applyPlan = vi.fn(fakeCore().applyPlan);
  const verifyChange = vi.fn(fakeCore().verifyChange);
  const undoChange = vi.fn(fakeCore().undoChange);
  await openPreview({ applyPlan, verifyChange, undoChange });
  const write = screen.getByTestId("variable-write");
  fireEvent.click(write);
  fireEvent.click(write);
  const result = await screen.findByTestId("variable-result");
  expect(result.textContent).toContain("DASHSCOPE_API_KEY is set.");
  expect(within(result).getByTestId("verification-bash").textContent).toContain("bash sees this key");
  expect(applyPlan).toHaveBeenCalledTimes(1);
  expect(applyPlan).toHaveBeenCalledWith(PLAN.planId);
  expect(verifyChange).toHaveBeenCalledWith("c1");
  fireEvent.click(screen.getByTestId("variable-undo"));
  expect((await screen.findByTestId("undone")).textContent).toContain(
    "DASHSCOPE_API_KEY is as it was before.",
  );
  expect(undoChange).toHaveBeenCalledWith("c1");
});

test("a shell that sees another value is said, with what it found", async () => {
  const change: ChangeView = {
    ...(CHANGES[0] as ChangeView),
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
  await openPreview({ verifyChange: async () => change });
  fireEvent.click(screen.getByTestId("variable-write"));
  const result = await screen.findByTestId("variable-result");
  expect(result.textContent).toContain("not everything sees it");
  expect(result.textContent).toContain("found sk-••••••••");
});

test("a file that changed meanwhile leads back to a new preview with the same ticks", async () => {
  const planVariable = vi.fn(fakeCore().planVariable);
  const preview = await openPreview({
    planVariable,
    applyPlan: () => Promise.reject({ code: "fileChanged", path: "~/.bashrc" }),
  });
  fireEvent.click(screen.getByTestId("variable-write"));
  await screen.findByTestId("failure-fileChanged");
  await press("Preview again", "button", preview);
  await waitFor(() => expect(planVariable).toHaveBeenCalledTimes(2));
  expect(planVariable.mock.calls[1]?.[0].destinations).toEqual(["bash", "desktop"]);
  await waitFor(() => expect(screen.queryByTestId("failure-fileChanged")).toBeNull());
});

test("a change that was interrupted comes first, and undo says what happens before it does", async () => {
  const undoChange = vi.fn(fakeCore().undoChange);
  await open(
    { changes: CHANGES.map((change) => (change.id === "c0" ? { ...change, state: "unfinished" } : change)) },
    { undoChange },
  );
  await press("Changes on this computer");
  const first = (await screen.findAllByRole("article"))[0] as HTMLElement;
  expect(first.textContent).toContain("Interrupted");
  await press("Undo", "button", first);
  const asked = await screen.findByTestId("undo-dialog");
  expect(asked.textContent).toContain("~/.config/studio-keys/env.sh");
  expect(undoChange).not.toHaveBeenCalled();
  expect(document.activeElement?.textContent).toBe("Cancel");
  await press("Undo change", "button", asked);
  await screen.findByTestId("undone");
  expect(undoChange).toHaveBeenCalledWith("c0");
});

// What was typed for a call, and what came of the last one, when the screen is left and come back to: it stands there, in the
// memory of the window and nowhere else.

import { cleanup } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { begunCall, fakeCalls } from "../src/dev/fake-calls";
import { fakeCore } from "../src/dev/fake-core";
import { fakeTasks } from "../src/dev/fake-tasks";
import { KEYS, LIST, sampleHost } from "../src/dev/sample";
import { COMPANY, EVALUATION, withAccounts } from "../src/dev/sample-cloud";
import type { KeyView } from "../src/wire";
import { everything, fireEvent, open, press, screen, type, waitFor } from "./window";

const TEXT = "杭州有哪些河流？";
const HOSTS = [
  sampleHost("thisComputer", "http://127.0.0.1:21456"),
  sampleHost("thisComputer", "http://127.0.0.1:31456"),
];
const [FIRST, SECOND] = KEYS.map((key): KeyView => ({ ...key, hosts: HOSTS })) as [KeyView, KeyView];
const TWO = { list: { ...LIST, keys: [FIRST, SECOND] } };

const optionOf = ({ region, apiKeyId }: KeyView) => `${region}/${apiKeyId}`;
const field = (testId: string) => screen.findByTestId<HTMLInputElement>(testId);
const shown = async (testId: string) => (await field(testId)).value;
const isChosen = async (label: RegExp) => (await screen.findByLabelText<HTMLInputElement>(label)).checked;

async function choose(testId: string, value: string): Promise<void> {
  fireEvent.change(await field(testId), { target: { value } });
}

async function goThere(): Promise<void> {
  await press("Encrypted calls");
  await screen.findByTestId("call-model");
}

async function leaveAndComeBack(): Promise<void> {
  await press("Settings");
  await screen.findByTestId("accounts");
  expect(screen.queryByTestId("call-text")).toBeNull();
  await goThere();
}

async function send(): Promise<void> {
  const button = await screen.findByTestId("call-send");
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(false));
  fireEvent.click(button);
}

test("everything that was chosen and typed stands there again, and is what is sent", async () => {
  const startCall = vi.fn(fakeCore().startCall);
  await open(TWO, { startCall });
  await goThere();
  await choose("call-key", optionOf(SECOND));
  await choose("host", HOSTS[1]?.origin ?? "");
  await choose("call-model", "");
  type(await screen.findByTestId("call-model-name"), "qwen-of-tomorrow");
  type(await screen.findByTestId("call-text"), TEXT);
  fireEvent.click(await screen.findByLabelText(/^Streamed/));
  fireEvent.click(await screen.findByTestId("call-encrypt"));
  await leaveAndComeBack();
  expect(await shown("call-key")).toBe(optionOf(SECOND));
  expect(await shown("host")).toBe(HOSTS[1]?.origin);
  expect(await shown("call-model-name")).toBe("qwen-of-tomorrow");
  expect(await shown("call-text")).toBe(TEXT);
  expect(await isChosen(/^Streamed/)).toBe(true);
  expect((await field("call-encrypt")).checked).toBe(false);
  await send();
  await waitFor(() =>
    expect(startCall).toHaveBeenCalledWith({
      key: { region: SECOND.region, apiKeyId: SECOND.apiKeyId },
      origin: HOSTS[1]?.origin,
      model: "qwen-of-tomorrow",
      text: TEXT,
      encrypt: false,
      mode: "streamed",
    }),
  );
});

test("it is in the memory of this window alone", async () => {
  const savePreferences = vi.fn(fakeCore().savePreferences);
  await open({}, { savePreferences });
  await goThere();
  type(await screen.findByTestId("call-text"), TEXT);
  await press("Settings");
  await screen.findByTestId("accounts");
  expect(everything()).not.toContain(TEXT);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  expect(savePreferences).not.toHaveBeenCalled();
  cleanup();
  await open();
  await goThere();
  expect(await shown("call-text")).toBe("");
});

test("a text that was emptied stays empty", async () => {
  await open();
  await goThere();
  type(await screen.findByTestId("call-text"), TEXT);
  await leaveAndComeBack();
  type(await screen.findByTestId("call-text"), "");
  await leaveAndComeBack();
  expect(await shown("call-text")).toBe("");
  expect(screen.getByTestId("call-send").hasAttribute("disabled")).toBe(true);
});

test("who comes to make a task makes one, with the key that was meant, and finds the text", async () => {
  await open(TWO, fakeTasks([]));
  await goThere();
  await choose("call-key", optionOf(FIRST));
  await choose("host", HOSTS[1]?.origin ?? "");
  type(await screen.findByTestId("call-text"), TEXT);
  await press("Tasks");
  await choose("tasks-key", optionOf(SECOND));
  await press("Make a task");
  expect(await isChosen(/^As a task/)).toBe(true);
  expect(await shown("call-key")).toBe(optionOf(SECOND));
  expect(await shown("host")).toBe(HOSTS[0]?.origin);
  expect(await shown("call-text")).toBe(TEXT);
  // From there on it is a form like any other: what is changed now is what stands there next time.
  await leaveAndComeBack();
  expect(await isChosen(/^As a task/)).toBe(true);
  fireEvent.click(await screen.findByLabelText(/^Streamed/));
  await leaveAndComeBack();
  expect(await isChosen(/^Streamed/)).toBe(true);
  expect(await shown("call-key")).toBe(optionOf(SECOND));
});

test("a key that is there no more gives way to another, and the text is not lost", async () => {
  const startCall = vi.fn(fakeCore().startCall);
  const core = await open(TWO, { startCall });
  await goThere();
  await choose("call-key", optionOf(SECOND));
  type(await screen.findByTestId("call-text"), TEXT);
  await press("Settings");
  await core.deleteKey({ key: SECOND, undoChanges: false });
  await goThere();
  expect(await shown("call-key")).toBe(optionOf(FIRST));
  expect(await shown("call-text")).toBe(TEXT);
  await send();
  await waitFor(() =>
    expect(startCall).toHaveBeenCalledWith(
      expect.objectContaining({ text: TEXT, key: { region: FIRST.region, apiKeyId: FIRST.apiKeyId } }),
    ),
  );
});

test("another account and another region leave the text, and the chosen key where it still is", async () => {
  const app = withAccounts([COMPANY, EVALUATION]);
  await open({ app });
  await goThere();
  const options = [...(await field("call-key")).querySelectorAll("option")].map(({ value }) => value);
  const ofCompany = options.find((value) => value.includes(`@${COMPANY.id}/`)) ?? "";
  expect(ofCompany).not.toBe("");
  await choose("call-key", ofCompany);
  type(await screen.findByTestId("call-text"), TEXT);
  const change = async (account: string) => {
    fireEvent.click(await screen.findByTestId("account"));
    await press(new RegExp(`^${account}`), "menuitemradio");
  };
  await change(EVALUATION.name);
  await waitFor(async () => expect(await shown("call-key")).not.toBe(ofCompany));
  expect(await shown("call-text")).toBe(TEXT);
  await change(COMPANY.name);
  await waitFor(async () => expect(await shown("call-key")).toBe(ofCompany));
  // A switch of the region leads to its keys.
  await press(/^Region/);
  await press(/^This computer/, "menuitemradio");
  await goThere();
  expect(await shown("call-key")).toBe(ofCompany);
  expect(await shown("call-text")).toBe(TEXT);
});

test("the answer of a call that had ended stands there; it is not scrolled to, nor asked for again", async () => {
  const calls = fakeCalls();
  const call = vi.fn(calls.call);
  const scrolled = vi.spyOn(Element.prototype, "scrollIntoView");
  await open({}, { ...calls, call });
  await goThere();
  type(await screen.findByTestId("call-text"), TEXT);
  await send();
  await screen.findByText("The answer is complete.");
  const [asked, scrolls] = [call.mock.calls.length, scrolled.mock.calls.length];
  await leaveAndComeBack();
  expect((await screen.findByTestId("call-answer")).textContent).toContain("You said: ");
  expect((await screen.findByTestId("call-meant")).textContent).toContain(TEXT);
  expect((await screen.findByTestId("call-sent")).textContent).toContain("Encrypted");
  // Longer than a call that goes on is left alone.
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect([call.mock.calls.length, scrolled.mock.calls.length]).toEqual([asked, scrolls]);
  // The next one takes its place.
  await send();
  await waitFor(() => expect(scrolled.mock.calls.length).toBeGreaterThan(scrolls));
  await screen.findByText("The answer is complete.");
});

test("a call that goes on when the screen is left is stopped, and nothing of it is there later", async () => {
  const stopCall = vi.fn(async (id: string) => begunCall(id));
  await open({}, { call: async (id) => begunCall(id), stopCall });
  await goThere();
  type(await screen.findByTestId("call-text"), TEXT);
  await send();
  await screen.findByTestId("call-stop");
  await leaveAndComeBack();
  expect(stopCall).toHaveBeenCalledTimes(1);
  expect(screen.queryByTestId("call-status")).toBeNull();
  expect(await shown("call-text")).toBe(TEXT);
});

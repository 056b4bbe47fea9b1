// Calling a model: what is meant beside what leaves, encrypted where it can be, and nothing sent when that fails.

import { afterEach, expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { begunCall, fakeCalls } from "../src/dev/fake-calls";
import { fakeCore } from "../src/dev/fake-core";
import { APP, KEYS, REGIONS } from "../src/dev/sample";
import type { CallView, Failure, KeyView } from "../src/wire";
import { appWith, EMPTY, fireEvent, open, press, screen, type, waitFor } from "./window";

const FIRST = KEYS[0] as KeyView;

afterEach(() => {
  hide(false);
  vi.useRealTimers();
});

function hide(hidden: boolean): void {
  Object.defineProperty(document, "visibilityState", {
    configurable: true,
    value: hidden ? "hidden" : "visible",
  });
  document.dispatchEvent(new Event("visibilitychange"));
}

async function openScreen(
  replace: Partial<Core> = {},
  state: Parameters<typeof open>[0] = {},
): Promise<void> {
  await open(state, replace);
  await press("Encrypted calls");
  await screen.findByTestId("call-model");
}

async function send(text = "杭州有哪些河流？"): Promise<void> {
  type(await screen.findByTestId("call-text"), text);
  const button = await screen.findByTestId("call-send");
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(false));
  fireEvent.click(button);
}

const textOf = async (testId: string) => (await screen.findByTestId(testId)).textContent ?? "";

test("encrypted by default: the text is on the left side and never on the right", async () => {
  const startCall = vi.fn(fakeCore().startCall);
  const calls = fakeCalls();
  await openScreen({ ...calls, startCall: startCall.mockImplementation(calls.startCall) });
  await send();
  await screen.findByText("Fetching the public key …");
  await screen.findByText("The answer is complete.");
  expect(startCall).toHaveBeenCalledWith({
    key: { region: "this-computer", apiKeyId: FIRST.apiKeyId },
    origin: FIRST.hosts[0]?.origin,
    model: "qwen-plus",
    text: "杭州有哪些河流？",
    encrypt: true,
    mode: "whole",
  });
  expect(await textOf("call-meant")).toContain("杭州有哪些河流？");
  const sent = await textOf("call-sent");
  expect(sent).not.toContain("杭州");
  expect(sent).toContain("X-DashScope-EncryptionKey");
  expect(sent).toContain("Bearer sk-ws-3f2…9a49");
  expect(sent).toContain('"model": "qwen-plus"');
  expect(await textOf("call-answer")).toContain("You said: Which rivers flow through Hangzhou?");
  expect(await textOf("call-received")).not.toContain("Hangzhou");
  expect(await textOf("call-status")).toContain("12 tokens in, 34 out");
});

test("a streamed answer grows", async () => {
  await openScreen();
  fireEvent.click(await screen.findByLabelText(/^Streamed/));
  await send();
  await waitFor(async () => expect(await textOf("call-answer")).toContain("You said: "));
  const early = await textOf("call-answer");
  expect(early).not.toContain("echo");
  await screen.findByText("The answer is complete.", {}, { timeout: 3000 });
  expect(await textOf("call-answer")).toContain("— says the echo.");
  expect(await textOf("call-status")).toContain("5 pieces");
});

test("without encryption both sides can be read, and that is said", async () => {
  await openScreen();
  fireEvent.click(await screen.findByTestId("call-encrypt"));
  await send();
  await screen.findByText("The answer is complete.");
  const sent = await textOf("call-sent");
  expect(sent).toContain("杭州有哪些河流？");
  expect(sent).toContain("Readable");
});

test("a public key that cannot be used: nothing was sent, and nothing says otherwise", async () => {
  const failure: Failure = { code: "publicKeyUnusable", host: "h.example", problem: "tooSmall" };
  await openScreen({ call: failing(failure) });
  await send();
  expect(await textOf("failure-publicKeyUnusable")).toContain("Nothing was sent.");
  expect(await textOf("call-sent")).toContain("Nothing left this computer.");
  expect(await textOf("call-answer")).toContain("No answer came.");
  expect(screen.queryByTestId("nothing-sent")).toBeNull();
});

test("any other failure before sending says that nothing was sent", async () => {
  await openScreen({ call: failing({ code: "unreachable", host: "h.example" }) });
  await send();
  await screen.findByTestId("failure-unreachable");
  expect(await textOf("nothing-sent")).toContain("never left this computer");
});

function failing(failure: Failure): Core["call"] {
  return async (id) => ({ ...begunCall(id), state: { kind: "failed", failure } });
}

test("it is asked for while it goes on and the window is seen, and not once after that", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let over = false;
  const call = vi.fn(
    async (id: string): Promise<CallView> => ({
      ...begunCall(id),
      state: { kind: over ? "done" : "waiting" },
    }),
  );
  await openScreen({ call });
  await send();
  await vi.advanceTimersByTimeAsync(1000);
  expect(call.mock.calls.length).toBeGreaterThan(3);
  hide(true);
  const hidden = call.mock.calls.length;
  await vi.advanceTimersByTimeAsync(3000);
  expect(call).toHaveBeenCalledTimes(hidden);
  over = true;
  hide(false);
  await screen.findByText("The answer is complete.");
  const done = call.mock.calls.length;
  await vi.advanceTimersByTimeAsync(3000);
  expect(call).toHaveBeenCalledTimes(done);
  expect(vi.getTimerCount()).toBe(0);
});

test("a call can be stopped, and leaving the screen stops it too", async () => {
  const stopCall = vi.fn(
    async (id: string): Promise<CallView> => ({ ...begunCall(id), state: { kind: "stopped" } }),
  );
  await openScreen({ call: async (id) => begunCall(id), stopCall });
  await send();
  fireEvent.click(await screen.findByTestId("call-stop"));
  await screen.findByText(/You stopped it/);
  expect(stopCall).toHaveBeenCalledTimes(1);
  await send("once more");
  await screen.findByTestId("call-stop");
  await press("Settings");
  await waitFor(() => expect(stopCall).toHaveBeenCalledTimes(2));
});

test("as a task it is not encrypted, is let be, and leads to Tasks", async () => {
  const stopCall = vi.fn(fakeCore().stopCall);
  await openScreen({ stopCall });
  fireEvent.click(await screen.findByLabelText(/^As a task/));
  const box = (await screen.findByTestId("call-encrypt")) as HTMLInputElement;
  expect(box.disabled).toBe(true);
  expect(box.checked).toBe(false);
  await screen.findByText("A task cannot be encrypted.");
  await send();
  expect(await textOf("call-task")).toContain("f86ec806-4d73-485f-a24f-2d1c53f0a9b1");
  await press("Show it under Tasks");
  await screen.findByRole("complementary", { name: "Task details" });
  expect(stopCall).not.toHaveBeenCalled();
});

test.each([
  ["no", true, false, "This region does not offer it."],
  ["disputed", false, false, /not certain/],
  ["yes", false, true, /cannot be had, nothing is sent/],
] as const)("a region that says %s to encryption", async (support, disabled, checked, hint) => {
  const regions = REGIONS.map((region) => ({
    ...region,
    capabilities: { ...region.capabilities, payloadEncryption: support },
  }));
  await openScreen({}, { app: { ...APP, regions } });
  const box = (await screen.findByTestId("call-encrypt")) as HTMLInputElement;
  expect([box.disabled, box.checked]).toEqual([disabled, checked]);
  await screen.findByText(hint);
});

test("Control and Enter send, but not the Enter that ends a composition", async () => {
  const startCall = vi.fn(fakeCore().startCall);
  await openScreen({ startCall });
  const field = await screen.findByTestId("call-text");
  fireEvent.compositionStart(field);
  (field as HTMLTextAreaElement).value = "hangzhou";
  fireEvent(field, new InputEvent("input", { bubbles: true, isComposing: true }));
  expect(screen.getByTestId("call-send").hasAttribute("disabled")).toBe(true);
  (field as HTMLTextAreaElement).value = "杭州";
  fireEvent.compositionEnd(field);
  await waitFor(() => expect(screen.getByTestId("call-send").hasAttribute("disabled")).toBe(false));
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true, isComposing: true });
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true, keyCode: 229 });
  fireEvent.keyDown(field, { key: "Enter" });
  expect(startCall).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(startCall).toHaveBeenCalledTimes(1));
  expect(startCall).toHaveBeenCalledWith(expect.objectContaining({ text: "杭州" }));
});

test("where models cannot be listed, one is named", async () => {
  const startCall = vi.fn(fakeCore().startCall);
  await open({}, { startCall, listModels: () => Promise.reject({ code: "tooManyRequests" }) });
  await press("Encrypted calls");
  type(await screen.findByTestId("call-model-name"), " qwen-max ");
  await send();
  await waitFor(() => expect(startCall).toHaveBeenCalledWith(expect.objectContaining({ model: "qwen-max" })));
});

test("a request that the program refuses was not sent", async () => {
  await openScreen({ startCall: () => Promise.reject({ code: "secretStoreLocked" }) });
  await send();
  await screen.findByTestId("failure-secretStoreLocked");
  await screen.findByText(/Nothing was sent: what you wrote never left this computer\./);
});

test("without a kept key, and in Chinese", async () => {
  await open({ ...EMPTY, app: appWith({}, "zh-CN") });
  await press("加密调用");
  await screen.findByText("这台电脑上没有可用于此处的 API Key");
});

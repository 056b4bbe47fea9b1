// Temporary keys: made from a kept key, counted down by the service's clock, and gone when their time is up.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { fakeCore } from "../src/dev/fake-core";
import { FAKE_TEMPORARY_VALUE, fakeTemporaryKeys } from "../src/dev/fake-temporary-keys";
import { APP, KEYS, LIST, REGIONS } from "../src/dev/sample";
import type { KeyView } from "../src/wire";
import { appWith, EMPTY, everything, fireEvent, open, press, screen, type, waitFor, within } from "./window";

const FIRST = KEYS[0] as KeyView;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

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
): Promise<Core> {
  const core = await open(state, replace);
  await press("Temporary keys");
  return core;
}

async function create(): Promise<HTMLElement> {
  fireEvent.click(await screen.findByTestId("temporary-create"));
  return screen.findByTestId(/^temporary-t\d+$/);
}

test("a preset makes a key from the chosen one, which counts down and says when it ends", async () => {
  const createTemporaryKey = vi.fn(fakeCore().createTemporaryKey);
  await openScreen({ createTemporaryKey });
  fireEvent.click(await screen.findByLabelText("5 minutes"));
  const card = await create();
  expect(createTemporaryKey).toHaveBeenCalledWith({
    key: { region: "this-computer", apiKeyId: FIRST.apiKeyId },
    seconds: 300,
    origin: FIRST.hosts[0]?.origin,
  });
  const left = within(card).getByRole("timer");
  expect(left.textContent).toContain("5:00");
  expect(card.textContent).toMatch(/Ends at \d\d:\d\d:\d\d/);
  await vi.advanceTimersByTimeAsync(61_000);
  await waitFor(() => expect(left.textContent).toMatch(/3:5\d/));
});

test("other seconds are checked before anything is asked", async () => {
  const createTemporaryKey = vi.fn(fakeCore().createTemporaryKey);
  await openScreen({ createTemporaryKey });
  fireEvent.click(await screen.findByLabelText("Other"));
  const field = await screen.findByTestId("lifetime-seconds");
  for (const wrong of ["", "0", "1801", "1.5", "ten", "-3"]) {
    type(field, wrong);
    fireEvent.click(screen.getByTestId("temporary-create"));
    await screen.findByText("Type a whole number from 1 to 1800.");
  }
  expect(createTemporaryKey).not.toHaveBeenCalled();
  type(field, "1800");
  await create();
  expect(createTemporaryKey).toHaveBeenCalledWith(expect.objectContaining({ seconds: 1800 }));
});

test("what it inherits, that it cannot be ended, and that nothing is stored is said before", async () => {
  await openScreen();
  await screen.findByText(/inherits the permission of Claude Code on this notebook \(Unrestricted\)/);
  await screen.findByText(/cannot be ended early/);
  await screen.findByText(/stored nowhere/);
});

test("it ends with a sentence and is gone, while another one goes on", async () => {
  await openScreen();
  fireEvent.click(await screen.findByLabelText("5 minutes"));
  await create();
  fireEvent.click(await screen.findByLabelText("1 minute"));
  fireEvent.click(screen.getByTestId("temporary-create"));
  const short = await screen.findByTestId("temporary-t2");
  within(short).getByRole("button", { name: "Copy key" }).focus();
  await vi.advanceTimersByTimeAsync(61_000);
  await waitFor(() => expect(short.textContent).toContain("has ended"));
  expect(within(short).queryByRole("button")).toBeNull();
  expect(short.contains(document.activeElement)).toBe(true);
  await vi.advanceTimersByTimeAsync(6_000);
  await waitFor(() => expect(screen.queryByTestId("temporary-t2")).toBeNull());
  expect(document.activeElement?.tagName).toBe("H1");
  expect(screen.getByTestId("temporary-t1").textContent).toContain("Ends at");
});

test("a clock that is an hour off changes nothing but is said", async () => {
  await openScreen(fakeTemporaryKeys(() => FIRST, { aheadSeconds: 3720 }));
  const card = await create();
  expect(within(card).getByRole("timer").textContent).toContain("1:00");
  expect((await screen.findByTestId("clock-off")).textContent).toContain(
    "This computer's clock is 1 h 2 min ahead",
  );
});

test("its value is shown on demand, hides again, and goes when the window loses the focus", async () => {
  await openScreen();
  const card = await create();
  expect(everything()).not.toContain(FAKE_TEMPORARY_VALUE);
  await press("Reveal", "button", card);
  await screen.findByText(FAKE_TEMPORARY_VALUE);
  fireEvent.blur(window);
  await waitFor(() => expect(everything()).not.toContain(FAKE_TEMPORARY_VALUE));
  await press("Reveal", "button", card);
  await screen.findByText(FAKE_TEMPORARY_VALUE);
  await vi.advanceTimersByTimeAsync(31_000);
  await waitFor(() => expect(everything()).not.toContain(FAKE_TEMPORARY_VALUE));
});

test("copying counts down to the clearing", async () => {
  const copyTemporaryKey = vi.fn(async () => ({ clearsInSeconds: 42 }));
  await openScreen({ copyTemporaryKey });
  await press("Copy key", "button", await create());
  expect(copyTemporaryKey).toHaveBeenCalledWith("t1");
  await screen.findByText(/^cleared in 42 s/);
});

test("examples hold the masked key in three languages, and are copied with the key in them", async () => {
  const copySnippet = vi.fn(async () => ({ clearsInSeconds: 60 }));
  await openScreen({ copySnippet });
  const card = await create();
  await press("How to use it", "button", card);
  const curl = await within(card).findByRole("tab", { name: "curl" });
  expect(within(card).getByRole("tabpanel").textContent).toContain("Bearer st-8Tq…PeU6");
  curl.focus();
  fireEvent.keyDown(curl, { key: "ArrowRight" });
  expect(document.activeElement?.textContent).toBe("Python");
  expect(within(card).getByRole("tabpanel").textContent).toContain("OpenAI(");
  await press("Copy with the key in it", "button", card);
  expect(copySnippet).toHaveBeenCalledWith({ id: "t1", language: "python" });
  expect(everything()).not.toContain(FAKE_TEMPORARY_VALUE);
});

test("forgetting removes it here and says that it still works", async () => {
  await openScreen();
  await press("Forget", "button", await create());
  await screen.findByText(/Forgotten here\. Whoever has it can use it until/);
  expect(screen.queryByTestId("temporary-t1")).toBeNull();
});

test("nothing ticks while the window is hidden, and the program is asked again when it is seen", async () => {
  const listTemporaryKeys = vi.fn(fakeCore().listTemporaryKeys);
  await openScreen({ listTemporaryKeys });
  await create();
  const asked = listTemporaryKeys.mock.calls.length;
  hide(true);
  await vi.advanceTimersByTimeAsync(9_000);
  expect(vi.getTimerCount()).toBe(0);
  hide(false);
  await waitFor(() => expect(listTemporaryKeys).toHaveBeenCalledTimes(asked + 1));
});

test("a region without temporary keys is greyed with the reason", async () => {
  const tokyo = "ap-northeast-1@a7f3c2";
  const regions = REGIONS.map((region) =>
    region.region === "ap-northeast-1"
      ? { ...region, id: tokyo, capabilities: { ...region.capabilities, temporaryKeys: "no" as const } }
      : region,
  );
  const key = { ...FIRST, region: tokyo, apiKeyId: "9001", description: "in Tokyo" };
  await openScreen(
    { seenKeys: async (place) => (place === tokyo ? { ...LIST, keys: [key] } : null) },
    { app: { ...APP, regions } },
  );
  const group = [...(await screen.findByTestId("temporary-parent")).querySelectorAll("optgroup")].at(-1);
  expect(group?.label).toBe("Japan (Tokyo): has no temporary keys");
  expect(group?.disabled).toBe(true);
});

test("the menu of a key leads here with that key", async () => {
  await open();
  await press("Actions for 网站后台 · 生产环境");
  await press("Temporary key …", "menuitem");
  const select = (await screen.findByTestId("temporary-parent")) as HTMLSelectElement;
  expect(select.value).toBe("this-computer/1048");
});

test("without a kept key the way to one is offered", async () => {
  await openScreen({}, EMPTY);
  await screen.findByTestId("no-kept-key");
  await press("Go to Keys");
  await screen.findByText("No keys yet");
});

test("a refusal says why, in Chinese too", async () => {
  await open(
    { app: appWith({}, "zh-CN") },
    { createTemporaryKey: () => Promise.reject({ code: "tooManyRequests" }) },
  );
  await press("临时 API Key");
  fireEvent.click(await screen.findByTestId("temporary-create"));
  await screen.findByTestId("failure-tooManyRequests");
});

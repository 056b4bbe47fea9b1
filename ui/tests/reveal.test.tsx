// The one-time sheet in its two cases, and the value that is on the screen only while it may be seen.

import { expect, test, vi } from "vitest";
import { FAKE_VALUE, fakeCore } from "../src/dev/fake-core";
import { LIST } from "../src/dev/sample";
import {
  createKey,
  dialog,
  everything,
  fireEvent,
  noDialog,
  open,
  press,
  screen,
  waitFor,
  within,
} from "./window";

const unkept = {
  createKey: async (request: Parameters<ReturnType<typeof fakeCore>["createKey"]>[0]) => ({
    ...(await fakeCore().createKey(request)),
    notKept: { code: "secretStoreLocked" as const },
  }),
};
/** The made-up program does not know the key that `unkept` answers with. */
const known = { revealKey: async () => ({ value: FAKE_VALUE, hidesInSeconds: 30 }) };

async function revealFirst(): Promise<void> {
  await press("Reveal Claude Code on this notebook");
  await screen.findByTestId("revealed-value");
}

test("case A closes freely", async () => {
  await open();
  const sheet = await createKey();
  expect(sheet.textContent).toContain("you can reveal it here at any time");
  fireEvent.keyDown(sheet, { key: "Escape" });
  await noDialog();
});

test("case B does not let go until the key was copied, downloaded or ticked off", async () => {
  await open({}, unkept);
  const sheet = await createKey();
  expect(sheet.textContent).toContain("This is the only chance to see it: copy or download it now.");
  expect(sheet.textContent).toContain("The keyring is locked.");
  const close = within(sheet).getByTestId("reveal-close") as HTMLButtonElement;
  expect(close.textContent).toBe("I have saved it, close");
  expect(close.disabled).toBe(true);
  expect(within(sheet).queryByText("Set as DASHSCOPE_API_KEY")).toBeNull();

  fireEvent.keyDown(sheet, { key: "Escape" });
  fireEvent(sheet, new Event("cancel", { cancelable: true }));
  fireEvent.click(sheet);
  fireEvent.click(within(sheet).getByRole("button", { name: "Close" }));
  await waitFor(() =>
    expect(
      within(sheet)
        .getByText(/or tick the box, before you close/)
        .getAttribute("role"),
    ).toBe("alert"),
  );
  expect(document.querySelector("dialog[open]")).toBe(sheet);

  fireEvent.click(within(sheet).getByTestId("reveal-saved"));
  await waitFor(() => expect(close.disabled).toBe(false));
  fireEvent.click(within(sheet).getByTestId("reveal-saved"));
  await waitFor(() => expect(close.disabled).toBe(true));
  await press("Copy key", "button", sheet);
  await waitFor(() => expect(close.disabled).toBe(false));
  fireEvent.click(close);
  await noDialog();
});

test("case B is let go of after a download", async () => {
  await open({}, unkept);
  const sheet = await createKey();
  await press("Download as plain text", "button", sheet);
  await screen.findByText(/Saved as plain text/);
  fireEvent.keyDown(sheet, { key: "Escape" });
  await noDialog();
});

test("case B becomes case A when the keyring takes the key after all", async () => {
  const keepKey = vi
    .fn(fakeCore().keepKey)
    .mockRejectedValueOnce({ code: "secretStoreRefused", detail: "collection is locked" })
    .mockImplementationOnce(async () => LIST.keys[0] as (typeof LIST.keys)[0]);
  await open({}, { ...unkept, keepKey });
  const sheet = await createKey();
  await press("Try the keyring again", "button", sheet);
  await screen.findByText("The keyring refused: collection is locked");
  await press("Try the keyring again", "button", sheet);
  await screen.findByTestId("reveal-case-a");
  expect(within(sheet).getByTestId("reveal-close").textContent).toBe("Done");
});

test("a revealed value goes when the window loses the focus, and nothing of it stays", async () => {
  await open();
  await revealFirst();
  expect(everything()).toContain(FAKE_VALUE);
  fireEvent.blur(window);
  await waitFor(() => expect(screen.queryByTestId("revealed-value")).toBeNull());
  expect(everything()).not.toContain(FAKE_VALUE);
});

test("a revealed value goes when the window is hidden", async () => {
  await open();
  await revealFirst();
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  fireEvent(document, new Event("visibilitychange"));
  await waitFor(() => expect(everything()).not.toContain(FAKE_VALUE));
});

test("a revealed value goes after its time, and each reveal has its whole time", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    await open();
    await revealFirst();
    await vi.advanceTimersByTimeAsync(20_000);
    await press("Hide Claude Code on this notebook");
    await revealFirst();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(everything()).toContain(FAKE_VALUE);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(everything()).not.toContain(FAKE_VALUE);
  } finally {
    vi.useRealTimers();
  }
});

test.each(["Changes on this computer", "Settings"])(
  "a revealed value goes on the way to %s",
  async (place) => {
    await open();
    await revealFirst();
    await press(place);
    await screen.findByRole("heading", { name: place });
    expect(everything()).not.toContain(FAKE_VALUE);
    await press("Keys");
    await screen.findByRole("table");
    expect(everything()).not.toContain(FAKE_VALUE);
  },
);

test("revealing one key hides the other, and details of another too", async () => {
  await open({}, { revealKey: async (key) => ({ value: `value of ${key.apiKeyId}`, hidesInSeconds: 30 }) });
  await revealFirst();
  await press("Reveal 网站后台 · 生产环境");
  await screen.findByText("value of 1048");
  expect(everything()).not.toContain("value of 1049");
  await press("Details of Claude Code on this notebook");
  await waitFor(() => expect(everything()).not.toContain("value of 1048"));
});

test("an answer that comes after the window was left is not shown", async () => {
  let answer: (revealed: { value: string; hidesInSeconds: number }) => void = () => {};
  await open({}, { revealKey: () => new Promise((resolve) => (answer = resolve)) });
  await press("Reveal Claude Code on this notebook");
  fireEvent.blur(window);
  answer({ value: FAKE_VALUE, hidesInSeconds: 30 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(everything()).not.toContain(FAKE_VALUE);
});

test("opening a dialog hides what is revealed", async () => {
  await open();
  await revealFirst();
  await press("Create API key");
  await dialog();
  expect(everything()).not.toContain(FAKE_VALUE);
});

test("in the sheet the value is shown on demand, and goes with it", async () => {
  await open({}, known);
  const sheet = await createKey();
  expect(everything()).not.toContain(FAKE_VALUE);
  await press("Reveal", "button", sheet);
  await screen.findByTestId("revealed-value");
  await press("Done", "button", sheet);
  await noDialog();
  expect(everything()).not.toContain(FAKE_VALUE);
});

test("a masked key cannot be selected and is read as its last four characters", async () => {
  await open();
  const masked = (await screen.findAllByText("API key ending in 9a49"))[0]?.closest(".masked");
  expect(masked?.querySelector("[aria-hidden=true]")?.textContent).toBe("sk-ws-3f2…9a49");
});

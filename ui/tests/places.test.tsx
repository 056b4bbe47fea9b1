// Language and colours, where keys rest, and starts that fail.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import type { SecretStoreView } from "../src/wire";
import { appWith, fireEvent, open, press, screen, type, waitFor } from "./window";

test("language and theme are used at once and saved", async () => {
  const savePreferences = vi.fn(async () => {});
  await open({}, { savePreferences });
  await press("Language");
  await press("简体中文", "menuitemradio");
  await screen.findByRole("heading", { name: "API Key" });
  expect(document.documentElement.lang).toBe("zh-CN");
  await press("外观");
  await press("深色", "menuitemradio");
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe("dark"));
  expect(savePreferences).toHaveBeenLastCalledWith({
    language: "zh-CN",
    theme: "dark",
    clipboardSeconds: 60,
    region: "this-computer",
    account: null,
    echoServices: ["https://icanhazip.com/", "https://api64.ipify.org/"],
  });
});

test("a choice that cannot be saved is used, and that is said", async () => {
  await open({}, { savePreferences: () => Promise.reject({ code: "diskFull", path: "x" }) });
  await press("Language");
  await press("English", "menuitemradio");
  await screen.findByText(/could not be saved for the next start/);
});

test("never clearing the clipboard shows a warning", async () => {
  const savePreferences = vi.fn(async () => {});
  await open({}, { savePreferences });
  await press("Settings");
  const select = (await screen.findByLabelText("Clear a copied key after")) as HTMLSelectElement;
  expect([...select.options].map((option) => option.textContent)).toEqual([
    "15 seconds",
    "30 seconds",
    "1 minute",
    "2 minutes",
    "Never",
  ]);
  select.value = "never";
  fireEvent.change(select);
  await screen.findByText(/stays on the clipboard until something else is copied/);
  expect(savePreferences).toHaveBeenLastCalledWith(expect.objectContaining({ clipboardSeconds: null }));
});

const absent: SecretStoreView = { state: "absent", name: "Secret Service", packages: ["gnome-keyring"] };

test("no keyring: packages are named, and an encrypted file is made only with the same passphrase twice", async () => {
  const choosePassphraseFile = vi
    .fn(fakeCore().choosePassphraseFile)
    .mockRejectedValueOnce({ code: "passphraseTooShort", minimum: 12 });
  await open({ app: appWith({ secretStore: absent }) }, { choosePassphraseFile });
  expect((await screen.findByTestId("store-absent")).textContent).toContain("gnome-keyring");
  await press("Use an encrypted file");
  await press("Create encrypted file");
  await screen.findByText("Type a passphrase.");
  type(await screen.findByLabelText("Passphrase"), "short");
  type(await screen.findByLabelText("Passphrase again"), "shorter");
  await press("Create encrypted file");
  await screen.findByText("The two passphrases are not the same.");
  expect(choosePassphraseFile).not.toHaveBeenCalled();
  type(await screen.findByLabelText("Passphrase again"), "short");
  await press("Create encrypted file");
  expect((await screen.findByTestId("failure-passphraseTooShort")).textContent).toContain(
    "Use at least 12 characters.",
  );
  expect((screen.getByLabelText("Passphrase") as HTMLInputElement).value).toBe("short");
  await press("Create encrypted file");
  await waitFor(() => expect(screen.queryByTestId("store-absent")).toBeNull());
});

test("the encrypted file is unlocked, and a wrong passphrase is said", async () => {
  const unlockPassphraseFile = vi
    .fn(fakeCore().unlockPassphraseFile)
    .mockRejectedValueOnce({ code: "passphraseWrong" });
  await open(
    { app: appWith({ secretStore: { state: "passphraseNeeded", path: "x" } }) },
    { unlockPassphraseFile },
  );
  type(await screen.findByLabelText("Passphrase"), "correct horse battery");
  await press("Unlock");
  await screen.findByTestId("failure-passphraseWrong");
  await press("Unlock");
  await waitFor(() => expect(screen.queryByTestId("store-unlock")).toBeNull());
  expect(unlockPassphraseFile).toHaveBeenLastCalledWith("correct horse battery");
});

test("a locked keyring is asked again", async () => {
  await open({ app: appWith({ secretStore: { state: "locked", name: "Secret Service" } }) });
  await screen.findByTestId("store-locked");
  await press("Try again");
  await waitFor(() => expect(screen.queryByTestId("store-locked")).toBeNull());
});

test("a start that fails says why, and can be tried again", async () => {
  const { render } = await import("@testing-library/preact");
  const { App } = await import("../src/app");
  const app = vi.fn(fakeCore().app).mockRejectedValueOnce({ code: "catalogTooNew", path: "keys.db" });
  render(<App core={fakeCore({}, { app })} />);
  expect((await screen.findByTestId("failure-catalogTooNew")).textContent).toContain("keys.db");
  await press("Try again");
  await screen.findByRole("navigation");
});

test("loading is quiet at first, then a skeleton, then a sentence with a way out", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    await open({}, { listKeys: () => new Promise(() => {}) });
    expect(screen.queryByRole("status", { name: "Loading keys" })).toBeNull();
    await vi.advanceTimersByTimeAsync(400);
    await screen.findByRole("status", { name: "Loading keys" });
    await vi.advanceTimersByTimeAsync(1800);
    await screen.findByText("Still waiting for This computer …");
    await press("Stop waiting");
    await screen.findByText("You stopped waiting.");
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

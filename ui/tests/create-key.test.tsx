// Creating a key: one press is one key, nothing typed is lost, input methods are left alone.

import { expect, test, vi } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import {
  createKey,
  dialog,
  EMPTY,
  fireEvent,
  noDialog,
  open,
  press,
  screen,
  submit,
  type,
  waitFor,
  within,
} from "./window";

test("the first key: fields, summary, and the sheet that says where it is kept", async () => {
  const createKeyAnswer = vi.fn(fakeCore(EMPTY).createKey);
  await open(EMPTY, { createKey: createKeyAnswer });
  await screen.findByText("No keys yet");
  await press("Create API key");
  type(await screen.findByTestId("create-description"), "  notebook ");
  await press("Review");
  const summary = await dialog();
  expect(summary.textContent).toContain("Create this key?");
  expect(summary.textContent).toContain("notebook");
  expect(summary.textContent).toContain("Any address");
  await submit();
  const sheet = within(await screen.findByTestId("reveal-safe"));
  sheet.getByText("Key created and saved in this computer's keyring.");
  expect(createKeyAnswer).toHaveBeenCalledWith({
    attempt: expect.stringMatching(/^[0-9a-f-]{36}$/),
    region: "this-computer",
    workspaceId: "ws-9f31c02b77d4",
    description: "notebook",
    permission: { type: "all" },
  });
  fireEvent.click(sheet.getByRole("button", { name: "Done" }));
  await noDialog();
});

test("two presses make one key", async () => {
  let answer = () => {};
  const createKeyAnswer = vi.fn(
    (request) =>
      new Promise<Awaited<ReturnType<ReturnType<typeof fakeCore>["createKey"]>>>((resolve) => {
        answer = () => void fakeCore().createKey(request).then(resolve);
      }),
  );
  await open(EMPTY, { createKey: createKeyAnswer });
  await press("Create API key");
  await screen.findByTestId("create-description");
  await press("Review");
  const button = await submit();
  fireEvent.click(button);
  await waitFor(() => expect(button.textContent).toBe("Creating …"));
  fireEvent.click(button);
  answer();
  await screen.findByTestId("reveal-safe");
  expect(createKeyAnswer).toHaveBeenCalledTimes(1);
});

test("the second press of a double-click on Review does not create", async () => {
  const createKeyAnswer = vi.fn();
  await open(EMPTY, { createKey: createKeyAnswer });
  await press("Create API key");
  await press("Review");
  const button = await screen.findByTestId("create-submit");
  fireEvent.click(button);
  expect(createKeyAnswer).not.toHaveBeenCalled();
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test("every opening is another attempt, and a second try is the same", async () => {
  const attempts: string[] = [];
  await open(EMPTY, {
    createKey: (request) => {
      attempts.push(request.attempt);
      return Promise.reject({ code: "timedOut", host: "127.0.0.1" });
    },
  });
  for (let opening = 0; opening < 2; opening += 1) {
    await press("Create API key");
    await screen.findByTestId("create-description");
    await press("Review");
    for (let tries = 1; tries <= 2; tries += 1) {
      await submit();
      await waitFor(() => expect(attempts).toHaveLength(opening * 2 + tries));
      await screen.findByTestId("failure-timedOut");
    }
    await press("Close");
    await noDialog();
  }
  expect(attempts[0]).toBe(attempts[1]);
  expect(attempts[2]).toBe(attempts[3]);
  expect(attempts[0]).not.toBe(attempts[2]);
});

test("an address that only the program finds wrong is said, and everything typed stays", async () => {
  await open(EMPTY, {
    createKey: () => Promise.reject({ code: "addressInvalid", line: 2, text: "203.0.113.9" }),
  });
  await press("Create API key");
  type(await screen.findByTestId("create-description"), "limited");
  await press(/^Custom/, "radio");
  type(await screen.findByTestId("allowlist-box"), "203.0.113.7,203.0.113.9,");
  await screen.findByText("2/20");
  await review();
  await submit();
  await screen.findByText(/Line 2 is not an address\./);
  screen.getByRole("button", { name: /^Edit 203\.0\.113\.7/ });
  screen.getByRole("button", { name: /^Edit 203\.0\.113\.9/ });
  expect((screen.getByTestId("create-description") as HTMLInputElement).value).toBe("limited");
});

test("Custom without an address, and too long a description, are not sent", async () => {
  const createKeyAnswer = vi.fn();
  await open(EMPTY, { createKey: createKeyAnswer });
  await press("Create API key");
  await press(/^Custom/, "radio");
  await screen.findByText(/Custom permission needs at least one address\./);
  expect(screen.getByTestId("create-review").hasAttribute("disabled")).toBe(true);
  await press(/^All Any/, "radio");
  // 201 characters beyond the basic plane: people count characters, not UTF-16 units.
  type(await screen.findByTestId("create-description"), "😀".repeat(201));
  await review();
  await screen.findByText(/The description has 201 characters; 200 are allowed\./);
  expect(createKeyAnswer).not.toHaveBeenCalled();
});

test("exactly these models are sent as a list", async () => {
  const createKeyAnswer = vi.fn(fakeCore(EMPTY).createKey);
  await open(EMPTY, { createKey: createKeyAnswer });
  await press("Create API key");
  await press(/^Custom/, "radio");
  // It is no chip yet, and is sent nevertheless.
  type(await screen.findByTestId("allowlist-box"), "203.0.113.7");
  await press("Exactly these models", "radio");
  await screen.findByText("Choose at least one model, or all models.");
  fireEvent.click(await screen.findByTestId("model-qwen-plus"));
  fireEvent.click(screen.getByTestId("model-qwen-max"));
  await review();
  await submit();
  await screen.findByTestId("reveal-safe");
  expect(createKeyAnswer.mock.calls[0]?.[0].permission).toEqual({
    type: "custom",
    addresses: "203.0.113.7",
    models: ["qwen-plus", "qwen-max"],
  });
});

/** Goes to the summary, once that can be done. */
async function review(): Promise<void> {
  const button = await screen.findByTestId("create-review");
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(false));
  fireEvent.click(button);
}

test("Enter that ends a composition does not send the form, and half-composed text is not read", async () => {
  await open(EMPTY);
  await press("Create API key");
  const field = (await screen.findByTestId("create-description")) as HTMLInputElement;
  field.value = "ni";
  fireEvent(field, new InputEvent("input", { bubbles: true, isComposing: true }));
  expect(screen.queryByText("2/200")).toBeNull();
  for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
    const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
  }
  const plain = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
  field.dispatchEvent(plain);
  expect(plain.defaultPrevented).toBe(false);
  field.value = "你";
  fireEvent.compositionEnd(field);
  await screen.findByText("1/200");
  expect(field.value).toBe("你");
});

test("Escape leaves, and the focus goes back to the button", async () => {
  await open(EMPTY);
  const opener = await screen.findByRole("button", { name: "Create API key" });
  opener.focus();
  fireEvent.click(opener);
  const open_ = await dialog();
  expect(document.activeElement).toBe(screen.getByTestId("create-description"));
  fireEvent.keyDown(open_, { key: "Escape" });
  await noDialog();
  expect(document.activeElement).toBe(opener);
});

test("a slow creation says what it waits for, and can be waited for again", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    await open(EMPTY, { createKey: () => new Promise(() => {}) });
    await press("Create API key");
    await screen.findByTestId("create-description");
    await press("Review");
    await submit();
    await vi.advanceTimersByTimeAsync(2100);
    await screen.findByText("Still waiting for This computer …");
    await press("Stop waiting");
    await screen.findByText(/no second key is made/);
    expect(screen.getByTestId("create-submit").textContent).toBe("Create API key");
  } finally {
    vi.useRealTimers();
  }
});

test("a created key goes on to the variable", async () => {
  await open(EMPTY);
  const sheet = await createKey();
  await press(/^Set as DASHSCOPE_API_KEY/, "button", sheet);
  await screen.findByTestId("variable-dialog");
});

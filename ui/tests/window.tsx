// The window in a test: the whole app with a fake program behind it, and what a person does at it.

import { fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { App } from "../src/app";
import type { Core } from "../src/core";
import { type FakeState, fakeCore } from "../src/dev/fake-core";
import { APP, LIST } from "../src/dev/sample";
import type { AppView, LanguageChoice } from "../src/wire";

export { fireEvent, screen, waitFor, within };

// What the window loads when it is needed is here already: no test waits for the disk.
import.meta.glob(["../src/words/{en,zh}.ts", "../src/{screens,dialogs}/**/*-{screen,dialog,sheet}.tsx"], {
  eager: true,
});

export const EMPTY: Partial<FakeState> = {
  list: { ...LIST, keys: [], quota: { used: 0, limit: 50 } },
  changes: [],
};

/** Opens the window and waits for its first screen. */
export async function open(state: Partial<FakeState> = {}, replace: Partial<Core> = {}): Promise<Core> {
  const core = fakeCore(state, replace);
  render(<App core={core} />);
  await screen.findByRole("navigation");
  return core;
}

export function appWith(changes: Partial<AppView>, language: LanguageChoice = "en"): AppView {
  return { ...APP, ...changes, preferences: { ...APP.preferences, language } };
}

export async function press(name: string | RegExp, role = "button", inside: HTMLElement = document.body) {
  fireEvent.click(await within(inside).findByRole(role, { name }));
}

/** Types a whole text at once, as a paste does. */
export function type(field: HTMLElement, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    throw new Error("not a field");
  field.value = text;
  fireEvent.input(field);
}

export async function dialog(): Promise<HTMLElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLElement>("dialog[open]");
    if (!found) throw new Error("no dialog is open");
    return found;
  });
}

export async function noDialog(): Promise<void> {
  await waitFor(() => {
    if (document.querySelector("dialog[open]")) throw new Error("a dialog is open");
  });
}

/** Everything the page holds: text, attributes and what stands in fields. */
export function everything(): string {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input, textarea")].map(
    (field) => field.value,
  );
  return [document.documentElement.outerHTML, document.title, ...fields].join("\n");
}

/** Presses the button that creates, once it can be pressed. */
export async function submit(): Promise<HTMLElement> {
  const button = await screen.findByTestId("create-submit");
  await waitFor(() => {
    if (button.hasAttribute("disabled")) throw new Error("it cannot be pressed yet");
  });
  fireEvent.click(button);
  return button;
}

/** From the list to the sheet that follows a creation. */
export async function createKey(description = "notebook"): Promise<HTMLElement> {
  await press("Create API key");
  type(await screen.findByTestId("create-description"), description);
  await press("Review");
  await submit();
  await screen.findByTestId("reveal-close");
  return dialog();
}

/** Opens the editor of a key's permission from its row. */
export async function editPermission(name = "Claude Code on this notebook"): Promise<HTMLElement> {
  await press(`Actions for ${name}`);
  await press("Edit permission …", "menuitem");
  return screen.findByTestId("permission-dialog");
}

// The keyboard alone: menus, rows, dialogs, shortcuts.

import { expect, test } from "vitest";
import { dialog, fireEvent, noDialog, open, press, screen, waitFor } from "./window";

const NAME = "Claude Code on this notebook";
const key = (name: string) => fireEvent.keyDown(document.activeElement as Element, { key: name });
const focused = () => document.activeElement?.textContent;

test("a menu opens with the arrow, moves in a circle, finds by letter, and gives the focus back", async () => {
  await open();
  const button = await screen.findByRole("button", { name: `Actions for ${NAME}` });
  button.focus();
  key("ArrowDown");
  await screen.findByRole("menu");
  expect(focused()).toBe("Details");
  key("ArrowUp");
  expect(focused()).toBe("Delete …");
  key("ArrowDown");
  key("ArrowDown");
  expect(focused()).toBe("Edit permission …");
  key("End");
  expect(focused()).toBe("Delete …");
  key("Home");
  key("d");
  key("s");
  expect(focused()).toBe("Select");
  key("s");
  expect(focused()).toBe("Set as DASHSCOPE_API_KEY …");
  key("Escape");
  await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
  expect(document.activeElement).toBe(button);
});

test("a dialog opened from a menu gives the focus back to the menu's button", async () => {
  await open();
  const button = await screen.findByRole("button", { name: `Actions for ${NAME}` });
  button.focus();
  fireEvent.click(button);
  await press("Delete …", "menuitem");
  fireEvent.keyDown(await dialog(), { key: "Escape" });
  await noDialog();
  expect(document.activeElement).toBe(button);
});

test("up and down go between rows in one column", async () => {
  await open();
  const first = await screen.findByRole("button", { name: `Details of ${NAME}` });
  first.focus();
  key("ArrowDown");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Details of 网站后台 · 生产环境");
  key("ArrowUp");
  key("ArrowUp");
  expect(document.activeElement).toBe(first);
});

test("the region is switched with the keyboard, and a region without an account says what it is", async () => {
  await open();
  const button = await screen.findByRole("button", { name: "Region: This computer. Switch region" });
  button.focus();
  key("ArrowDown");
  await screen.findByRole("menu");
  expect(focused()).toContain("This computer");
  key("u");
  expect(focused()).toContain("US (Virginia)");
  fireEvent.click(document.activeElement as Element);
  await screen.findByRole("heading", { name: "US (Virginia)" });
  expect(screen.getByRole("row", { name: /Reset/ }).textContent).toContain("Not in this region");
  await press("Go to This computer");
  await screen.findByRole("table", { name: "API keys in This computer" });
});

test("Control+F goes to the search, Control+N creates, and neither while a dialog is open", async () => {
  await open();
  const search = await screen.findByRole("textbox", { name: "Search keys" });
  fireEvent.keyDown(document.body, { key: "f", ctrlKey: true });
  expect(document.activeElement).toBe(search);
  fireEvent.keyDown(document.body, { key: "n", ctrlKey: true });
  const first = await dialog();
  fireEvent.keyDown(document.body, { key: "f", ctrlKey: true });
  expect(first.contains(document.activeElement)).toBe(true);
  fireEvent.keyDown(document.body, { key: "n", ctrlKey: true });
  expect(document.querySelectorAll("dialog")).toHaveLength(1);
});

test("details take the focus and give it back", async () => {
  await open();
  const row = await screen.findByRole("button", { name: `Details of ${NAME}` });
  row.focus();
  fireEvent.click(row);
  await waitFor(() => expect(focused()).toBe(NAME));
  key("Escape");
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
  expect(document.activeElement).toBe(row);
});

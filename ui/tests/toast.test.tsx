// Where messages stand.

import { expect, test } from "vitest";
import { dialog, open, press, screen, waitFor } from "./window";

test("a message over a dialog stands in it, before its buttons", async () => {
  await open();
  await press("Details of Claude Code on this notebook");
  await press("Copy key", "button", await screen.findByRole("complementary"));
  await screen.findByRole("button", { name: "Clear now" });
  await press("Create API key");
  const opened = await dialog();
  const said = await waitFor(() => {
    const found = opened.querySelector(".toast");
    if (!found) throw new Error("no message stands in the dialog");
    return found;
  });
  const foot = opened.querySelector(".dialog-foot");
  expect(foot && said.compareDocumentPosition(foot) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(document.querySelectorAll(".toast")).toHaveLength(1);
});

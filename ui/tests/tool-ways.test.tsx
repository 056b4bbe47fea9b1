// A tool that reads a variable, with the way to setting it and back; and what a tool that is set up by hand says of itself.

import { expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { fakeCore } from "../src/dev/fake-core";
import { TOOLS } from "../src/dev/sample-tools";
import type { ToolView } from "../src/wire";
import { fireEvent, open, press, screen, waitFor } from "./window";

const VARIABLE = "ANTHROPIC_AUTH_TOKEN";

async function openClaude(replace: Partial<Core> = {}): Promise<void> {
  await open({}, replace);
  await press("Tools");
  await press("Change what Claude Code uses …");
  await screen.findByTestId("tool-preview");
  fireEvent.click(screen.getByLabelText(/^From an environment variable/));
}

/** The tools, where Claude Code's variable holds this key. */
function holding(apiKeyId: string | null): ToolView[] {
  const key = apiKeyId && { region: "this-computer", apiKeyId };
  return TOOLS.map((tool) => {
    if (tool.id !== "claudeCode") return tool;
    const ways = tool.ways.map((way) => (way.variable ? { ...way, variableKey: key || null } : way));
    return { ...tool, ways };
  });
}

test("a variable that is not set is set on the way, and the way leads back", async () => {
  const planVariable = vi.fn(fakeCore().planVariable);
  let tools = holding(null);
  await openClaude({ listTools: async () => tools, planVariable });
  await press(`Set ${VARIABLE} …`);
  const dialog = await screen.findByTestId("variable-dialog");
  expect(dialog.textContent).toContain(`Set as ${VARIABLE}`);
  await waitFor(() =>
    expect(planVariable).toHaveBeenCalledWith(
      expect.objectContaining({ variable: VARIABLE, key: { region: "this-computer", apiKeyId: "1048" } }),
    ),
  );
  const write = await screen.findByTestId("variable-write");
  await waitFor(() => expect(write.hasAttribute("disabled")).toBe(false));
  tools = holding("1048");
  fireEvent.click(write);
  fireEvent.click(await screen.findByTestId("variable-done"));
  await waitFor(() => expect(screen.queryByTestId("variable-dialog")).toBeNull());
  await screen.findByTestId("tool-dialog");
  await waitFor(() => expect(screen.queryByTestId("variable-not-set")).toBeNull());
  screen.getByText(`The tool reads ${VARIABLE}, which Studio Keys has set.`);
});

test("a variable that holds another key is said, for the tool would use that one", async () => {
  await openClaude({ listTools: async () => holding("1049") });
  const note = await screen.findByTestId("variable-not-set");
  expect(note.textContent).toContain(`${VARIABLE} holds another key`);
  expect(note.textContent).toContain(`Set ${VARIABLE} …`);
});

test("the page about a tool is opened by the program, which knows its address", async () => {
  const openToolPage = vi.fn(async () => {});
  await open({}, { openToolPage });
  await press("Tools");
  await press("Show the steps for Chatbox …");
  fireEvent.click(await screen.findByTestId("open-tool-page"));
  await waitFor(() => expect(openToolPage).toHaveBeenCalledWith("chatbox"));
});

test("without a browser the address is still there to copy", async () => {
  const openToolPage = () => Promise.reject({ code: "browserUnavailable", address: "https://docs.example" });
  await open({}, { openToolPage });
  await press("Tools");
  await press("Show the steps for Chatbox …");
  fireEvent.click(await screen.findByTestId("open-tool-page"));
  await screen.findByTestId("failure-browserUnavailable");
  screen.getByRole("button", { name: "Copy Page" });
});

test("a tool that calls from elsewhere says what cannot be reached from there", async () => {
  await open();
  await press("Tools");
  await press("Show the steps for Cursor …");
  const note = await screen.findByTestId("guide-calls");
  expect(note.textContent).toContain("do not reach an address of this computer");
  await press("Done");
  await press("Show the steps for Chatbox …");
  await screen.findByTestId("guide-steps");
  expect(screen.queryByTestId("guide-calls")).toBeNull();
});

test("that others can no longer read the settings with the key in them is said before", async () => {
  await openClaude();
  const closes = /^Others on this computer can read this file now/;
  expect(screen.queryByText(closes)).toBeNull();
  fireEvent.click(screen.getByLabelText(/^From its settings file/));
  await screen.findByText(closes);
});

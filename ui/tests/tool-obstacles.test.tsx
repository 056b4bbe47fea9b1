// What a tool does not read in its own settings is said before they are written, after it, and as long as it is there.

import { expect, test } from "vitest";
import { fakeCore } from "../src/dev/fake-core";
import { TOOLS } from "../src/dev/sample-tools";
import type { LanguageChoice, ObstacleKind, ObstacleView } from "../src/wire";
import { appWith, fireEvent, open, press, screen, waitFor } from "./window";

const AT_3 = "~/.claude/settings.json:3";
const SENTENCES: [ObstacleKind, RegExp][] = [
  [
    "comment",
    /^~\/\.claude\/settings\.json:3 has a comment: until you take it out, Claude Code cannot read the file\./,
  ],
  ["trailingComma", /:3 has a comma before a closing bracket: until/],
  ["byteOrderMark", /:3 has a byte order mark: until/],
  ["notJson", /:3 has something that is no JSON: until/],
];

/** The window with Claude Code's settings having this in them. */
async function openWith(obstacle: ObstacleView | null, language: LanguageChoice = "en"): Promise<void> {
  const core = fakeCore();
  await open(
    { app: appWith({}, language) },
    {
      listTools: async () =>
        TOOLS.map((tool) =>
          tool.id === "claudeCode" && tool.used ? { ...tool, used: { ...tool.used, obstacle } } : tool,
        ),
      planTool: async (request) => ({ ...(await core.planTool(request)), obstacle }),
      applyPlan: core.applyPlan,
      verifyChange: async (id) => {
        const change = await core.verifyChange(id);
        const [one] = change.verifications;
        if (!one || !obstacle) return change;
        return { ...change, verifications: [{ ...one, status: "ignored", obstacle }] };
      },
    },
  );
  await press(language === "en" ? "Tools" : "工具");
}

test.each(SENTENCES)("the preview says what stands in the way and where: %s", async (kind, sentence) => {
  await openWith({ kind, place: AT_3 });
  await press("Change what Claude Code uses …");
  const note = await screen.findByTestId("obstacle");
  expect(note.textContent).toContain("Claude Code does not read its settings file as it is");
  expect(note.lastElementChild?.lastElementChild?.textContent).toMatch(sentence);
});

test("the list of tools says it in Chinese", async () => {
  await openWith({ kind: "comment", place: AT_3 }, "zh-CN");
  const card = await screen.findByTestId("tool-claudeCode");
  expect(card.textContent).toContain(
    `${AT_3} 处有注释：在你删除之前，Claude Code 无法读取这个文件。Studio Keys 不会改动它。`,
  );
});

test("where nothing stands in the way nothing is said", async () => {
  await openWith(null);
  expect((await screen.findByTestId("tool-claudeCode")).textContent).not.toContain("cannot read the file");
  await press("Change what Claude Code uses …");
  await screen.findByTestId("tool-preview");
  expect(screen.queryByTestId("obstacle")).toBeNull();
});

test("what was written and is not read is no success, and the list of tools says so too", async () => {
  await openWith({ kind: "trailingComma", place: AT_3 });
  expect((await screen.findByTestId("tool-claudeCode")).textContent).toContain("cannot read the file");
  await press("Change what Claude Code uses …");
  const write = await screen.findByTestId("tool-write");
  await waitFor(() => expect(write.hasAttribute("disabled")).toBe(false));
  fireEvent.click(write);
  const result = (await screen.findByTestId("tool-result")).textContent;
  expect(result).toContain("Claude Code is written, but does not read its settings file as it is.");
  expect(result).toContain("then verify again");
  expect(result).toContain(
    "holds what was written, but the tool does not read it (~/.claude/settings.json:3 has a comma before a closing bracket)",
  );
  expect(result).not.toContain("is set up");
});

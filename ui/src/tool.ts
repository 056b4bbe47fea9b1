// What the window knows about tools apart from drawing them.

import type { ChangeView, ToolId } from "./wire";

/** Their own names, the same in every language, for places that know a tool by its id alone. */
const NAMES: Record<ToolId, string> = {
  claudeCode: "Claude Code",
  qwenCode: "Qwen Code",
  codex: "Codex CLI",
  openCode: "OpenCode",
  openClaw: "OpenClaw",
  clineCli: "Cline CLI",
  chatbox: "Chatbox",
  cherryStudio: "Cherry Studio",
  dify: "Dify",
  cursor: "Cursor",
  clineExtension: "Cline",
};

/** What was set: a tool by its name, or a variable. */
export function targetOf({ tool, variable }: Pick<ChangeView, "tool" | "variable">): string {
  return tool === null ? variable : NAMES[tool];
}

// Made-up tools: one of each state that a tool can be in.

import type { KeyRef, ToolId, ToolView, ToolWay, ToolWayView } from "../wire";

/** The key that the made-up variable holds. */
const SET = { region: "this-computer", apiKeyId: "1048" };

function way(name: ToolWay, variable: string | null = null, variableKey: KeyRef | null = null): ToolWayView {
  return { way: name, variable, variableKey };
}

function written(id: ToolId, name: string, changes: Partial<ToolView>): ToolView {
  return {
    id,
    name,
    handling: "written",
    program: null,
    settings: null,
    ways: [way("helper"), way("environment", "DASHSCOPE_API_KEY", SET), way("value")],
    lacksPrinter: false,
    used: null,
    problem: null,
    ...changes,
  };
}

function guided(id: ToolId, name: string, program: string | null = null): ToolView {
  return { ...written(id, name, { program, ways: [] }), handling: "guided" };
}

export const TOOLS: ToolView[] = [
  written("claudeCode", "Claude Code", {
    program: "~/.local/bin/claude",
    settings: "~/.claude/settings.json",
    ways: [way("helper"), way("environment", "ANTHROPIC_AUTH_TOKEN"), way("value")],
    used: {
      changeId: "t1",
      key: { region: "this-computer", apiKeyId: "1048" },
      masked: "sk-ws-3f2…9a48",
      way: "helper",
      baseUrl: "http://127.0.0.1:21456/apps/anthropic",
      model: "qwen3-coder-plus",
      changedSince: false,
      obstacle: null,
    },
  }),
  written("qwenCode", "Qwen Code", {
    program: "/usr/local/bin/qwen",
    settings: "~/.qwen/settings.json",
    ways: [way("environment", "DASHSCOPE_API_KEY", SET), way("value")],
    used: {
      changeId: "t2",
      key: { region: "this-computer", apiKeyId: "1049" },
      masked: "sk-ws-3f2…9a49",
      way: "value",
      baseUrl: "http://127.0.0.1:21456/compatible-mode/v1",
      model: "qwen-plus",
      changedSince: true,
      obstacle: null,
    },
  }),
  written("codex", "Codex CLI", {
    program: "~/.npm-global/bin/codex",
    settings: "~/.codex/config.toml",
    problem: {
      code: "fileHasSyntaxError",
      path: "~/.codex/config.toml",
      line: 14,
      detail: "expected `=` after a key",
    },
  }),
  written("openCode", "OpenCode", {
    settings: "~/.config/opencode/opencode.json",
    ways: [way("environment", "DASHSCOPE_API_KEY", SET), way("value")],
  }),
  written("openClaw", "OpenClaw", { settings: "~/.openclaw/openclaw.json" }),
  written("clineCli", "Cline CLI", {
    settings: "~/.cline/data/settings/providers.json",
    ways: [way("value")],
  }),
  guided("chatbox", "Chatbox", "/opt/Chatbox/chatbox"),
  guided("cherryStudio", "Cherry Studio"),
  guided("dify", "Dify"),
  guided("cursor", "Cursor", "/usr/bin/cursor"),
  guided("clineExtension", "Cline"),
];

// The tools: what each is called, where its settings are, how it is asked something without its own window, and what settings
// somebody may have who uses it with another service already. Those are as these tools themselves take them.

import { THEIR_KEY } from "./elsewhere.mjs";

/** How the window names the ways in which a tool comes by a key. */
export const WAYS = {
  helper: "From the keyring, each time",
  environment: "From an environment variable",
  value: "From its settings file",
};

export const QUESTION = "drei Schuhe, bitte";

/** What keeps the tools from what they do beside their work, as their makers document it. */
export const QUIET = {
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
  CLAUDE_CODE_MAX_RETRIES: "0",
  DISABLE_AUTOUPDATER: "1",
  DISABLE_ERROR_REPORTING: "1",
  DISABLE_TELEMETRY: "1",
  OPENCODE_DISABLE_AUTOUPDATE: "1",
  OPENCODE_DISABLE_MODELS_FETCH: "1",
  OPENCODE_PURE: "1",
  npm_config_offline: "true",
  QWEN_TELEMETRY_ENABLED: "false",
};

/** Line ends of Windows, tabs, and no line end at the end. */
const claudeCode = (theirs, way) => {
  const own = {
    helper: `\t"apiKeyHelper": "echo ${THEIR_KEY}",\r\n\t"env": { "ANTHROPIC_BASE_URL": "${theirs}" }`,
    environment: `\t"env": {"ANTHROPIC_BASE_URL": "${theirs}"}`,
    value: `\t"env": {\r\n\t\t"ANTHROPIC_BASE_URL": "${theirs}",\r\n\t\t"ANTHROPIC_AUTH_TOKEN": "${THEIR_KEY}"\r\n\t}`,
  };
  return `{\r\n\t"permissions": { "allow": ["Bash(ls)"], "deny": [] },\r\n${own[way]}\r\n}`;
};

const qwenCode = (theirs) => `{
  // Einstellungen: schöne Grüße, 你好
  "$version": 4,
  "privacy": { "usageStatisticsEnabled": false },
  "modelProviders": {
    "openai": [ { "id": "theirs", "baseUrl": "${theirs}/v1", "envKey": "THEIR_KEY" } ] /* one */
  },
  "env": { "THEIR_KEY": "${THEIR_KEY}" },
  "security": { "auth": { "selectedType": "openai" } },
  "model": { "name": "theirs" }
}
`;

const codex = (theirs) => `# Einstellungen: schöne Grüße, 你好
check_for_update_on_startup = false
model_provider = 'theirs' # for now
model="theirs"

[analytics]
enabled = false

[features]
plugins = false

[ model_providers . theirs ]
name = "Theirs"
base_url = "${theirs}/v1"
wire_api = "responses"
request_max_retries = 0
stream_max_retries = 0
experimental_bearer_token = "${THEIR_KEY}"`;

/** Tabs, and commas before ends. */
const openCode = (theirs) => `// Einstellungen: schöne Grüße, 你好
{
\t"$schema": "https://opencode.ai/config.json",
\t"share": "disabled", /* never */
\t"provider": {
\t\t"theirs": {
\t\t\t"npm": "@ai-sdk/openai-compatible",
\t\t\t"options": { "baseURL": "${theirs}/v1", "apiKey": "${THEIR_KEY}" },
\t\t\t"models": { "theirs": {}, },
\t\t},
\t},
\t"model": "theirs/theirs",
}
`;

/** `variable` is what it reads in the second way. */
export const TOOLS = [
  {
    name: "Claude Code",
    settings: ".claude/settings.json",
    before: claudeCode,
    ways: ["helper", "environment", "value"],
    variable: "ANTHROPIC_AUTH_TOKEN",
    base: "/apps/anthropic",
    line: `claude -p "${QUESTION}"`,
  },
  {
    name: "Qwen Code",
    settings: ".qwen/settings.json",
    before: qwenCode,
    ways: ["environment", "value"],
    variable: "DASHSCOPE_API_KEY",
    base: "/compatible-mode/v1",
    line: `qwen -p "${QUESTION}"`,
  },
  {
    name: "Codex CLI",
    settings: ".codex/config.toml",
    before: codex,
    ways: ["helper", "environment", "value"],
    variable: "DASHSCOPE_API_KEY",
    base: "/compatible-mode/v1",
    line: `codex exec --skip-git-repo-check "${QUESTION}"`,
  },
  {
    name: "OpenCode",
    settings: ".config/opencode/opencode.jsonc",
    before: openCode,
    ways: ["environment", "value"],
    variable: "DASHSCOPE_API_KEY",
    base: "/compatible-mode/v1",
    line: `opencode run "${QUESTION}"`,
  },
];

/** Settings with one mark in them for which their tool reads none of them, and what is said of it. */
export const NOT_READ = [
  {
    name: "Claude Code",
    text: '{\n  // 备注\n  "permissions": { "allow": ["Bash(ls)"] }\n}\n',
    mark: "  // 备注\n",
    without: "",
    warning: "settings.json:2 has a comment: until you take it out, Claude Code cannot read the file.",
  },
  {
    name: "Qwen Code",
    text: '{\n  /* 备注 */\n  "$version": 4,\n  "privacy": { "usageStatisticsEnabled": false,}\n}\n',
    mark: "false,}",
    without: "false}",
    warning: "settings.json:4 has a comma before a closing bracket: until you take it out, Qwen Code cannot read the file.",
  },
];

// The tools that use keys, as they lie in a user's home: their settings with things of their own in them, kept byte for byte to
// compare with, and programs that only have to be found. And the steps that a person takes among them, in English.

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where each tool keeps its settings. */
export const SETTINGS = {
  claude: ".claude/settings.json",
  qwen: ".qwen/settings.json",
  codex: ".codex/config.toml",
  openCode: ".config/opencode/opencode.jsonc",
  openClaw: ".openclaw/openclaw.json",
  cline: ".cline/data/settings/providers.json",
};

const CONTENTS = {
  // Tabs, and an order of its own.
  [SETTINGS.claude]: `{
\t"theme": "dark",
\t"permissions": { "allow": ["Bash(npm run test:*)", "Read(~/.zshrc)"], "deny": [] },
\t"env": {
\t\t"DISABLE_TELEMETRY": "1"
\t},
\t"cleanupPeriodDays": 30
}
`,
  // Comments, and no newline at the end.
  [SETTINGS.qwen]: `// Meine Einstellungen, 我的设置
{
  "ui": { "theme": "Qwen Dark" }, // not the light one
  /* servers of the team */
  "mcpServers": {}
}`,
  [SETTINGS.codex]: `# of the company
approval_policy = "on-request"   # ask first

[projects."/home/tester/shop"]
trust_level = "trusted"
`,
  [SETTINGS.openCode]: `{
  // the schema
  "$schema": "https://opencode.ai/config.json",
  "autoupdate": false,
}
`,
  [SETTINGS.openClaw]: `{
  // the gateway of this machine
  gateway: { port: 18789, bind: 'loopback' },
}
`,
};

const PROGRAMS = [".local/bin/claude", ".local/bin/qwen"];

/** Settings of each tool but Cline's, and the programs of two. */
export function furnishTools(home) {
  for (const [path, text] of Object.entries(CONTENTS)) write(join(home, path), text);
  for (const path of PROGRAMS) write(join(home, path), "#!/bin/sh\nexit 0\n", 0o755);
}

function write(path, text, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
}

/** The bytes of the settings that are there from the beginning. */
export function settingsOfTools(home) {
  return Object.fromEntries(Object.keys(CONTENTS).map((path) => [path, readFileSync(join(home, path))]));
}

/** The settings of one tool, as text. */
export function settingsOf(home, tool) {
  return readFileSync(join(home, SETTINGS[tool]), "utf8");
}

/** The document in it, for a tool whose settings are JSON. */
export function documentOf(home, tool) {
  // None of these has a comment sign or a comma at an end within a text.
  const plain = settingsOf(home, tool).replaceAll(/\/\*.*?\*\/|(?<!:)\/\/.*$/gm, "").replaceAll(/,(?=\s*[}\]])/g, "");
  return JSON.parse(plain);
}

/** What a helper prints, started by a shell as a tool does it. The session is the stage's: with it goes the keyring. */
export async function printedBy(command, { env, home }) {
  const { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR } = env;
  const { stdout } = await run("/bin/sh", ["-c", command], {
    env: { HOME: home, PATH: process.env.PATH, DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR },
    cwd: home,
    timeout: 10_000,
  });
  return stdout.trim();
}

/** A call as Claude Code makes it, and the status of its answer. */
export async function callsAsClaude(base, key, model) {
  const answer = await fetch(`${base}/v1/messages`, {
    method: "POST",
    headers: { "x-api-key": key, "anthropic-version": "2023-06-01", "Content-Type": "application/json" },
    body: JSON.stringify({ model, max_tokens: 64, messages: [{ role: "user", content: "hello" }] }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** A call as a tool that speaks OpenAI's protocol makes it, and the status of its answer. */
export async function callsAsOpenAi(base, key, model) {
  const answer = await fetch(`${base}/chat/completions`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ model, messages: [{ role: "user", content: "hello" }] }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Opens the dialog of a tool; it is there once its preview is. */
export async function opensTool(person, name, { again = false } = {}) {
  await person.presses("button", again ? `Change what ${name} uses …` : `Set up ${name} …`);
  await person.sees("dialog", `Set up ${name}`);
  await person.at("tool-preview").reads("What the tool will use", 20_000);
}

/** From the preview to the verified end. `look` sees each stage before it is left. */
export async function writesTool(person, name, { look = async () => {} } = {}) {
  await look("preview");
  await person.presses("button", "Write");
  await person.reads(`${name} is set up.`, 20_000);
  await look("verified");
  await person.presses("button", "Done");
  await person.misses("dialog");
}

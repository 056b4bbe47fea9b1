// Made-up diagnoses: one in which all is well, and one with everything that can be found.

import type { DiagnosisView, FindingView, SourceView } from "../wire";

const TODAY = Date.UTC(2026, 10, 21, 9, 30);

const OURS: SourceView = {
  place: "/home/ann/.config/studio-keys/env.sh",
  line: 2,
  masked: "sk-ws-3f2…9a1c",
  scope: "bash",
  ours: true,
  wins: true,
  isThisKey: true,
  lineId: null,
};

const FOREIGN: SourceView = {
  place: "/home/ann/.bashrc",
  line: 131,
  masked: "sk-0d7…41be",
  scope: "bash",
  ours: false,
  wins: true,
  isThisKey: false,
  lineId: "b7c1",
};

const PROJECT: SourceView = {
  ...FOREIGN,
  place: "/home/ann/work/customer-service/chat-backend/.env",
  line: 4,
  scope: "project",
  lineId: null,
};

/** All is well. */
export const HEALTHY: DiagnosisView = {
  findings: [],
  sources: [
    OURS,
    { ...OURS, scope: "zsh" },
    { ...OURS, scope: "desktop", place: "/home/ann/.config/environment.d/60-studio-keys.conf" },
  ],
  inOrder: [
    { what: "key", count: 1 },
    { what: "shells", count: 2 },
    { what: "files", count: 14 },
    { what: "programs", count: 87 },
    { what: "units", count: 3 },
    { what: "tools", count: 2 },
  ],
  at: TODAY,
};

/** One of each kind, the gravest first, as the program orders them. */
export const FINDINGS: FindingView[] = [
  {
    kind: "keyRefused",
    failure: { code: "addressNotAllowed", platformCode: "AccessDenied" },
  },
  { kind: "anotherWins", source: FOREIGN },
  { kind: "otherKey", source: PROJECT },
  {
    kind: "wrongRegionHost",
    setting: "DASHSCOPE_HTTP_BASE_URL",
    place: "/home/ann/.zshrc",
    line: 12,
    host: "https://dashscope-intl.aliyuncs.com",
    expected: "https://dashscope.aliyuncs.com/api/v1",
  },
  {
    kind: "wrongPlanHost",
    setting: "OPENAI_BASE_URL",
    place: "/home/ann/work/customer-service/chat-backend/.env",
    line: 5,
    host: "https://coding.dashscope.aliyuncs.com",
    expected: "https://dashscope.aliyuncs.com/compatible-mode/v1",
  },
  { kind: "temporaryOnly", variable: "DASHSCOPE_API_KEY" },
  { kind: "notSet", variable: "DASHSCOPE_API_KEY", scopes: ["zsh", "desktop"] },
  {
    kind: "settingsNotRead",
    tool: "Claude Code",
    place: "/home/ann/.claude/settings.json",
    line: 3,
    what: "comment",
  },
  {
    kind: "startedBefore",
    program: "Visual Studio Code",
    pid: 4120,
    holdsMasked: "sk-0d7…41be",
    isTerminal: true,
  },
  { kind: "startedBefore", program: "python3 app.py", pid: 5177, holdsMasked: null, isTerminal: false },
  { kind: "sudoDropsIt", line: "sudo --preserve-env=DASHSCOPE_API_KEY python3" },
  {
    kind: "unitWithout",
    unit: "chat-bot.service",
    path: "/home/ann/.config/systemd/user/chat-bot.service",
    manager: "systemdUser",
    line: null,
  },
  {
    kind: "unitWithout",
    unit: "web.service",
    path: "/etc/systemd/system/web.service",
    manager: "systemdSystem",
    line: "EnvironmentFile=/home/ann/.config/environment.d/60-studio-keys.conf",
  },
  {
    kind: "unitWithout",
    unit: "program:worker",
    path: "/etc/supervisor/conf.d/worker.conf",
    manager: "supervisord",
    line: 'environment=DASHSCOPE_API_KEY="%(ENV_DASHSCOPE_API_KEY)s"',
  },
  { kind: "notLookedAt", place: "/usr/bin/fish", why: { kind: "timedOut" } },
];

/** Everything that can be found, at once. */
export const ILL: DiagnosisView = {
  findings: FINDINGS,
  sources: [
    FOREIGN,
    { ...OURS, wins: false },
    { ...OURS, scope: "zsh", masked: null, ours: false, place: "/home/ann/.zshrc", line: 40 },
    { ...FOREIGN, scope: "machine", place: "/etc/environment", line: 2, lineId: null },
    PROJECT,
  ],
  inOrder: [
    { what: "files", count: 17 },
    { what: "programs", count: 85 },
  ],
  at: TODAY,
};

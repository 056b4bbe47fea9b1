// Made-up data for looking at screens without the program, and for tests. Never part of the build.

import type {
  AppView,
  BaseUrlsView,
  CapabilitiesView,
  ChangeView,
  HostKindView,
  HostView,
  KeyList,
  KeyView,
  RegionView,
  VariablePlanView,
} from "../wire";

/** A host as the program names it, with its three addresses. */
export function sampleHost(kind: HostKindView, origin: string): HostView {
  return {
    kind,
    origin,
    baseUrls: {
      openai: `${origin}/compatible-mode/v1`,
      native: `${origin}/api/v1`,
      anthropic: `${origin}/apps/anthropic`,
    },
  };
}

const HERE = sampleHost("thisComputer", "http://127.0.0.1:21456");

export const LOCAL_URLS: BaseUrlsView = HERE.baseUrls;

const FULL: CapabilitiesView = {
  customPermission: "yes",
  ipv6: "yes",
  disable: "yes",
  reset: "yes",
  controlPlane: "yes",
  temporaryKeys: "yes",
  payloadEncryption: "yes",
  ownerAccount: false,
  quota: 50,
};

/** Where a region leaves a choice of where its models run. */
const SITES: Record<string, string[]> = {
  "ap-northeast-1": ["global", "japan"],
  "cn-hongkong": ["global", "cn-hongkong"],
  "eu-central-1": ["global", "european-union"],
  "us-east-1": ["global", "united-states"],
};

function cloud(
  id: string,
  nameEn: string,
  nameZh: string,
  sharedHost: string | null,
  capabilities: Partial<CapabilitiesView> = {},
): RegionView {
  return {
    id,
    region: id,
    account: null,
    nameEn,
    nameZh,
    state: { kind: "needsAccount" },
    sharedHost,
    workspaceHost: `{WorkspaceId}.${id}.maas.aliyuncs.com`,
    controlEndpoint: `https://modelstudio.${id}.aliyuncs.com`,
    ownEndpoint: false,
    lastSeen: null,
    keptKeys: 0,
    serviceSites: SITES[id] ?? [],
    baseUrls: sharedHost === null ? null : sampleHost("shared", `https://${sharedHost}`).baseUrls,
    consoleUrl: `https://bailian.console.aliyun.com/${id}/settings/api-key`,
    capabilities: { ...FULL, ipv6: "disputed", ...capabilities },
  };
}

export const REGIONS: RegionView[] = [
  {
    id: "this-computer",
    region: "this-computer",
    account: null,
    nameEn: "This computer",
    nameZh: "这台电脑",
    state: { kind: "ready" },
    sharedHost: "127.0.0.1:21456",
    workspaceHost: null,
    controlEndpoint: null,
    ownEndpoint: false,
    lastSeen: null,
    keptKeys: 2,
    serviceSites: [],
    baseUrls: LOCAL_URLS,
    consoleUrl: null,
    capabilities: FULL,
  },
  cloud("cn-beijing", "China (Beijing)", "华北2（北京）", "dashscope.aliyuncs.com", { ipv6: "yes" }),
  cloud("ap-southeast-1", "Singapore", "新加坡", "dashscope-intl.aliyuncs.com"),
  cloud("ap-northeast-1", "Japan (Tokyo)", "日本（东京）", null),
  cloud("cn-hongkong", "China (Hong Kong)", "中国香港", "cn-hongkong.dashscope.aliyuncs.com", {
    quota: null,
  }),
  cloud("eu-central-1", "Germany (Frankfurt)", "德国（法兰克福）", null),
  cloud("us-east-1", "US (Virginia)", "美国（弗吉尼亚）", "dashscope-us.aliyuncs.com", {
    customPermission: "no",
    ipv6: "no",
    disable: "no",
    reset: "no",
    temporaryKeys: "disputed",
    ownerAccount: true,
    quota: 20,
  }),
];

export const APP: AppView = {
  version: "0.1.0",
  platform: "linux",
  regions: REGIONS,
  accounts: [],
  secretStore: { state: "available", name: "Secret Service" },
  preferences: {
    language: "en",
    theme: "light",
    clipboardSeconds: 60,
    region: "this-computer",
    account: null,
    echoServices: ["https://icanhazip.com/", "https://api64.ipify.org/"],
  },
  attention: [],
  usualEchoServices: ["https://icanhazip.com/", "https://api64.ipify.org/"],
  dataFolder: "/home/ada/.local/share/studio-keys",
};

export const DAY = 86_400_000;
export const TODAY = Date.UTC(2026, 10, 20, 9, 30);

/** A key with the given differences from an ordinary one. */
export function sampleKey(id: string, changes: Partial<KeyView> = {}): KeyView {
  return {
    region: "this-computer",
    apiKeyId: id,
    description: "notebook",
    masked: `sk-ws-3f2…9a${id.slice(-2)}`,
    workspaceId: "ws-9f31c02b77d4",
    workspaceName: "Default workspace",
    createdBy: "this computer",
    createdAt: TODAY - (9 - Number(id.slice(-1))) * DAY,
    disabled: false,
    permission: { type: "all" },
    kept: { state: "kept" },
    usedHere: [],
    own: true,
    oldFormat: false,
    plan: "payAsYouGo",
    hosts: [HERE],
    rotation: null,
    ...changes,
  };
}

export const KEYS: KeyView[] = [
  sampleKey("1049", {
    description: "Claude Code on this notebook",
    usedHere: [{ changeId: "c1", variable: "DASHSCOPE_API_KEY", tool: null }],
  }),
  sampleKey("1048", {
    description: "网站后台 · 生产环境",
    usedHere: [{ changeId: "t1", variable: "", tool: "claudeCode" }],
    permission: {
      type: "custom",
      accessIps: ["203.0.113.7", "203.0.113.64/28", "2001:db8::/48"],
      anyAddress: false,
      models: ["qwen-plus", "qwen-max", "qwen-turbo", "text-embedding-v4", "qwen-vl-plus"],
    },
  }),
  sampleKey("1047", {
    description: "Evaluation runs for the translation team, second quarter, shared with Lin and Marta",
    workspaceName: "Translation evaluation and data",
    permission: { type: "custom", accessIps: ["198.51.100.0/24"], anyAddress: false, models: null },
    kept: { state: "unknown" },
  }),
  sampleKey("1046", { description: "", disabled: true }),
  sampleKey("1045", { description: "old desktop", kept: { state: "missing" } }),
  sampleKey("1044", { description: "made without a keyring", kept: { state: "memoryOnly" } }),
];

export const LIST: KeyList = {
  keys: KEYS,
  workspaces: [
    {
      id: "ws-9f31c02b77d4",
      name: "Default workspace",
      isDefault: true,
      apiHost: "127.0.0.1:21456",
      hosts: [HERE],
    },
    {
      id: "ws-2b80aa51e6c9",
      name: "Translation evaluation and data",
      isDefault: false,
      apiHost: "127.0.0.1:21456",
      hosts: [HERE],
    },
  ],
  quota: { used: 6, limit: 50 },
  seenAt: TODAY,
  workspacesFailure: null,
  unlisted: [],
};

export const CHANGES: ChangeView[] = [
  {
    id: "c1",
    at: TODAY,
    variable: "DASHSCOPE_API_KEY",
    tool: null,
    key: { region: "this-computer", apiKeyId: "1049" },
    masked: "sk-ws-3f2…9a49",
    asksKeyring: false,
    companions: [],
    state: "active",
    files: [
      { path: "~/.config/studio-keys/env.sh", action: "create", backup: null },
      {
        path: "~/.bashrc",
        action: "addBlock",
        backup: "~/.local/share/studio-keys/backups/2026-11-20T09-30-00-bashrc",
      },
      { path: "~/.config/environment.d/60-studio-keys.conf", action: "create", backup: null },
    ],
    verifications: [
      {
        destination: "bash",
        variable: "DASHSCOPE_API_KEY",
        program: "/usr/bin/bash",
        status: "seen",
        foundMasked: "sk-ws-3f2…9a49",
        obstacle: null,
        millis: 41,
      },
      {
        destination: "desktop",
        variable: "DASHSCOPE_API_KEY",
        program: "",
        status: "afterLogin",
        foundMasked: null,
        obstacle: null,
        millis: 0,
      },
    ],
  },
  {
    id: "c0",
    at: TODAY - 3 * DAY,
    variable: "DASHSCOPE_API_KEY",
    tool: null,
    key: { region: "this-computer", apiKeyId: "1045" },
    masked: "sk-ws-3f2…9a45",
    asksKeyring: false,
    companions: [],
    state: "undone",
    files: [{ path: "~/.config/studio-keys/env.sh", action: "update", backup: null }],
    verifications: [],
  },
  {
    id: "t1",
    at: TODAY - 4 * DAY,
    variable: "",
    tool: "claudeCode",
    key: { region: "this-computer", apiKeyId: "1048" },
    masked: "sk-ws-3f2…9a48",
    asksKeyring: false,
    companions: [],
    state: "active",
    files: [
      {
        path: "~/.claude/settings.json",
        action: "settings",
        backup: "~/.local/share/studio-keys/backups/2026-11-16T09-30-00-settings.json",
      },
    ],
    verifications: [
      {
        destination: null,
        variable: "",
        program: "~/.claude/settings.json",
        status: "seen",
        foundMasked: "sk-ws-3f2…9a48",
        obstacle: null,
        millis: 3,
      },
    ],
  },
];

export const PLAN: VariablePlanView = {
  planId: "p1",
  variable: "DASHSCOPE_API_KEY",
  masked: "sk-ws-3f2…9a49",
  method: "value",
  noKeyring: null,
  companions: [],
  hosts: [HERE],
  destinations: [
    { id: "bash", path: "~/.bashrc", ticked: true, isLoginShell: true, alreadySet: false, canAsk: true },
    { id: "zsh", path: "~/.zshrc", ticked: false, isLoginShell: false, alreadySet: false, canAsk: true },
    {
      id: "fish",
      path: "~/.config/fish/config.fish",
      ticked: false,
      isLoginShell: false,
      alreadySet: false,
      canAsk: true,
    },
    {
      id: "desktop",
      path: "~/.config/environment.d",
      ticked: true,
      isLoginShell: false,
      alreadySet: true,
      canAsk: false,
    },
  ],
  writes: [
    {
      destination: "bash",
      path: "~/.config/studio-keys/env.sh",
      linkTarget: null,
      action: "create",
      plaintext: true,
      makesPrivate: false,
      lines: [{ kind: "added", number: 1, text: "export DASHSCOPE_API_KEY='sk-ws-3f2…9a49'" }],
    },
    {
      destination: "bash",
      path: "~/.bashrc",
      linkTarget: "~/dotfiles/bash/bashrc",
      action: "addBlock",
      plaintext: false,
      makesPrivate: false,
      lines: [
        { kind: "context", number: 117, text: "fi" },
        { kind: "added", number: 118, text: "# >>> studio-keys >>>" },
        {
          kind: "added",
          number: 119,
          text: '[ -r "$HOME/.config/studio-keys/env.sh" ] && . "$HOME/.config/studio-keys/env.sh"',
        },
        { kind: "added", number: 120, text: "# <<< studio-keys <<<" },
      ],
    },
  ],
  foreign: [
    {
      id: "f1",
      path: "~/.bashrc",
      line: 42,
      text: "export DASHSCOPE_API_KEY=sk-••••••••",
      wins: false,
      canCommentOut: true,
      commentOut: false,
    },
  ],
};

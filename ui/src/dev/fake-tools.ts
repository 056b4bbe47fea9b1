// Made-up tools, set in memory. No file is read or written.

import type { Core } from "../core";
import type {
  ChangeView,
  GuideFieldView,
  HostView,
  KeyRef,
  KeyView,
  ToolGuideRequest,
  ToolId,
  ToolPlanView,
  ToolView,
  ToolWay,
  WriteView,
} from "../wire";
import { TODAY } from "./sample";
import { TOOLS } from "./sample-tools";

type ToolsCore = Pick<
  Core,
  | "listTools"
  | "planTool"
  | "applyPlan"
  | "toolGuide"
  | "openToolPage"
  | "copyImportLink"
  | "exportKey"
  | "copyExport"
>;

interface Given {
  find(key: KeyRef): KeyView;
  put(key: KeyView): KeyView;
  changes(): ChangeView[];
  record(change: ChangeView): void;
  tools?: ToolView[];
}

const USUAL_MODEL = "qwen3-coder-plus";
const PAGES: Partial<Record<ToolId, string>> = {
  chatbox: "https://docs.chatboxai.app/guides/providers",
  cherryStudio: "https://docs.cherry-ai.com/pre-basic/settings/providers",
  dify: "https://docs.dify.ai/guides/model-configuration",
  cursor: "https://docs.cursor.com/settings/api-keys",
  clineExtension: "https://docs.cline.bot/provider-config/openai-compatible",
};

export function fakeTools({ find, put, changes, record, tools: given = TOOLS }: Given): ToolsCore {
  let tools = structuredClone(given);
  let count = 0;
  const plans = new Map<string, { plan: ToolPlanView; key: KeyRef }>();
  const known = (id: ToolId): ToolView => {
    const found = tools.find((one) => one.id === id);
    if (!found) throw { code: "planUnknown" };
    return found;
  };
  const undone = (id: string) => changes().some((one) => one.id === id && one.state === "undone");

  return {
    listTools: async () =>
      structuredClone(
        tools.map((tool) => (tool.used && undone(tool.used.changeId) ? { ...tool, used: null } : tool)),
      ),
    planTool: async (request) => {
      const tool = known(request.tool);
      const key = find(request.key);
      if (tool.problem) throw tool.problem;
      count += 1;
      const way = request.way ?? tool.ways[0]?.way ?? "value";
      const baseUrl = baseUrlOf(tool.id, hostOf(key, request.origin));
      const model = request.model ?? tool.used?.model ?? USUAL_MODEL;
      const plan: ToolPlanView = {
        planId: `tool-plan-${count}`,
        tool: tool.id,
        way,
        masked: key.masked,
        baseUrl,
        model,
        writes: [writeOf(tool, way, key, baseUrl, model)],
        overriddenBy:
          tool.id === "claudeCode"
            ? [{ place: "~/.bashrc:31", setting: "ANTHROPIC_BASE_URL", masked: "https://api.example.com" }]
            : [],
        obstacle: null,
      };
      plans.set(plan.planId, { plan, key: request.key });
      return structuredClone(plan);
    },
    applyPlan: async (planId) => {
      const found = plans.get(planId);
      if (!found) throw { code: "planUnknown" };
      const { plan, key } = found;
      const tool = known(plan.tool);
      const change: ChangeView = {
        id: `tool-change-${count}`,
        at: TODAY,
        variable: "",
        tool: tool.id,
        asksKeyring: plan.way === "helper",
        companions: [],
        key,
        masked: plan.masked,
        state: "active",
        files: [{ path: tool.settings ?? "", action: "settings", backup: null }],
        verifications: [
          {
            destination: null,
            variable: "",
            program: tool.settings ?? "",
            status: "seen",
            foundMasked: plan.masked,
            obstacle: null,
            millis: 3,
          },
        ],
      };
      record(change);
      const { way, masked, baseUrl, model } = plan;
      const used = {
        changeId: change.id,
        key,
        masked,
        way,
        baseUrl,
        model,
        changedSince: false,
        obstacle: null,
      };
      tools = tools.map((one) => (one.id === tool.id ? { ...one, used } : one));
      const row = find(key);
      put({ ...row, usedHere: [...row.usedHere, { changeId: change.id, variable: "", tool: tool.id }] });
      return { ...change, verifications: [] };
    },
    toolGuide: async (request) => ({
      tool: request.tool,
      fields: fieldsOf(request, hostOf(find(request.key), request.origin)),
      importLink: request.tool === "chatbox" || request.tool === "cherryStudio",
      page: PAGES[request.tool] ?? "",
    }),
    openToolPage: async () => {},
    copyImportLink: async () => ({ clearsInSeconds: 60 }),
    exportKey: async ({ key, form }) => ({ path: `~/Downloads/studio-keys-${key.apiKeyId}-${form}` }),
    copyExport: async () => ({ clearsInSeconds: 60 }),
  };
}

function hostOf(key: KeyView, origin: string): HostView {
  const host = key.hosts.find((one) => one.origin === origin);
  if (!host) throw { code: "hostUnknown" };
  return host;
}

function baseUrlOf(tool: ToolId, host: HostView): string {
  return tool === "claudeCode" ? host.baseUrls.anthropic : host.baseUrls.openai;
}

function writeOf(tool: ToolView, way: ToolWay, key: KeyView, baseUrl: string, model: string): WriteView {
  const program = `"/opt/studio-keys/studio-keys-key" "print" "${key.region}/${key.apiKeyId}"`;
  const said: Record<ToolWay, string> = {
    helper: `  "apiKeyHelper": "${program.replaceAll('"', "'")}",`,
    environment: `  "envKey": "${tool.ways.find((one) => one.way === way)?.variable ?? ""}",`,
    value: `  "apiKey": "${key.masked}",`,
  };
  return {
    destination: null,
    path: tool.settings ?? "",
    linkTarget: null,
    action: "settings",
    plaintext: way === "value",
    makesPrivate: way === "value",
    lines: [
      { kind: "context", number: 1, text: "{" },
      { kind: "context", number: 2, text: "  // kept as it is" },
      { kind: "removed", number: 3, text: '  "model": "opus",' },
      { kind: "added", number: 3, text: `  "model": "${model}",` },
      { kind: "added", number: 4, text: `  "baseUrl": "${baseUrl}",` },
      { kind: "added", number: 5, text: said[way] },
      { kind: "context", number: 6, text: '  "theme": "dark"' },
    ],
  };
}

function fieldsOf({ tool, model }: ToolGuideRequest, host: HostView): GuideFieldView[] {
  const named = model ?? USUAL_MODEL;
  if (tool === "chatbox")
    return [
      { kind: "text", label: "API Host", value: host.origin },
      { kind: "text", label: "API Path", value: "/compatible-mode/v1/chat/completions" },
      { kind: "key", label: "API Key" },
      { kind: "text", label: "Model", value: named },
    ];
  return [
    { kind: "key", label: tool === "cursor" ? "OpenAI API Key" : "API Key" },
    {
      kind: "text",
      label: tool === "cursor" ? "Override OpenAI Base URL" : "Base URL",
      value: host.baseUrls.openai,
    },
    { kind: "text", label: "Model", value: named },
  ];
}

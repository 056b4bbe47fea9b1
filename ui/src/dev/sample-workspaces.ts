// Made-up models and limits of workspaces. Never part of the build.

import type { ModelAccessRowView, ModelLimitRowView } from "../wire";

const MODELS: [model: string, name: string, provider: string][] = [
  ["deepseek-r1", "DeepSeek R1", "deepseek"],
  ["deepseek-v3.2", "DeepSeek V3.2", "deepseek"],
  ["glm-4.6", "GLM 4.6", "zhipu"],
  ["kimi-k2-thinking", "Kimi K2 Thinking", "moonshot"],
  ["qwen-flash", "Qwen Flash", "qwen"],
  ["qwen-long", "Qwen Long", "qwen"],
  ["qwen-max", "Qwen Max", "qwen"],
  ["qwen-mt-plus", "Qwen MT Plus", "qwen"],
  ["qwen-plus", "Qwen Plus", "qwen"],
  ["qwen-vl-max", "Qwen VL Max", "qwen"],
  ["qwen-vl-plus", "Qwen VL Plus", "qwen"],
  ["qwen3-coder-480b-a35b-instruct", "Qwen3 Coder 480B A35B Instruct", "qwen"],
  ["qwen3-coder-plus", "Qwen3 Coder Plus", "qwen"],
  ["qwen3-max", "Qwen3 Max", "qwen"],
  ["qwen3-omni-flash", "Qwen3 Omni Flash", "qwen"],
  ["text-embedding-v3", "通用文本向量-v3", "qwen"],
  ["text-embedding-v4", "通用文本向量-v4", "qwen"],
  ["wan2.5-t2v-preview", "通义万相2.5-文生视频-Preview", "wan"],
];

/** What a workspace may call: the models at these places of the list. */
export function sampleAccess(allowed: string[]): ModelAccessRowView[] {
  return MODELS.map(([model, name, provider]) => ({
    model,
    name,
    provider,
    inference: allowed.includes(model),
    fineTune: false,
    deploy: false,
  }));
}

export const SAMPLE_ALLOWED = ["qwen-plus", "qwen-max", "qwen-flash", "deepseek-v3.2", "text-embedding-v4"];

export function sampleLimits(): ModelLimitRowView[] {
  return MODELS.map(([model, name], at) => ({
    model,
    name,
    account: {
      requests: 600 * (1 + (at % 4)),
      requestSeconds: 60,
      usage: at % 5 === 4 ? null : 1_000_000 * (1 + (at % 3)),
      usageSeconds: at % 5 === 4 ? null : 60,
    },
    workspace:
      model === "qwen-max"
        ? { requests: 60, requestSeconds: 60, usage: 100_000, usageSeconds: 60 }
        : model === "qwen-plus"
          ? { requests: 120, requestSeconds: 60, usage: null, usageSeconds: null }
          : null,
  }));
}

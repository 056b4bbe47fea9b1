// Made-up groups, models and addresses. Never part of the build.

import type { AddressGroupView, ModelPriceView, ModelView, MyAddressesView } from "../wire";

export const GROUPS: AddressGroupView[] = [
  {
    id: "g1",
    name: "Office",
    entries: ["203.0.113.64/28", "198.51.100.7"],
    usedBy: [{ region: "this-computer", apiKeyId: "1048" }],
    outdated: [],
  },
  { id: "g2", name: "家", entries: ["192.0.2.44"], usedBy: [], outdated: [] },
];

function price(name: string, amount: string): ModelPriceView {
  return { name, price: amount, unit: "per million tokens", range: "", timeBand: "" };
}

function model(id: string, changes: Partial<ModelView> = {}): ModelView {
  return {
    id,
    name: id,
    provider: "qwen",
    contextWindow: null,
    prices: [],
    callable: true,
    reason: null,
    ...changes,
  };
}

export const MODELS: ModelView[] = [
  model("qwen-plus", {
    name: "Qwen-Plus",
    contextWindow: 1_000_000,
    prices: [price("input", "0.8"), price("output", "2")],
  }),
  model("qwen-max", { name: "Qwen-Max", contextWindow: 32_768, prices: [price("input", "2.4")] }),
  model("qwen-turbo", { name: "Qwen-Turbo", contextWindow: 1_000_000 }),
  model("qwen3-max", { name: "Qwen3-Max", contextWindow: 262_144 }),
  model("qwen-vl-plus", { name: "Qwen-VL-Plus", contextWindow: 131_072 }),
  model("qwen-vl-max", { name: "Qwen-VL-Max", contextWindow: 131_072 }),
  model("qwen3-coder-plus", { name: "Qwen3-Coder-Plus", contextWindow: 1_000_000 }),
  model("text-embedding-v4", { name: "Text-Embedding-V4", contextWindow: 8192 }),
  model("deepseek-v3.2", { provider: "deepseek", contextWindow: 131_072 }),
  model("deepseek-r1", { provider: "deepseek", callable: false, reason: "notGranted" }),
];

export const MY_ADDRESSES: MyAddressesView = {
  answers: [
    {
      source: "https://icanhazip.com/",
      family: "ipv4",
      address: "203.0.113.7",
      at: Date.UTC(2026, 10, 20, 9, 31),
      failure: null,
    },
    {
      source: "https://api64.ipify.org/",
      family: "ipv4",
      address: "203.0.113.9",
      at: Date.UTC(2026, 10, 20, 9, 31),
      failure: null,
    },
    {
      source: "https://icanhazip.com/",
      family: "ipv6",
      address: null,
      at: Date.UTC(2026, 10, 20, 9, 31),
      failure: { code: "unreachable" },
    },
  ],
  addresses: ["203.0.113.7", "203.0.113.9"],
  differ: true,
  notes: [
    { code: "differ", family: "ipv4", addresses: ["203.0.113.7", "203.0.113.9"] },
    { code: "mayChange" },
  ],
};

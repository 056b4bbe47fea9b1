// Made-up costs: amounts are texts with as many digits as the service likes. Never part of the build.

import type { CostAmountView, CostGroup, CostGroupKindView, CostRequest, CostView } from "../wire";
import { DAY } from "./sample";

export interface SampleGroup {
  key: string;
  name?: string;
  kind?: CostGroupKindView;
  /** Of each step of time, the oldest first; they are repeated. */
  amounts: string[];
}

const MODELS: SampleGroup[] = [
  { key: "qwen3-max", amounts: ["3.4410", "0.9000", "5.2000", "4.1000", "2.8000"] },
  { key: "qwen-plus", amounts: ["1.2000", "1.4000", "0.7000"] },
  { key: "deepseek-v3.2", amounts: ["0.8000", "0.0000", "1.9000", "0.3000"] },
  { key: "text-embedding-v4", amounts: ["0.0041", "0.0007"] },
];

const KEYS: SampleGroup[] = [
  { key: "1049", name: "Claude Code on this notebook", amounts: ["3.1000", "1.0000", "4.6000"] },
  { key: "1048", name: "网站后台 · 生产环境", amounts: ["1.2000", "2.1000"] },
  {
    key: "1047",
    name: "Evaluation runs for the translation team, second quarter, shared with Lin and Marta",
    amounts: ["0.6000"],
  },
  { key: "DIMENSION_FILTER_NULL_VALUE", kind: "none", amounts: ["0.0500"] },
];

const WORKSPACES: SampleGroup[] = [
  { key: "ws-9f31c02b77d4", name: "Default workspace", amounts: ["3.9000", "2.2000", "5.0000"] },
  { key: "ws-2b80aa51e6c9", name: "Translation evaluation and data", amounts: ["1.1000", "0.4000"] },
];

export const COST_GROUPS: Record<CostGroup, SampleGroup[]> = {
  model: MODELS,
  apiKey: KEYS,
  workspace: WORKSPACES,
};

/** Twenty groups and what the service folds, with a refund, and amounts of every size. */
export const MANY_GROUPS: SampleGroup[] = [
  { key: "wan2.5-t2v-preview", amounts: ["1843200.5000", "920000.0000", "0.0000", "1200000.0000"] },
  ...Array.from({ length: 18 }, (_, at) => ({
    key: `qwen3-coder-480b-a35b-instruct-2026-0${(at % 9) + 1}-${10 + at}`,
    amounts: [`${(19 - at) * 21000}.1200`, "0.0000", `${(19 - at) * 8000}.0000`],
  })),
  { key: "qwen-mt-plus", amounts: ["-240000.0000", "0.000001"] },
  { key: "DIMENSION_GROUP_OTHERS_VALUE", kind: "others", amounts: ["38000.0000"] },
];

/** Amounts that are hardly anything, and one of nothing. */
export const TINY_GROUPS: SampleGroup[] = [
  { key: "text-embedding-v4", amounts: ["0.000041", "0.000007"] },
  { key: "qwen-flash", amounts: ["0.000000"] },
];

function periodsOf({ start, end, step }: CostRequest): string[] {
  const days: string[] = [];
  for (let at = Date.parse(start); at <= Date.parse(end); at += DAY)
    days.push(new Date(at).toISOString().slice(0, step === "day" ? 10 : 7));
  return [...new Set(days)];
}

/** The costs of such groups in every other step of time. */
export function sampleCosts(request: CostRequest, groups: SampleGroup[], currency = "CNY"): CostView {
  const sum = (amounts: string[]) => amounts.reduce((all, one) => all + Number(one), 0).toFixed(6);
  const amountAt = ({ amounts }: SampleGroup, at: number): string => amounts[at % amounts.length] ?? "0.0000";
  const periods = periodsOf(request).map((period, at) => {
    const parts: CostAmountView[] =
      at % 7 === 5 ? [] : groups.map((group) => ({ key: group.key, amount: amountAt(group, at) }));
    const used = parts.filter(({ amount }) => Number(amount) !== 0);
    return { period, total: sum(used.map(({ amount }) => amount)), groups: used };
  });
  const total = sum(periods.map((period) => period.total));
  return {
    currency,
    total,
    pretax: (Number(total) / 1.06).toFixed(4),
    tax: (Number(total) - Number(total) / 1.06).toFixed(4),
    groups: groups.map(({ key, name, kind }) => ({
      key,
      name: name ?? key,
      kind: kind ?? "one",
      amount: sum(
        periods.flatMap((period) =>
          period.groups.filter((one) => one.key === key).map(({ amount }) => amount),
        ),
      ),
    })),
    periods,
    seenAt: Date.now(),
  };
}

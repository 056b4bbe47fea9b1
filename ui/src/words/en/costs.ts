// English: what use cost.

import type { CostGroup } from "../../wire";
import { plural } from "../kinds";

export const costs = {
  title: "Cost",
  pretend: "This is what these calls would cost in Beijing. Nobody is billed for calls on this computer.",
  loading: "Loading costs",
  asking: "Asking …",
  filters: "Which costs",
  span: "Time",
  spans: {
    year: "Last 12 months",
    thisMonth: "This month",
    lastMonth: "Last month",
    thirtyDays: "Last 30 days",
    own: "Own days …",
  },
  from: "First day",
  to: "Last day",
  showDays: "Show these days",
  dayProblem: "Type two days such as 2026-11-20, the first not after the last.",
  ownHint: (days: number) => `More than ${days} days are shown by month.`,
  group: "Grouped by",
  groups: { workspace: "Workspace", apiKey: "API key", model: "Model" } satisfies Record<
    CostGroup,
    string
  > as Record<CostGroup, string>,
  workspace: "Workspace",
  everyWorkspace: "All workspaces",
  refresh: "Refresh",
  download: "Download CSV",
  downloaded: (path: string) => `Saved: ${path}`,
  total: "Total",
  pretax: "Before taxes",
  tax: "Taxes",
  notStated: "Not stated",
  amount: (amount: string, currency: string) => `${currency} ${amount}`,
  between: (first: string, last: string) => `${first} to ${last}`,
  daysUtc: "Days are counted in UTC.",
  daysBeijing: "Days are counted in Beijing's time. The newest calls may be missing: bills come hours later.",
  chart: (group: string) => `Cost over time. Grouped by: ${group}`,
  chartHint: "Left and Right go from one to the next.",
  period: (when: string, total: string, parts: string) =>
    parts ? `${when}: ${total}. ${parts}` : `${when}: ${total}`,
  part: (name: string, amount: string) => `${name} ${amount}`,
  legend: "What the chart shows",
  legendAll: "Show all",
  others: (count: number) => `${count} more`,
  othersAmount: "in the table",
  foldedName: "All the rest",
  noneName: { workspace: "No workspace", apiKey: "No API key", model: "No model" } satisfies Record<
    CostGroup,
    string
  > as Record<CostGroup, string>,
  hidden: "Hidden in the chart",
  table: (group: string) => `Cost by ${group}`,
  amountColumn: "Amount",
  shareColumn: "Share",
  noShare: "—",
  noShareAloud: "No share",
  refund: "Refund",
  groupsCount: (count: number) => plural(count, "line", "lines"),
  emptyTitle: "No costs in this time",
  emptyHere:
    "Calls on this computer are counted, with what they would cost in Beijing. Make one, and it is here at once.",
  emptyCloud:
    "What calls of this region cost is shown here, as the platform bills it. It comes hours after the calls.",
  emptyFiltered: "This workspace had no costs in this time.",
  showYear: "Show the last 12 months",
  showEvery: "Show all workspaces",
  makeCall: "Make a call",
  thirtyDays: "Last 30 days",
  small: (total: string) => `Cost of the last 30 days, in all ${total}`,
  smallNone: "No costs in the last 30 days.",
  open: "Open in Cost",
};

// Days, amounts, and the heights that are made of them.

import { expect, test } from "vitest";
import { MANY_GROUPS, sampleCosts } from "../src/dev/sample-costs";
import { longPeriod, shortPeriod } from "../src/screens/cost/period";
import { scaleOf } from "../src/screens/cost/scale";
import { amountIn, piecesOf, seriesOf } from "../src/screens/cost/series";
import { areDays, daysOf, todayIn } from "../src/screens/cost/span";
import type { CostPeriodView, CostRequest, RegionView } from "../src/wire";
import { groupedAmount, markOf, shareOf } from "../src/words/amounts";
import { en } from "../src/words/en";

test("which days each choice means", () => {
  const own = { start: "2026-01-01", end: "2026-03-03" };
  expect(daysOf("thisMonth", "2026-03-01", own)).toEqual({
    start: "2026-03-01",
    end: "2026-03-01",
    step: "day",
  });
  expect(daysOf("lastMonth", "2026-03-31", own)).toEqual({
    start: "2026-02-01",
    end: "2026-02-28",
    step: "day",
  });
  expect(daysOf("thirtyDays", "2026-03-01", own).start).toBe("2026-01-31");
  expect(daysOf("year", "2026-03-15", own)).toEqual({
    start: "2025-04-01",
    end: "2026-03-15",
    step: "month",
  });
  expect(daysOf("own", "2026-03-15", own).step).toBe("day");
  expect(daysOf("own", "2026-03-15", { ...own, end: "2026-03-04" }).step).toBe("month");
  const late = Date.UTC(2026, 10, 20, 20);
  expect(todayIn({ region: "this-computer" } as RegionView, late)).toBe("2026-11-20");
  expect(todayIn({ region: "us-east-1" } as RegionView, late)).toBe("2026-11-21");
  for (const wrong of ["", "2026-02-30", "2026-1-1", "20260101", "0000-00-00"])
    expect(areDays({ start: wrong, end: "2026-03-01" })).toBe(false);
});

test("heights and shares are rough, amounts are not", () => {
  expect(["1234567.50", "-1234.5", "12", "1e9", "", "+1000"].map(groupedAmount)).toEqual([
    "1,234,567.50",
    "−1,234.5",
    "12",
    "1e9",
    "",
    "+1,000",
  ]);
  expect(groupedAmount("123456789012345678901234567890.0100")).toBe(
    "123,456,789,012,345,678,901,234,567,890.0100",
  );
  expect(shareOf("1", "3", "en")).toBe("33.3%");
  expect(shareOf("0.0000001", "3", "en")).toBe("<0.1%");
  for (const [part, whole] of [
    ["-1", "3"],
    ["1", "0"],
    ["1", "-3"],
    ["4", "3"],
  ] as const)
    expect(shareOf(part, whole, "en")).toBeNull();
  expect(scaleOf([]).marks).toEqual([0]);
  expect(scaleOf([8.6]).marks).toEqual([0, 2.5, 5, 7.5, 10]);
  const low = scaleOf([3, -1]);
  expect([low.low, low.high]).toEqual([-1, 3]);
  expect([markOf(1_200_000, "en"), markOf(0.00006, "en"), markOf(0, "en")]).toEqual(["1.2M", "0.00006", "0"]);
});

test("refunds hang below, and what is folded has a height but no amount", () => {
  const request = { start: "2026-11-01", end: "2026-11-01", step: "day" } as CostRequest;
  const view = sampleCosts(request, MANY_GROUPS.slice(0, 12));
  const series = seriesOf(view, "model", en.costs);
  expect(series.at(-1)).toMatchObject({ name: "4 more", look: 0, amount: null });
  const period: CostPeriodView = {
    period: "2026-11-01",
    total: "1",
    groups: [
      { key: series[0]?.id ?? "", amount: "3" },
      { key: series[1]?.id ?? "", amount: "-2" },
      ...(series[8]?.keys ?? []).map((key) => ({ key, amount: "0.5" })),
    ],
  };
  expect(piecesOf(period, series).map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [-2, 0],
    [3, 5],
  ]);
  expect(amountIn(period, series[8] as (typeof series)[number])).toBeNull();
  expect([shortPeriod("2026-11", "en"), longPeriod("2026-11", "en"), longPeriod("soon", "en")]).toEqual([
    "Nov",
    "November 2026",
    "soon",
  ]);
});

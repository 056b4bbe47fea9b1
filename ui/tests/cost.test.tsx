// Cost: which days are asked for, the chart with its legend, the table, the file, and every state without amounts.

import axe from "axe-core";
import { afterEach, expect, test, vi } from "vitest";
import type { Core } from "../src/core";
import { fakeCore } from "../src/dev/fake-core";
import { fakeCosts } from "../src/dev/fake-costs";
import { COMPANY, withAccounts } from "../src/dev/sample-cloud";
import { MANY_GROUPS, type SampleGroup, sampleCosts } from "../src/dev/sample-costs";
import type { CostRequest, LanguageChoice } from "../src/wire";
import { appWith, fireEvent, open, press, screen, type, waitFor } from "./window";

const BEIJING = `cn-beijing@${COMPANY.id}`;
const OTHER = "ws-2b80aa51e6c9";

afterEach(() => {
  vi.useRealTimers();
});

async function openScreen(replace: Partial<Core> = {}, language: LanguageChoice = "en"): Promise<void> {
  await open({ app: appWith({}, language) }, replace);
  await press(language === "en" ? "Cost" : "费用");
}

async function openCloud(replace: Partial<Core> = {}): Promise<void> {
  const app = withAccounts([COMPANY]);
  await open({ app: { ...app, preferences: { ...app.preferences, region: BEIJING } } }, replace);
  await press("Cost");
}

const all = (groups: SampleGroup[]) => fakeCosts({ model: groups, apiKey: groups, workspace: groups });

function choose(testId: string, value: string): void {
  const select = screen.getByTestId(testId) as HTMLSelectElement;
  select.value = value;
  fireEvent.change(select);
}

const columns = () => [...screen.getByTestId("cost-chart").querySelectorAll<SVGElement>(".column")];

test("this computer says that nobody is billed; a cloud region does not", async () => {
  await openScreen();
  expect((await screen.findByTestId("cost-pretend")).textContent).toContain(
    "what these calls would cost in Beijing. Nobody is billed",
  );
  await screen.findByText("Days are counted in UTC.");
});

test("in a cloud region days are Beijing's, and the amounts are the bill's", async () => {
  await openCloud();
  await screen.findByTestId("cost-total");
  expect(screen.queryByTestId("cost-pretend")).toBeNull();
  await screen.findByText(/Days are counted in Beijing's time/);
});

test("amounts are shown digit by digit as the service wrote them, taxes as given", async () => {
  const view = {
    ...sampleCosts({ start: "2026-11-01", end: "2026-11-02" } as CostRequest, []),
    total: "1234567.10",
    pretax: "",
    tax: "0.000000",
    groups: [{ key: "qwen-plus", name: "qwen-plus", kind: "one" as const, amount: "1234567.10" }],
  };
  await openScreen({ costs: async () => view });
  expect((await screen.findByTestId("cost-total")).textContent).toBe("CNY 1,234,567.10");
  expect(screen.getByTestId("cost-pretax").textContent).toBe("Not stated");
  expect(screen.getByTestId("cost-tax").textContent).toBe("CNY 0.000000");
  expect(screen.getByTestId("cost-qwen-plus").textContent).toContain("CNY 1,234,567.10100.0%");
});

test("the time, the groups and the workspace are asked of the service", async () => {
  const costs = vi.fn(fakeCosts().costs);
  await openScreen({ costs });
  await screen.findByTestId("cost-total");
  choose("cost-span", "year");
  choose("cost-group", "apiKey");
  await waitFor(() => screen.getByText("Translation evaluation and data"));
  choose("cost-workspace", OTHER);
  await waitFor(() =>
    expect(costs).toHaveBeenLastCalledWith(
      expect.objectContaining({ step: "month", group: "apiKey", workspaceId: OTHER }),
    ),
  );
  expect((await screen.findByTestId("cost-DIMENSION_FILTER_NULL_VALUE")).textContent).toContain("No API key");
});

test("own days are asked for when they are whole, and by month when they are many", async () => {
  const costs = vi.fn(fakeCosts().costs);
  await openScreen({ costs });
  await screen.findByTestId("cost-total");
  choose("cost-span", "own");
  const before = costs.mock.calls.length;
  type(await screen.findByTestId("cost-start"), "2026-03-01");
  type(screen.getByTestId("cost-end"), "2026-02-01");
  fireEvent.click(screen.getByTestId("cost-show-days"));
  await screen.findByText(/^Type two days/);
  expect(costs.mock.calls.length).toBe(before);
  type(screen.getByTestId("cost-end"), "2026-06-30");
  fireEvent.click(screen.getByTestId("cost-show-days"));
  await waitFor(() =>
    expect(costs).toHaveBeenLastCalledWith(
      expect.objectContaining({ start: "2026-03-01", end: "2026-06-30", step: "month" }),
    ),
  );
  expect(screen.queryByText(/^Type two days/)).toBeNull();
});

test("bars are reached with the arrows, and each says what it is", async () => {
  await openScreen();
  const chart = await screen.findByTestId("cost-chart");
  const bars = columns();
  expect(bars).toHaveLength(30);
  expect(bars.filter((bar) => bar.getAttribute("tabindex") === "0")).toEqual([bars[29]]);
  fireEvent.keyDown(chart, { key: "Home" });
  await waitFor(() => expect(document.activeElement).toBe(bars[0]));
  expect(bars[0]?.getAttribute("aria-label")).toMatch(/^\w+ \d+, 2026: CNY 5\.445100\. qwen3-max 3\.4410, /);
  expect((await screen.findByTestId("chart-tip")).textContent).toContain("qwen3-max3.4410");
  fireEvent.keyDown(chart, { key: "ArrowRight" });
  await waitFor(() => expect(document.activeElement).toBe(bars[1]));
  fireEvent.keyDown(chart, { key: "Escape" });
  await waitFor(() => expect(screen.queryByTestId("chart-tip")).toBeNull());
});

test("the legend takes groups out of the chart and puts them back; the table keeps them", async () => {
  await openScreen();
  const item = await screen.findByTestId("legend-qwen-plus");
  const drawn = () => screen.getByTestId("cost-chart").querySelectorAll(".column rect").length;
  const before = drawn();
  fireEvent.click(item);
  await waitFor(() => expect(item.getAttribute("aria-pressed")).toBe("false"));
  expect(drawn()).toBeLessThan(before);
  await screen.findByTestId("cost-qwen-plus");
  fireEvent.click(await screen.findByTestId("legend-all"));
  await waitFor(() => expect(drawn()).toBe(before));
});

test("of twenty groups eight are told apart, the rest has no amount that the service did not write", async () => {
  await openScreen(all(MANY_GROUPS));
  await screen.findByTestId("cost-chart");
  expect(document.querySelectorAll("[data-testid^=legend-]")).toHaveLength(9);
  const rest = screen.getAllByTestId(/^legend-/).at(-1) as HTMLElement;
  expect(rest.textContent).toBe("All the rest");
  expect(document.querySelectorAll(".costs tbody tr")).toHaveLength(MANY_GROUPS.length);
  expect((await screen.findByTestId("cost-qwen-mt-plus")).textContent).toMatch(/Refund.*CNY −[\d,]+\.\d+—/);
});

test("the table is downloaded as the same question", async () => {
  const downloadCosts = vi.fn(fakeCosts().downloadCosts);
  await openScreen({ downloadCosts });
  fireEvent.click(await screen.findByTestId("cost-download"));
  await screen.findByText(/^Saved: ~\/Downloads\/studio-keys-costs-/);
  expect(downloadCosts).toHaveBeenCalledWith(
    expect.objectContaining({ region: "this-computer", group: "model", step: "day" }),
  );
});

test("a file that cannot be written says why", async () => {
  await openScreen({ downloadCosts: () => Promise.reject({ code: "diskFull", path: "/x" }) });
  fireEvent.click(await screen.findByTestId("cost-download"));
  await screen.findByTestId("failure-diskFull");
});

test("without costs this computer leads to a call, a cloud region to a longer time", async () => {
  await openScreen(all([]));
  await screen.findByTestId("no-costs");
  expect((screen.getByTestId("cost-download") as HTMLButtonElement).disabled).toBe(true);
  await press("Make a call");
  await screen.findByRole("heading", { name: "Encrypted calls" });
});

test("an empty month in a cloud region leads to the year, and an empty workspace to all", async () => {
  const costs = vi.fn(all([]).costs);
  await openCloud({ costs });
  await press("Show the last 12 months");
  await waitFor(() => expect(costs).toHaveBeenLastCalledWith(expect.objectContaining({ step: "month" })));
  await screen.findByTestId("no-costs");
  expect(screen.queryByRole("button", { name: "Show the last 12 months" })).toBeNull();
});

test("amounts of nothing are drawn as nothing, and have no share", async () => {
  await openScreen(all([{ key: "qwen-flash", amounts: ["0.00"] }]));
  expect((await screen.findByTestId("cost-qwen-flash")).textContent).toContain("No share");
  expect(columns().every((column) => column.querySelectorAll("rect").length === 1)).toBe(true);
});

test("a missing right is named, with the way to the policy", async () => {
  await openCloud({
    costs: () =>
      Promise.reject({
        code: "permissionMissing",
        action: "modelstudio:GetBillingTrend",
        requestId: "Q-1",
      }),
  });
  const note = await screen.findByTestId("failure-permissionMissing");
  expect(note.textContent).toContain("modelstudio:GetBillingTrend");
  await press("Show the RAM policy", "button", note);
  await screen.findByRole("heading", { name: "Settings" });
});

test("offline keeps what was seen; it is asked again on a press", async () => {
  const core = fakeCore();
  let reachable = true;
  await openCloud({
    costs: (request) =>
      reachable ? core.costs(request) : Promise.reject({ code: "unreachable", host: "h.example" }),
  });
  await screen.findByTestId("cost-total");
  reachable = false;
  await press("Refresh");
  const note = await screen.findByTestId("offline");
  await screen.findByTestId("cost-total");
  reachable = true;
  await press("Try again", "button", note);
  await waitFor(() => expect(screen.queryByTestId("offline")).toBeNull());
});

test("loading is quiet, then a skeleton, then a way out; what is shown stays while others are asked for", async () => {
  const core = fakeCore();
  let answers = false;
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await openScreen({ costs: (request) => (answers ? core.costs(request) : new Promise(() => {})) });
  expect(screen.queryByRole("status", { name: "Loading costs" })).toBeNull();
  await vi.advanceTimersByTimeAsync(400);
  await screen.findByRole("status", { name: "Loading costs" });
  await vi.advanceTimersByTimeAsync(1800);
  await press("Stop waiting");
  answers = true;
  await press("Try again");
  await screen.findByTestId("cost-total");
  answers = false;
  choose("cost-group", "workspace");
  await vi.advanceTimersByTimeAsync(500);
  await screen.findByTestId("cost-qwen3-max");
  expect(screen.getByTestId("cost-chart").parentElement?.getAttribute("aria-busy")).toBe("true");
});

test.each(["en", "zh-CN"] as const)("axe finds nothing on the screen in %s", async (language) => {
  document.title = "Studio Keys";
  await openScreen(all(MANY_GROUPS), language);
  await screen.findByTestId("cost-chart");
  choose("cost-span", "own");
  await screen.findByTestId("cost-start");
  const { violations } = await axe.run(document.documentElement, {
    rules: { "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
});

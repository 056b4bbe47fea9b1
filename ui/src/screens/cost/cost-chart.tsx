// Bars over time, each of the parts that are told apart. One bar can be reached with the Tab key, the others from it with the
// arrows; what a bar says is read aloud and shown beside it. Drawn with attributes and classes: the window's policy allows no
// style text.

import { useRef, useState } from "preact/hooks";
import type { CostGroup, CostView } from "../../wire";
import { useWords, type Words } from "../../words";
import { amountOf, markOf } from "../../words/amounts";
import { ChartColumn } from "./chart-column";
import { ChartTip } from "./chart-tip";
import { isMonth, longPeriod, shortPeriod } from "./period";
import { scaleOf } from "./scale";
import { amountIn, piecesOf, type Series } from "./series";
import { Textures } from "./textures";
import { useWidth } from "./use-width";

const HEIGHT = 240;
const TOP = 10;
/** Names of days are one line below the bars, those of months have the year on a second. */
const FOOT = { day: 24, month: 38 };
/** Room for a mark, by its letters. */
const LETTER = 6.6;
/** Room that a name below a bar needs. */
const NAME = { day: 58, month: 36 };

interface CostChartProps {
  view: CostView;
  group: CostGroup;
  /** Those that are not hidden. */
  series: Series[];
  /** The amounts of before are shown while others are asked for. */
  stale: boolean;
}

export function CostChart({ view, group, series, stale }: CostChartProps) {
  const words = useWords();
  const [box, width] = useWidth<HTMLDivElement>(720);
  const drawing = useRef<SVGSVGElement>(null);
  const [reached, setReached] = useState(view.periods.length - 1);
  const [shown, setShown] = useState<number | null>(null);
  const { periods } = view;
  const last = periods.length - 1;
  const home = Math.min(Math.max(reached, 0), last);

  const bars = periods.map((period) => piecesOf(period, series));
  const scale = scaleOf(bars.flatMap((pieces) => pieces.flatMap(({ from, to }) => [from, to])));
  const marks = scale.marks.map((value) => ({ value, text: markOf(value, words.tag) }));
  const left = Math.ceil(Math.max(...marks.map(({ text }) => text.length)) * LETTER) + 12;
  const step = isMonth(periods[0]?.period ?? "") ? "month" : "day";
  const plot = { left, width: Math.max(width - left - 4, 40), top: TOP, height: HEIGHT - TOP - FOOT[step] };
  const band = plot.width / Math.max(periods.length, 1);
  const every = Math.max(1, Math.ceil(NAME[step] / band));
  const y = (value: number) => plot.top + plot.height * (1 - (value - scale.low) / (scale.high - scale.low));
  const middle = (at: number) => plot.left + band * (at + 0.5);
  /** The last name keeps away from the edge. */
  const nameAt = (at: number) => Math.min(middle(at), width - NAME[step] / 2);
  const isNamed = (at: number) =>
    (last - at) % every === 0 && (at === last || nameAt(last) - nameAt(at) >= NAME[step]);

  const move = (event: KeyboardEvent) => {
    if (event.key === "Escape" && shown !== null) {
      event.preventDefault();
      return setShown(null);
    }
    const to = { ArrowRight: home + 1, ArrowLeft: home - 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), last);
    setReached(next);
    setShown(next);
    drawing.current?.querySelectorAll<SVGElement>(".column")[next]?.focus();
  };
  const pointed = shown === null ? undefined : periods[shown];

  return (
    <div ref={box} class={stale ? "cost-chart stale" : "cost-chart"} aria-busy={stale}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
      <svg
        ref={drawing}
        width={width}
        height={HEIGHT}
        role="group"
        aria-label={`${words.costs.chart(words.costs.groups[group])}. ${words.costs.chartHint}`}
        data-testid="cost-chart"
        onKeyDown={move}
        onPointerLeave={() => setShown(null)}
      >
        <Textures />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the bars say all of it */}
        <g aria-hidden="true">
          {marks.map(({ value, text }) => (
            <g key={value}>
              <line
                class={value === 0 ? "chart-line chart-ground" : "chart-line"}
                x1={plot.left}
                x2={plot.left + plot.width}
                y1={Math.round(y(value)) + 0.5}
                y2={Math.round(y(value)) + 0.5}
              />
              <text class="chart-text" x={plot.left - 8} y={y(value) + 4} text-anchor="end">
                {text}
              </text>
            </g>
          ))}
        </g>
        {periods.map((period, at) => (
          <ChartColumn
            key={period.period}
            label={sayPeriod(view, at, series, words)}
            pieces={bars[at] ?? []}
            band={{ x: plot.left + band * at, width: band, top: plot.top, height: plot.height }}
            y={y}
            reachable={at === home}
            shown={at === shown}
            onShow={() => setShown(at)}
            onFocus={() => {
              setReached(at);
              setShown(at);
            }}
            onBlur={() => setShown(null)}
          />
        ))}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the bars say all of it */}
        <g aria-hidden="true">
          {periods.map(
            ({ period }, at) =>
              isNamed(at) && (
                <text
                  key={period}
                  class="chart-text"
                  x={nameAt(at)}
                  y={HEIGHT - FOOT[step] + 16}
                  text-anchor="middle"
                >
                  {shortPeriod(period, words.tag)}
                  {isMonth(period) && (at - every < 0 || period.endsWith("-01")) && (
                    <tspan x={nameAt(at)} dy={14}>
                      {period.slice(0, 4)}
                    </tspan>
                  )}
                </text>
              ),
          )}
        </g>
      </svg>
      {pointed && shown !== null && (
        <ChartTip view={view} period={pointed} series={series} at={middle(shown)} width={width} />
      )}
    </div>
  );
}

/** "Nov 3, 2026: CNY 12.30. qwen-max 10.00, qwen-plus 2.30". */
function sayPeriod({ periods, currency }: CostView, at: number, series: Series[], words: Words): string {
  const period = periods[at];
  if (!period) return "";
  const parts = series.flatMap((one) => {
    const amount = amountIn(period, one);
    return amount === null ? [] : [words.costs.part(one.name, amount)];
  });
  return words.costs.period(
    longPeriod(period.period, words.tag),
    amountOf(period.total, currency, words.costs),
    parts.join(", "),
  );
}

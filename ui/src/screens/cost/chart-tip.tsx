// What the bar says that is pointed at or reached. It is beside the bar, on the side where there is room.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { CostPeriodView, CostView } from "../../wire";
import { useWords } from "../../words";
import { amountOf, groupedAmount } from "../../words/amounts";
import { longPeriod } from "./period";
import { amountIn, type Series } from "./series";
import { Swatch } from "./textures";

const GAP = 16;

interface ChartTipProps {
  view: CostView;
  period: CostPeriodView;
  series: Series[];
  /** The middle of the bar, and the width of the chart. */
  at: number;
  width: number;
}

export function ChartTip({ view, period, series, at, width }: ChartTipProps) {
  const words = useWords();
  const tip = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = tip.current;
    if (!element) return;
    const own = element.offsetWidth;
    const left = at + GAP + own <= width ? at + GAP : at - GAP - own;
    element.style.left = `${Math.max(0, Math.min(left, width - own))}px`;
  }, [at, width]);

  const parts = series.filter(({ keys }) => period.groups.some(({ key }) => keys.includes(key)));
  return (
    // The bar itself says all of this to those who do not see it.
    <div ref={tip} class="chart-tip" aria-hidden="true" data-testid="chart-tip">
      <div class="chart-tip-head">
        <span>{longPeriod(period.period, words.tag)}</span>
        <strong class="figures">{amountOf(period.total, view.currency, words.costs)}</strong>
      </div>
      {parts.length > 0 && (
        <ul>
          {parts.map((one) => {
            const amount = amountIn(period, one);
            return (
              <li key={one.id}>
                <Swatch look={one.look} />
                <span class="cut">{one.name}</span>
                <span class="figures">
                  {amount === null ? words.costs.othersAmount : groupedAmount(amount)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

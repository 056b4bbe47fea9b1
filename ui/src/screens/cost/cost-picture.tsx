// An answer about costs: what it comes to, the chart with its legend, and the table.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { RegionView } from "../../wire";
import { useWords } from "../../words";
import { CostChart } from "./cost-chart";
import type { Choices } from "./cost-filters";
import { CostLegend } from "./cost-legend";
import { CostTable } from "./cost-table";
import { CostTotals } from "./cost-totals";
import { NoCosts } from "./no-costs";
import { longPeriod } from "./period";
import { isNothing, seriesOf } from "./series";
import type { Asked } from "./use-costs";

interface CostPictureProps {
  region: RegionView;
  asked: Asked;
  /** Others are asked for. */
  asking: boolean;
  choices: Choices;
  onChoose: (change: Partial<Choices>) => void;
  /** What can be done with the answer. */
  children: ComponentChildren;
}

export function CostPicture({ region, asked, asking, choices, onChoose, children }: CostPictureProps) {
  const words = useWords();
  const { view, request } = asked;
  const [hidden, setHidden] = useState<string[]>([]);
  const series = seriesOf(view, request.group, words.costs);
  const gone = hidden.filter((id) => series.some((one) => one.id === id));
  const nothing = isNothing(view);
  const days = words.costs.between(longPeriod(request.start, words.tag), longPeriod(request.end, words.tag));

  return (
    <>
      <div class="cost-head">
        {!nothing && <CostTotals view={view} days={days} />}
        <div class="cost-actions">{children}</div>
      </div>
      {nothing ? (
        <NoCosts region={region} choices={choices} onChoose={onChoose} />
      ) : (
        <>
          <figure class="cost-figure">
            <CostChart
              view={view}
              group={request.group}
              series={series.filter(({ id }) => !gone.includes(id))}
              stale={asking}
            />
            <CostLegend series={series} hidden={gone} onHide={setHidden} />
          </figure>
          <CostTable view={view} group={request.group} series={series} />
        </>
      )}
    </>
  );
}

// What a workspace cost in the last 30 days, small, with the way to the whole picture.

import { useCallback } from "preact/hooks";
import { Button } from "../../parts/button";
import { FailureNote, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { isHere } from "../../place";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import type { CostView, RegionView, WorkspaceRowView } from "../../wire";
import { useWords } from "../../words";
import { amountOf, roughly } from "../../words/amounts";
import { scaleOf } from "../cost/scale";
import { lastDays, todayIn } from "../cost/span";
import { refOf } from "./workspace";

const DAYS = 30;
const WIDTH = 300;
const HEIGHT = 64;
const BAND = WIDTH / DAYS;

export function WorkspaceCost({ region, workspace }: { region: RegionView; workspace: WorkspaceRowView }) {
  const words = useWords();
  const core = useCore();
  const { goTo } = useApp();
  const { id } = region;
  const workspaceId = workspace.id;
  const today = todayIn(region);
  const loading = useLoad(
    useCallback(
      () => core.costs({ region: id, ...lastDays(DAYS, today), step: "day", group: "model", workspaceId }),
      [core, id, today, workspaceId],
    ),
  );
  const view = loading.value;
  const { costs } = words;
  return (
    <>
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      {!view && (loading.waiting === "skeleton" || loading.waiting === "slow") && (
        <Skeleton rows={2} label={costs.loading} />
      )}
      {!view && loading.waiting === "slow" && (
        <SlowNote what={words.waiting.region(words.common.region(region))} onStop={loading.stop} />
      )}
      {loading.stopped && <FailureNote failure={{ code: "interrupted" }} onRetry={loading.reload} />}
      {view && (
        <section>
          <p class="quiet">{costs.thirtyDays}</p>
          <p class="small-total figures">{amountOf(view.total, view.currency, costs)}</p>
          {view.groups.length === 0 ? (
            <p class="quiet">{costs.smallNone}</p>
          ) : (
            <SmallChart view={view} label={costs.small(amountOf(view.total, view.currency, costs))} />
          )}
          {isHere(region) && <p class="field-hint">{costs.pretend}</p>}
        </section>
      )}
      <div>
        <Button
          icon="chartColumn"
          testId="workspace-cost-open"
          onPress={() => goTo("cost", { kind: "costOf", workspace: refOf(id, workspace) })}
        >
          {costs.open}
        </Button>
      </div>
    </>
  );
}

/** The days as bars of one colour; their amounts are in the whole picture. */
function SmallChart({ view, label }: { view: CostView; label: string }) {
  const values = view.periods.map(({ total }) => roughly(total));
  const { low, high } = scaleOf(values);
  const y = (value: number) => HEIGHT * (1 - (value - low) / (high - low));
  return (
    <svg class="small-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {view.periods.map(({ period }, at) => {
        const value = values[at] ?? 0;
        return (
          value !== 0 && (
            <rect
              key={period}
              class="series-1"
              x={at * BAND + 1}
              y={y(Math.max(value, 0))}
              width={BAND - 2}
              height={Math.max(y(Math.min(value, 0)) - y(Math.max(value, 0)), 1)}
            />
          )
        );
      })}
      <line class="chart-line chart-ground" x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
    </svg>
  );
}

// What use of a region cost: over time, told apart by workspace, key or model, with the table below and as a file.

import { useCallback, useMemo, useState } from "preact/hooks";
import { Button, IconButton } from "../../parts/button";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { Badge, Skeleton } from "../../parts/text";
import { isHere } from "../../place";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useToasts } from "../../state/toasts";
import { useAction } from "../../state/use-action";
import { useLoad } from "../../state/use-load";
import { Header } from "../../window/header";
import type { CostRequest, RegionView } from "../../wire";
import { useWords } from "../../words";
import { seenTime } from "../../words/dates";
import { ListFailure } from "../keys/list-notes";
import { type Choices, CostFilters } from "./cost-filters";
import { CostPicture } from "./cost-picture";
import { isNothing } from "./series";
import { daysOf, lastDays, todayIn } from "./span";
import { useCosts } from "./use-costs";

export function CostScreen({ region }: { region: RegionView }) {
  const words = useWords();
  const core = useCore();
  const toasts = useToasts();
  const { errand } = useApp();
  const { id } = region;
  const today = todayIn(region);
  const [choices, setChoices] = useState<Choices>(() => ({
    span: "thirtyDays",
    own: lastDays(30, today),
    group: "model",
    workspaceId:
      errand?.kind === "costOf" && errand.workspace.region === id ? errand.workspace.workspaceId : null,
  }));
  const request = useMemo<CostRequest>(() => {
    const { span, own, group, workspaceId } = choices;
    return { region: id, ...daysOf(span, today, own), group, workspaceId };
  }, [id, today, choices]);
  const { loading, shown, asking } = useCosts(request);
  const known = useLoad(useCallback(() => core.listWorkspaces(id), [core, id]));
  const saving = useAction();
  const { costs } = words;
  const choose = (change: Partial<Choices>) => setChoices((before) => ({ ...before, ...change }));

  return (
    <div class="screen">
      <Header title={costs.title} aside={<Badge>{words.common.region(region)}</Badge>} />
      <div class="banners">
        <ListFailure
          region={region}
          listing={{
            list: loading.value?.view ?? null,
            failure: loading.failure,
            refreshing: asking,
            reload: loading.reload,
          }}
        />
      </div>
      <div class="page page-wide cost-page">
        {isHere(region) && <Note testId="cost-pretend">{costs.pretend}</Note>}
        <CostFilters choices={choices} workspaces={known.value?.workspaces ?? []} onChoose={choose} />
        {!shown && (loading.waiting === "skeleton" || loading.waiting === "slow") && (
          <Skeleton rows={5} label={costs.loading} />
        )}
        {loading.waiting === "slow" && (
          <SlowNote what={words.waiting.region(words.common.region(region))} onStop={loading.stop} />
        )}
        {loading.stopped && (
          <div class="stopped">
            <p>{words.waiting.stopped}</p>
            <Button icon="rotateCcw" onPress={loading.reload}>
              {words.common.tryAgain}
            </Button>
          </div>
        )}
        {shown && (
          <CostPicture region={region} asked={shown} asking={asking} choices={choices} onChoose={choose}>
            <span class="quiet" role="status">
              {asking ? costs.asking : words.clouds.seenAt(seenTime(shown.view.seenAt, words.tag))}
            </span>
            <IconButton icon="refreshCw" label={costs.refresh} onPress={loading.reload} />
            <Button
              icon="download"
              busy={saving.busy}
              disabled={isNothing(shown.view)}
              testId="cost-download"
              onPress={() =>
                saving.run(
                  () => core.downloadCosts(shown.request),
                  ({ path }) => toasts.say(costs.downloaded(path)),
                )
              }
            >
              {costs.download}
            </Button>
          </CostPicture>
        )}
        {saving.failure && <FailureNote failure={saving.failure} />}
        {shown && <p class="quiet">{isHere(region) ? costs.daysUtc : costs.daysBeijing}</p>}
      </div>
    </div>
  );
}

// What a screen that needs a kept key shows until there is one to choose: the wait, what could not be read, and the way to
// a key.

import type { ComponentChildren } from "preact";
import { Button } from "../parts/button";
import { Icon, type IconName } from "../parts/icon";
import { FailureNote, SlowNote } from "../parts/note";
import { Skeleton } from "../parts/text";
import { useApp } from "../state/app-context";
import type { Loading } from "../state/use-load";
import type { RegionView } from "../wire";
import { useWords } from "../words";
import type { KeptPlace } from "./use-kept-keys";

/** A key that can be used now, in a region that suits. */
export function anyToUse(places: KeptPlace[], suits: (region: RegionView) => boolean): boolean {
  return places.some(({ region, keys }) => suits(region) && keys.some(({ disabled }) => !disabled));
}

interface WithKeptKeysProps {
  loading: Loading<KeptPlace[]>;
  icon: IconName;
  /** What the screen is for. */
  lead: string;
  suits: (region: RegionView) => boolean;
  children: (places: KeptPlace[]) => ComponentChildren;
}

export function WithKeptKeys({ loading, icon, lead, suits, children }: WithKeptKeysProps) {
  const words = useWords();
  const { goTo } = useApp();
  const places = loading.value;
  if (!places)
    return (
      <>
        {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
        {(loading.waiting === "skeleton" || loading.waiting === "slow") && (
          <Skeleton rows={3} label={words.keptKeys.loading} />
        )}
        {loading.waiting === "slow" && <SlowNote what={words.waiting.program} onStop={loading.stop} />}
        {loading.stopped && (
          <Button icon="rotateCcw" onPress={loading.reload}>
            {words.common.tryAgain}
          </Button>
        )}
      </>
    );
  return (
    <>
      {places.map(
        ({ region, failure }) =>
          failure && (
            <div key={region.id} class="kept-failure">
              <p>{words.keptKeys.notRead(words.common.region(region))}</p>
              <FailureNote failure={failure} onRetry={loading.reload} />
            </div>
          ),
      )}
      {anyToUse(places, suits) ? (
        children(places)
      ) : (
        <div class="empty" data-testid="no-kept-key">
          <span class="empty-icon">
            <Icon name={icon} size={28} />
          </span>
          <h2>{words.keptKeys.noneTitle}</h2>
          <p>{lead}</p>
          <p>{words.keptKeys.none}</p>
          <Button look="primary" icon="keyRound" onPress={() => goTo("keys")}>
            {words.keptKeys.toKeys}
          </Button>
        </div>
      )}
    </>
  );
}

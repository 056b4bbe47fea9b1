// Temporary keys: making one from any kept key, and those that work now with the time they have left.

import { useState } from "preact/hooks";
import { useKeptKeys } from "../../kept-keys/use-kept-keys";
import { anyToUse, WithKeptKeys } from "../../kept-keys/with-kept-keys";
import { FailureNote, Note } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useApp } from "../../state/app-context";
import { useShownValue } from "../../state/use-shown-value";
import { Header } from "../../window/header";
import { StoreBanner } from "../../window/store-banner";
import type { TemporaryKeyView } from "../../wire";
import { useWords } from "../../words";
import { timeOf } from "../../words/dates";
import { lengthOf } from "../../words/durations";
import { hasTemporaryKeys, NewTemporaryKey } from "./new-temporary-key";
import { TemporaryKeyCard } from "./temporary-key-card";
import { type HeldKey, useTemporaryKeys } from "./use-temporary-keys";

export function TemporaryKeysScreen() {
  const words = useWords();
  const { app } = useApp();
  const kept = useKeptKeys();
  const shown = useShownValue();
  const { loading, keys, add, remove } = useTemporaryKeys();
  const [created, setCreated] = useState<TemporaryKeyView | null>(null);
  const { temporaryKeys } = words;

  return (
    <div class="screen">
      <Header title={temporaryKeys.title} />
      <div class="banners">
        <StoreBanner />
      </div>
      <div class="page">
        <WithKeptKeys loading={kept} icon="timer" lead={temporaryKeys.lead} suits={hasTemporaryKeys}>
          {(places) => (
            <>
              <p class="lead">{temporaryKeys.lead}</p>
              <NewTemporaryKey
                places={places}
                onCreated={(view) => {
                  shown.hide();
                  add(view);
                  setCreated(view);
                }}
              />
            </>
          )}
        </WithKeptKeys>
        <div class="aloud" role="status">
          {created && temporaryKeys.created(timeOf(created.expiresAt, words.tag))}
        </div>
        {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
        {!loading.value && loading.waiting === "skeleton" && (
          <Skeleton rows={2} label={temporaryKeys.loading} />
        )}
        {loading.value && kept.value && (keys.length > 0 || anyToUse(kept.value, hasTemporaryKeys)) && (
          <section class="temporary-list" aria-label={temporaryKeys.list}>
            <h2>{temporaryKeys.list}</h2>
            {keys.length === 0 && <p class="quiet">{temporaryKeys.none}</p>}
            <ClockNote keys={keys} />
            {keys.map((held) => (
              <TemporaryKeyCard
                key={held.view.id}
                held={held}
                region={app.regions.find(({ id }) => id === held.view.parent.region)}
                shown={shown}
                fresh={held.view.id === created?.id}
                onForgotten={() => remove(held.view.id)}
              />
            ))}
          </section>
        )}
      </div>
    </div>
  );
}

/** This computer's clock and the service's are apart. */
function ClockNote({ keys }: { keys: HeldKey[] }) {
  const words = useWords();
  const [worst] = keys
    .map(({ view }) => view.clockAheadSeconds ?? 0)
    .toSorted((one, other) => Math.abs(other) - Math.abs(one));
  if (!worst) return null;
  const by = lengthOf(Math.abs(worst) * 1000, words.times);
  const { temporaryKeys } = words;
  return (
    <Note
      tone="warning"
      title={worst > 0 ? temporaryKeys.clockAhead(by) : temporaryKeys.clockBehind(by)}
      testId="clock-off"
    >
      {temporaryKeys.clockBody}
    </Note>
  );
}

// What is ticked but not saved: how many more and less, which, and what that means. It is in sight below the list.

import { Button } from "../../../parts/button";
import { FailureNote, SlowNote } from "../../../parts/note";
import type { RegionView } from "../../../wire";
import { useWords } from "../../../words";
import type { ModelAccess } from "./use-model-access";

export function AccessChange({ access, region }: { access: ModelAccess; region: RegionView }) {
  const words = useWords();
  const { difference, saving, outcome } = access;
  const { added, removed } = difference;
  const { modelAccess } = words;
  if (added.length + removed.length === 0) return null;
  return (
    <section class="access-change" aria-label={modelAccess.unsaved} data-testid="access-change">
      <details>
        <summary>
          {modelAccess.unsaved}{" "}
          <strong class="figures">
            <span aria-hidden="true">{modelAccess.change(added.length, removed.length)}</span>
            <span class="aloud">{modelAccess.changeAloud(added.length, removed.length)}</span>
          </strong>
        </summary>
        <Names title={modelAccess.added} names={added} sign="+" />
        <Names title={modelAccess.removed} names={removed} sign="−" />
      </details>
      {removed.length > 0 && !outcome && <p class="access-warning">{modelAccess.removedWarning}</p>}
      {saving.slow && (
        <SlowNote what={words.waiting.region(words.common.region(region))} onStop={access.stop} />
      )}
      {saving.failure && <FailureNote failure={saving.failure} />}
      <div class="page-actions">
        {/* After a saving that was not whole, what became of it has the way on. */}
        {!outcome && (
          <Button look="primary" busy={saving.busy} testId="access-save" onPress={() => access.save()}>
            {saving.busy ? modelAccess.saving : modelAccess.save}
          </Button>
        )}
        <Button look="quiet" disabled={saving.busy} onPress={access.discard}>
          {modelAccess.discard}
        </Button>
      </div>
    </section>
  );
}

function Names({ title, names, sign }: { title: string; names: string[]; sign: string }) {
  if (names.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul class="entries mono">
        {names.map((name) => (
          <li key={name}>
            <span aria-hidden="true">{sign} </span>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

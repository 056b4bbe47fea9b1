// What became of a saving: how many models were taken, and which were not, each with the reason.

import { Button } from "../../../parts/button";
import { Note } from "../../../parts/note";
import { useWords } from "../../../words";
import { wordsFor } from "../../../words/failures";
import type { ModelAccess } from "./use-model-access";

export function AccessOutcome({ access }: { access: ModelAccess }) {
  const words = useWords();
  const { outcome, saving } = access;
  const { modelAccess } = words;
  if (!outcome) return null;
  const rest = outcome.failed.flatMap(({ models }) => models);
  if (rest.length === 0) {
    return (
      <Note tone="good" role="status" testId="access-saved">
        {modelAccess.saved(outcome.done.length)}
      </Note>
    );
  }
  return (
    <Note
      tone="danger"
      role="alert"
      testId="access-partly"
      title={
        outcome.done.length > 0
          ? modelAccess.partly(outcome.done.length, rest.length)
          : modelAccess.notSaved(rest.length)
      }
      actions={
        <Button icon="rotateCcw" busy={saving.busy} testId="access-rest" onPress={() => access.save(rest)}>
          {modelAccess.rest}
        </Button>
      }
    >
      {outcome.failed.map(({ models, failure }) => {
        const { what, why, next } = wordsFor(words.failures, failure);
        return (
          <div key={models.join(" ")} class="access-failed">
            <p>
              {what} {why} {next}
            </p>
            <ul class="entries mono">
              {models.map((model) => (
                <li key={model}>{model}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </Note>
  );
}

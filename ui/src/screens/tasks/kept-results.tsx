// The results that are kept on this computer because the user asked, whatever the service has deleted since.

import { useCallback } from "preact/hooks";
import { Button } from "../../parts/button";
import { Code } from "../../parts/code";
import { FailureNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useToasts } from "../../state/toasts";
import { useAction } from "../../state/use-action";
import { useLoad } from "../../state/use-load";
import type { KeptResultView } from "../../wire";
import { useWords } from "../../words";
import { momentOf } from "../../words/dates";
import { shortId } from "./task";

interface KeptResultsProps {
  /** The place. */
  region: string;
  onRemoved: (taskId: string) => void;
}

export function KeptResults({ region, onRemoved }: KeptResultsProps) {
  const { tasks } = useWords();
  const core = useCore();
  const toasts = useToasts();
  const loading = useLoad(useCallback(() => core.keptResults(region), [core, region]));
  const results = loading.value;
  return (
    <>
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      {!results && loading.waiting === "skeleton" && <Skeleton rows={3} label={tasks.keptLoading} />}
      {results?.length === 0 && (
        <div class="empty">
          <h2>{tasks.keptTitle}</h2>
          <p>{tasks.keptEmpty}</p>
        </div>
      )}
      {results && results.length > 0 && (
        <ul class="kept-results" aria-label={tasks.keptList}>
          {results.map((result) => (
            <li key={result.taskId}>
              <KeptResult
                result={result}
                onRemoved={() => {
                  loading.replace((all) => all.filter(({ taskId }) => taskId !== result.taskId));
                  toasts.say(tasks.removed);
                  onRemoved(result.taskId);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function KeptResult({ result, onRemoved }: { result: KeptResultView; onRemoved: () => void }) {
  const words = useWords();
  const core = useCore();
  const removing = useAction();
  const { tasks } = words;
  const { region, taskId } = result;
  return (
    <article class="card kept-result" data-testid={`kept-${taskId}`}>
      <header class="kept-result-head">
        <h2 class="mono" title={taskId}>
          {shortId(taskId)}
        </h2>
        <span>{result.model}</span>
        <span class="quiet">{tasks.keptAt(momentOf(result.keptAt, words.tag))}</span>
        <Button
          look="quiet"
          icon="trash"
          busy={removing.busy}
          onPress={() => removing.run(() => core.removeKeptResult({ region, taskId }), onRemoved)}
        >
          {tasks.remove}
          <span class="aloud"> {shortId(taskId)}</span>
        </Button>
      </header>
      <details>
        <summary>{tasks.showResult}</summary>
        <Code label={tasks.result} text={result.result} />
      </details>
      {removing.failure && <FailureNote failure={removing.failure} />}
    </article>
  );
}

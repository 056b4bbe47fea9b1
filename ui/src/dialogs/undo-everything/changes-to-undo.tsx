// Every change that is to be undone, and what became of it.

import { Icon, type IconName } from "../../parts/icon";
import { FailureNote } from "../../parts/note";
import { targetOf } from "../../tool";
import type { ChangeView, UndoOutcomeView } from "../../wire";
import { useWords } from "../../words";

type State = "isWaiting" | "isUndone" | "isNotUndone";

const ICONS: Record<State, IconName> = {
  isWaiting: "history",
  isUndone: "circleCheck",
  isNotUndone: "triangleAlert",
};

interface ChangesToUndoProps {
  changes: ChangeView[];
  /** Those that are undone by now. */
  undone: ReadonlySet<string>;
  /** What came of each; none while it is under way. */
  outcomes: UndoOutcomeView[] | null;
}

export function ChangesToUndo({ changes, undone, outcomes }: ChangesToUndoProps) {
  const words = useWords();
  return (
    <ul class="to-undo">
      {changes.map((change) => {
        const outcome = outcomes?.find((one) => one.change.id === change.id);
        const state = outcome?.failure
          ? "isNotUndone"
          : outcome || undone.has(change.id)
            ? "isUndone"
            : "isWaiting";
        return (
          <li key={change.id} class={`to-undo-${state}`} data-testid={`to-undo-${change.id}`}>
            <Icon name={ICONS[state]} />
            <div class="to-undo-text">
              <strong class="mono">{words.changes.set(targetOf(change), change.masked)}</strong>{" "}
              <span class="aloud">{words.changes[state]}</span>
              <details class="change-files">
                <summary>{words.changes.files(change.files.length)}</summary>
                <ul>
                  {change.files.map((file) => (
                    <li key={file.path}>
                      <code class="mono">{file.path}</code>
                    </li>
                  ))}
                </ul>
              </details>
              {outcome && outcome.leftAlone.length > 0 && (
                <span>
                  {words.changes.leftAlone} <span class="mono">{words.counted.names(outcome.leftAlone)}</span>
                </span>
              )}
              {outcome?.failure && <FailureNote failure={outcome.failure} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

// One change: what was set, in which files, what fresh programs found, and the way back.

import { Button } from "../../parts/button";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { Badge } from "../../parts/text";
import { Verifications } from "../../parts/verifications";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { targetOf } from "../../tool";
import type { ChangeState, ChangeView } from "../../wire";
import { useWords } from "../../words";
import { momentOf } from "../../words/dates";

const TONES = {
  active: "good",
  replaced: "neutral",
  undone: "neutral",
  unfinished: "warning",
} as const satisfies Record<ChangeState, string>;

interface ChangeCardProps {
  change: ChangeView;
  onUndo: () => void;
  onVerified: (change: ChangeView) => void;
}

export function ChangeCard({ change, onUndo, onVerified }: ChangeCardProps) {
  const words = useWords();
  const core = useCore();
  const verifying = useAction();
  const canUndo = change.state === "active" || change.state === "unfinished";
  return (
    <article class="card change" data-testid={`change-${change.id}`}>
      <header class="change-head">
        <h2 class="change-title mono">{words.changes.set(targetOf(change), change.masked)}</h2>
        <Badge tone={TONES[change.state]}>{words.changes.states[change.state]}</Badge>
        <span class="change-when figures">{momentOf(change.at, words.tag)}</span>
      </header>
      {change.state === "unfinished" && <Note tone="warning">{words.changes.unfinishedNote}</Note>}
      <details class="change-files">
        <summary>{words.changes.files(change.files.length)}</summary>
        <ul>
          {change.files.map((file) => (
            <li key={file.path}>
              <code class="mono">{file.path}</code>
              <span class="quiet">{words.variable.actions[file.action]}</span>
              {file.backup && (
                <span class="change-backup quiet">
                  {words.changes.backup}: <code class="mono">{file.backup}</code>
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
      {change.state === "active" && change.verifications.length > 0 && (
        <Verifications all={change.verifications} label={words.changes.verified} />
      )}
      {verifying.failure && <FailureNote failure={verifying.failure} />}
      {verifying.slow && (
        <SlowNote
          what={change.tool ? words.tools.waitSettings : words.waiting.shells}
          onStop={verifying.stop}
        />
      )}
      {canUndo && (
        <div class="page-actions">
          <Button icon="undo" onPress={onUndo}>
            {words.changes.undo}
          </Button>
          {change.state === "active" && (
            <Button
              look="quiet"
              icon="activity"
              busy={verifying.busy}
              onPress={() => verifying.run(() => core.verifyChange(change.id), onVerified)}
            >
              {words.changes.verify}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

// What will be asked of the service, to read before it is.

import { FailureNote, Note, SlowNote } from "../../parts/note";
import { letInSentence } from "../../permission/state-line";
import type { Editing } from "../../permission/use-editing";
import { useApp } from "../../state/app-context";
import type { Action } from "../../state/use-action";
import type { RegionView, WorkspaceView } from "../../wire";
import { placeOf, useWords } from "../../words";
import { type Draft, fieldOf } from "./draft";

interface SummaryProps {
  draft: Draft;
  editing: Editing;
  region: RegionView;
  workspaces: WorkspaceView[];
  creating: Action;
}

export function Summary({ draft, editing, region, workspaces, creating }: SummaryProps) {
  const words = useWords();
  const { app } = useApp();
  const workspace = workspaces.find((one) => one.id === draft.workspaceId);
  const { kind, models } = editing.draft;
  const limited = kind === "custom";
  const view = limited ? editing.view : null;
  const { failure } = creating;
  return (
    <div class="summary">
      <dl class="facts">
        <dt>{words.create.region}</dt>
        <dd>{words.common.region(region)}</dd>
        <dt>{words.create.workspace}</dt>
        <dd>{workspace?.name ?? (draft.workspaceId || words.create.usualWorkspace)}</dd>
        <dt>{words.create.description}</dt>
        <dd>{draft.description.trim() || <span class="quiet">{words.create.noDescription}</span>}</dd>
        <dt>{words.create.addresses}</dt>
        <dd>
          {view ? (
            <>
              <p>{letInSentence(view.anyone, view.addresses, words.permission.thisKey, words)}</p>
              <Lines all={view.sends} />
            </>
          ) : (
            words.create.anyAddress
          )}
        </dd>
        <dt>{words.create.models}</dt>
        <dd>{limited && models ? <Lines all={models} /> : words.create.everyModel}</dd>
      </dl>
      <Note tone="warning">{limited ? words.create.limitedWarning : words.create.anyoneWarning}</Note>
      <p class="quiet">{words.create.onceNote(words.place[placeOf(app.secretStore, app.platform)])}</p>
      {creating.slow && (
        <SlowNote what={words.waiting.region(words.common.region(region))} onStop={creating.stop} />
      )}
      {creating.stopped && <Note tone="warning">{words.create.stoppedWaiting}</Note>}
      {failure && !fieldOf(failure) && <FailureNote failure={failure} />}
    </div>
  );
}

function Lines({ all }: { all: string[] }) {
  return (
    <ul class="entries mono">
      {all.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

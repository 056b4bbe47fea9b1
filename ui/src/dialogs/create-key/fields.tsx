// The fields of a new key, in the console's order.

import { SelectField, TextField } from "../../parts/field";
import { FailureNote, Note } from "../../parts/note";
import { PermissionEditor } from "../../permission/permission-editor";
import type { Editing } from "../../permission/use-editing";
import { accountOf, isHere } from "../../place";
import { useApp } from "../../state/app-context";
import type { Failure, RegionView, WorkspaceView } from "../../wire";
import { useWords } from "../../words";
import { wordsFor } from "../../words/failures";
import { whoOf } from "../account/identity";
import { characters, DESCRIPTION_LIMIT, type Draft, fieldOf } from "./draft";

interface FieldsProps {
  region: RegionView;
  draft: Draft;
  editing: Editing;
  workspaces: WorkspaceView[];
  problem: Failure | null;
  onChange: (change: Partial<Draft>) => void;
}

export function Fields({ region, draft, editing, workspaces, problem, onChange }: FieldsProps) {
  const words = useWords();
  const sentence = () => {
    if (problem === null || fieldOf(problem) !== "description") return null;
    const { why, next } = wordsFor(words.failures, problem);
    return `${why} ${next}`;
  };
  const length = characters(draft.description);
  /** Which workspace a key needs, where it is chosen. */
  const hintOf = (workspace: WorkspaceView | undefined) => {
    if (!workspace) return undefined;
    const { workspaceDefault, workspaceOther, workspaceHost } = words.clouds;
    const models = workspace.isDefault ? workspaceDefault : workspaceOther;
    return workspace.hosts.some((host) => host.kind === "workspace") ? `${models} ${workspaceHost}` : models;
  };

  const named = workspaces.map((workspace) => ({
    value: workspace.id,
    label: workspace.isDefault ? words.create.defaultWorkspace(workspace.name) : workspace.name,
  }));
  // An account that may not list them creates its keys where the service puts them.
  const options = named.length > 0 ? named : [{ value: "", label: words.create.usualWorkspace }];

  return (
    <div class="fields">
      {region.capabilities.ownerAccount && <Owner />}
      <SelectField
        label={words.create.workspace}
        value={draft.workspaceId}
        options={options}
        hint={isHere(region) ? undefined : hintOf(workspaces.find((one) => one.id === draft.workspaceId))}
        testId="create-workspace"
        onChoose={(workspaceId) => onChange({ workspaceId })}
      />
      <TextField
        label={words.create.description}
        optional
        autoFocus
        hint={words.create.descriptionHint}
        problem={sentence()}
        counter={{
          text: words.create.counted(length, DESCRIPTION_LIMIT),
          aloud: words.create.countedAloud(length, DESCRIPTION_LIMIT),
          over: length > DESCRIPTION_LIMIT,
        }}
        testId="create-description"
        onText={(description) => onChange({ description })}
      />
      <PermissionEditor
        editing={editing}
        workspaceId={draft.workspaceId || null}
        subject={words.permission.thisKey}
      />
      {problem && fieldOf(problem) === "permission" && <FailureNote failure={problem} />}
      <Note tone="info">
        {editing.draft.kind === "all" ? words.create.anyoneWarning : words.create.limitedWarning}
      </Note>
    </div>
  );
}

/** In a region where keys belong to whoever makes them: who that is. There is nothing to choose. */
function Owner() {
  const words = useWords();
  const { app } = useApp();
  const account = accountOf(app);
  return (
    <div class="field" data-testid="owner">
      <div class="field-head">
        <strong>{words.clouds.ownerFact}</strong>
      </div>
      <p>{account?.identity ? whoOf(account.identity, words) : account?.name}</p>
      <div class="field-hint">{words.clouds.ownerHint}</div>
    </div>
  );
}

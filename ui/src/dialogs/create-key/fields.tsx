// The fields of a new key, in the console's order.

import { SelectField, TextField } from "../../parts/field";
import { FailureNote, Note } from "../../parts/note";
import { PermissionEditor } from "../../permission/permission-editor";
import type { Editing } from "../../permission/use-editing";
import type { Failure, WorkspaceView } from "../../wire";
import { useWords } from "../../words";
import { wordsFor } from "../../words/failures";
import { characters, DESCRIPTION_LIMIT, type Draft, fieldOf } from "./draft";

interface FieldsProps {
  draft: Draft;
  editing: Editing;
  workspaces: WorkspaceView[];
  problem: Failure | null;
  onChange: (change: Partial<Draft>) => void;
}

export function Fields({ draft, editing, workspaces, problem, onChange }: FieldsProps) {
  const words = useWords();
  const sentence = () => {
    if (problem === null || fieldOf(problem) !== "description") return null;
    const { why, next } = wordsFor(words.failures, problem);
    return `${why} ${next}`;
  };
  const length = characters(draft.description);

  return (
    <div class="fields">
      <SelectField
        label={words.create.workspace}
        value={draft.workspaceId}
        options={workspaces.map((workspace) => ({
          value: workspace.id,
          label: workspace.isDefault ? words.create.defaultWorkspace(workspace.name) : workspace.name,
        }))}
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

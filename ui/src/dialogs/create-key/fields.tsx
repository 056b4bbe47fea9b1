// The fields of a new key, in the console's order.

import { Choice, SelectField, TextField } from "../../parts/field";
import { Note } from "../../parts/note";
import type { Failure, RegionView, WorkspaceView } from "../../wire";
import { useWords } from "../../words";
import { wordsFor } from "../../words/failures";
import { ADDRESS_LIMIT, characters, DESCRIPTION_LIMIT, type Draft, fieldOf, filledLines } from "./draft";

/** In a small window the fields of Custom would open out of sight. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

interface FieldsProps {
  draft: Draft;
  region: RegionView;
  workspaces: WorkspaceView[];
  problem: Failure | "modelsEmpty" | null;
  onChange: (change: Partial<Draft>) => void;
}

export function Fields({ draft, region, workspaces, problem, onChange }: FieldsProps) {
  const words = useWords();
  const canLimit = region.capabilities.customPermission !== "no";
  const sentence = (field: "description" | "addresses") => {
    if (problem === null || problem === "modelsEmpty" || fieldOf(problem) !== field) return null;
    const { what, why, next } = wordsFor(words.failures, problem);
    return problem.code === "addressInvalid" || problem.code === "addressHasHostBits"
      ? `${what} ${why} ${next}`
      : `${why} ${next}`;
  };
  const length = characters(draft.description);
  const count = filledLines(draft.addresses).length;

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
        problem={sentence("description")}
        counter={{
          text: words.create.counted(length, DESCRIPTION_LIMIT),
          aloud: words.create.countedAloud(length, DESCRIPTION_LIMIT),
          over: length > DESCRIPTION_LIMIT,
        }}
        testId="create-description"
        onText={(description) => onChange({ description })}
      />
      <Choice
        legend={words.create.permission}
        cards
        value={draft.permission}
        options={[
          { value: "all", label: words.create.all, hint: words.create.allHint },
          {
            value: "custom",
            label: words.create.custom,
            hint: canLimit ? words.create.customHint : words.create.customNot,
            disabled: !canLimit,
          },
        ]}
        onChoose={(permission) => onChange({ permission })}
      />
      {draft.permission === "custom" && (
        <div class="fields-custom" ref={bringIntoView}>
          <TextField
            label={words.create.addresses}
            rows={4}
            mono
            initial={draft.addresses}
            hint={words.create.addressesHint}
            problem={sentence("addresses")}
            counter={{
              text: words.create.addressCount(count, ADDRESS_LIMIT),
              aloud: words.create.addressCountAloud(count, ADDRESS_LIMIT),
              over: count > ADDRESS_LIMIT,
            }}
            testId="create-addresses"
            onText={(addresses) => onChange({ addresses })}
          />
          <Choice
            legend={words.create.models}
            value={draft.models}
            options={[
              { value: "every", label: words.create.everyModel },
              { value: "these", label: words.create.theseModels },
            ]}
            onChoose={(models) => onChange({ models })}
          />
          {draft.models === "these" && (
            <TextField
              label={words.create.modelNames}
              rows={3}
              mono
              initial={draft.modelNames}
              hint={words.create.modelsHint}
              problem={problem === "modelsEmpty" ? words.create.modelsEmpty : null}
              testId="create-models"
              onText={(modelNames) => onChange({ modelNames })}
            />
          )}
        </div>
      )}
      <Note tone="info">
        {draft.permission === "all" ? words.create.anyoneWarning : words.create.limitedWarning}
      </Note>
    </div>
  );
}

// Which costs are shown: the time, what they are told apart by, and one workspace or all.

import { SelectField } from "../../parts/field";
import type { CostGroup, WorkspaceView } from "../../wire";
import { useWords } from "../../words";
import { OwnDays } from "./own-days";
import { type Days, SPANS, type Span } from "./span";

const GROUPS: CostGroup[] = ["model", "apiKey", "workspace"];

export interface Choices {
  span: Span;
  /** The days of the span `own`. */
  own: Days;
  group: CostGroup;
  /** One workspace, or `null` for all. */
  workspaceId: string | null;
}

interface CostFiltersProps {
  choices: Choices;
  workspaces: Pick<WorkspaceView, "id" | "name">[];
  onChoose: (change: Partial<Choices>) => void;
}

export function CostFilters({ choices, workspaces, onChoose }: CostFiltersProps) {
  const { costs } = useWords();
  const { span, group, workspaceId } = choices;
  const chosen = workspaceId !== null && !workspaces.some(({ id }) => id === workspaceId);
  return (
    <>
      <fieldset class="cost-filters">
        <legend class="aloud">{costs.filters}</legend>
        <SelectField
          label={costs.span}
          value={span}
          options={SPANS.map((value) => ({ value, label: costs.spans[value] }))}
          testId="cost-span"
          onChoose={(value) => onChoose({ span: SPANS.find((one) => one === value) ?? span })}
        />
        <SelectField
          label={costs.group}
          value={group}
          options={GROUPS.map((value) => ({ value, label: costs.groups[value] }))}
          testId="cost-group"
          onChoose={(value) => onChoose({ group: GROUPS.find((one) => one === value) ?? group })}
        />
        <SelectField
          label={costs.workspace}
          value={workspaceId ?? ""}
          options={[
            { value: "", label: costs.everyWorkspace },
            ...(chosen ? [{ value: workspaceId, label: workspaceId }] : []),
            ...workspaces.map(({ id, name }) => ({ value: id, label: name || id })),
          ]}
          testId="cost-workspace"
          onChoose={(value) => onChoose({ workspaceId: value || null })}
        />
      </fieldset>
      {span === "own" && <OwnDays days={choices.own} onDays={(own) => onChoose({ own })} />}
    </>
  );
}

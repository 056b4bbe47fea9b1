// Which tasks of the last 24 hours are shown.

import { useEffect, useState } from "preact/hooks";
import { nameOf } from "../../key";
import { SelectField, TextField } from "../../parts/field";
import type { KeyView, TaskRowView, TaskStatusView } from "../../wire";
import { useWords } from "../../words";
import type { TaskFilters as Filters, TaskList } from "./use-task-list";

const STATUSES: TaskStatusView[] = ["pending", "running", "succeeded", "failed", "canceled", "unknown"];
const ANY = "";
/** A name that is typed is one question, not one for each letter. */
const PAUSE_MILLIS = 400;

interface TaskFiltersProps {
  list: TaskList;
  /** The keys of the place whose names are known. */
  keys: KeyView[];
}

export function TaskFilters({ list, keys }: TaskFiltersProps) {
  const { tasks } = useWords();
  const { filters, filter } = list;
  const [typed, setTyped] = useState(filters.model ?? "");

  useEffect(() => {
    const model = typed.trim() || null;
    if (model === filters.model) return;
    const timer = setTimeout(() => filter({ model }), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, filters.model, filter]);

  return (
    <fieldset class="task-filters">
      <legend class="aloud">{tasks.filters}</legend>
      <SelectField
        label={tasks.status}
        value={filters.status ?? ANY}
        options={[
          { value: ANY, label: tasks.anyStatus },
          ...STATUSES.map((value) => ({ value, label: tasks.statuses[value] })),
        ]}
        testId="filter-status"
        onChoose={(value) => filter({ status: STATUSES.find((one) => one === value) ?? null })}
      />
      <TextField
        label={tasks.model}
        placeholder={tasks.modelHint}
        initial={typed}
        testId="filter-model"
        onText={setTyped}
      />
      <SelectField
        label={tasks.key}
        value={filters.apiKeyId ?? ANY}
        options={[{ value: ANY, label: tasks.anyKey }, ...creators(keys, list.list?.tasks ?? [], filters)]}
        testId="filter-key"
        onChoose={(value) => filter({ apiKeyId: value === ANY ? null : value })}
      />
    </fieldset>
  );
}

/** Every key that may have made a task, by its name where there is one. */
function creators(
  keys: KeyView[],
  rows: TaskRowView[],
  { apiKeyId }: Filters,
): { value: string; label: string }[] {
  const names = new Map<string, string>();
  if (apiKeyId !== null) names.set(apiKeyId, apiKeyId);
  for (const row of rows) if (row.apiKeyId) names.set(row.apiKeyId, row.keyDescription || row.apiKeyId);
  for (const key of keys) names.set(key.apiKeyId, nameOf(key));
  return [...names].map(([value, label]) => ({ value, label }));
}

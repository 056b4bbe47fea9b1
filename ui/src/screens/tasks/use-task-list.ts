// The list of the last 24 hours: its filters, its page, and its rows with what was heard of them since.

import { useCallback, useRef, useState } from "preact/hooks";
import { useCore } from "../../state/core-context";
import { type Loading, useLoad } from "../../state/use-load";
import type { KeyRef, TaskListView, TaskRowView, TaskStatusView } from "../../wire";
import { mergeRows } from "./task";

export interface TaskFilters {
  status: TaskStatusView | null;
  model: string | null;
  apiKeyId: string | null;
}

const NO_FILTERS: TaskFilters = { status: null, model: null, apiKeyId: null };

export interface TaskList {
  loading: Loading<TaskListView>;
  /** The page as it is known; the one before while another is loaded. */
  list: TaskListView | null;
  filters: TaskFilters;
  filtered: boolean;
  filter(change: Partial<TaskFilters>): void;
  clear(): void;
  /** Another number each time the filters were cleared: what is typed in a field goes with them. */
  round: number;
  goToPage(page: number): void;
  put(tasks: TaskRowView[]): void;
}

export function useTaskList({ region, apiKeyId: askingKey }: KeyRef): TaskList {
  const core = useCore();
  const [filters, setFilters] = useState(NO_FILTERS);
  const [round, setRound] = useState(0);
  const [page, setPage] = useState(1);
  const { status, model, apiKeyId } = filters;
  const loading = useLoad(
    useCallback(
      () => core.listTasks({ key: { region, apiKeyId: askingKey }, status, model, apiKeyId, page }),
      [core, region, askingKey, status, model, apiKeyId, page],
    ),
  );
  const asked = `${region}/${askingKey}`;
  const last = useRef<{ asked: string; list: TaskListView } | null>(null);
  if (loading.value) last.current = { asked, list: loading.value };
  const { replace } = loading;
  return {
    loading,
    list: last.current?.asked === asked ? last.current.list : null,
    filters,
    filtered: status !== null || model !== null || apiKeyId !== null,
    filter: useCallback((change) => {
      setPage(1);
      setFilters((before) => ({ ...before, ...change }));
    }, []),
    clear: () => {
      setPage(1);
      setFilters(NO_FILTERS);
      setRound(round + 1);
    },
    round,
    goToPage: setPage,
    put: useCallback(
      (tasks) => replace((before) => ({ ...before, tasks: mergeRows(before.tasks, tasks) })),
      [replace],
    ),
  };
}

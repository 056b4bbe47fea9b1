// The tasks of the last 24 hours, or the way to the first one.

import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { FailureNote, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useApp } from "../../state/app-context";
import type { KeyRef, KeyView } from "../../wire";
import { useWords } from "../../words";
import { TaskFilters } from "./task-filters";
import { TaskPages } from "./task-pages";
import { TasksTable } from "./tasks-table";
import type { TaskList } from "./use-task-list";

interface RecentTasksProps {
  list: TaskList;
  keyRef: KeyRef;
  keys: KeyView[];
  selected: string | null;
  onOpen: (taskId: string) => void;
}

export function RecentTasks({ list, keyRef, keys, selected, onOpen }: RecentTasksProps) {
  const words = useWords();
  const { goTo } = useApp();
  const { loading, list: page, filtered } = list;
  const { tasks } = words;
  const none = page !== null && page.total === 0 && !loading.failure;
  return (
    <>
      {(!none || filtered) && <TaskFilters key={list.round} list={list} keys={keys} />}
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      {!page && (loading.waiting === "skeleton" || loading.waiting === "slow") && (
        <Skeleton rows={5} label={tasks.loading} />
      )}
      {loading.waiting === "slow" && <SlowNote what={words.waiting.program} onStop={loading.stop} />}
      {loading.stopped && (
        <div class="stopped">
          <p>{words.waiting.stopped}</p>
          <Button icon="rotateCcw" onPress={loading.reload}>
            {words.common.tryAgain}
          </Button>
        </div>
      )}
      {none && filtered && (
        <div class="nothing-found">
          <p>{tasks.nothingFound}</p>
          <Button look="quiet" onPress={() => list.clear()}>
            {tasks.clearFilters}
          </Button>
        </div>
      )}
      {none && !filtered && (
        <div class="empty" data-testid="no-tasks">
          <span class="empty-icon">
            <Icon name="listChecks" size={28} />
          </span>
          <h2>{tasks.emptyTitle}</h2>
          <p>{tasks.empty}</p>
          <Button
            look="primary"
            icon="lockKeyhole"
            onPress={() => goTo("calls", { kind: "makeTask", key: keyRef })}
          >
            {tasks.toCalls}
          </Button>
        </div>
      )}
      {page && page.total > 0 && (
        <>
          <TasksTable tasks={page.tasks} selected={selected} onOpen={onOpen} />
          <TaskPages list={page} onPage={list.goToPage} />
        </>
      )}
    </>
  );
}

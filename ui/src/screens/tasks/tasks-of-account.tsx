// The tasks that one key can see, which are all of its account: in three views, with one task in the panel beside them.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { KeySelect } from "../../kept-keys/key-select";
import { type KeptKey, useChosenKey } from "../../kept-keys/use-chosen-key";
import type { KeptPlace } from "../../kept-keys/use-kept-keys";
import { keyRef } from "../../key";
import { FailureNote } from "../../parts/note";
import { Tabs } from "../../parts/tabs";
import { useApp } from "../../state/app-context";
import type { KeyRef, TaskRowView } from "../../wire";
import { useWords } from "../../words";
import { FollowBar } from "./follow-bar";
import { KeptResults } from "./kept-results";
import { RecentTasks } from "./recent-tasks";
import { isUnfinished, mergeRow, mergeRows, shortId } from "./task";
import { TaskPanel } from "./task-panel";
import { TasksById } from "./tasks-by-id";
import { TasksTable } from "./tasks-table";
import { useFollowing } from "./use-following";
import { useTaskList } from "./use-task-list";

type View = "list" | "byId" | "kept";

interface TasksOfAccountProps {
  places: KeptPlace[];
  /** The screen around what is shown. */
  page: (content: ComponentChildren) => ComponentChildren;
}

export function TasksOfAccount({ places, page }: TasksOfAccountProps) {
  const { errand } = useApp();
  const begin = errand?.kind === "task" ? errand.task.key : null;
  const { chosen, choose } = useChosenKey(places, begin, () => true);
  return chosen && <Asking chosen={chosen} places={places} page={page} onChoose={choose} />;
}

interface AskingProps extends TasksOfAccountProps {
  chosen: KeptKey;
  onChoose: (key: KeyRef) => void;
}

function Asking({ chosen, places, page, onChoose }: AskingProps) {
  const words = useWords();
  const { errand } = useApp();
  const { tasks } = words;
  const asking = keyRef(chosen.keyView);
  const list = useTaskList(asking);
  const [view, setView] = useState<View>("list");
  const [found, setFound] = useState<TaskRowView[] | null>(null);
  const [selected, setSelected] = useState(errand?.kind === "task" ? errand.task.taskId : null);
  const [follow, setFollow] = useState(true);
  const [news, setNews] = useState("");
  const rows = (view === "list" ? list.list?.tasks : view === "byId" ? found : null) ?? [];

  const put = (heard: TaskRowView[]) => {
    const [changed] = heard.filter((task) =>
      rows.some((row) => row.taskId === task.taskId && row.status !== task.status),
    );
    if (changed) setNews(tasks.changed(shortId(changed.taskId), tasks.statuses[changed.status]));
    list.put(heard);
    setFound((before) => before && mergeRows(before, heard));
  };
  const withKnown = (heard: TaskRowView[]) =>
    heard.map((task) =>
      mergeRow(
        list.list?.tasks.find(({ taskId }) => taskId === task.taskId),
        task,
      ),
    );
  const following = useFollowing(asking, rows, follow, put);
  const askedAt = Math.max(list.list?.seenAt ?? 0, following.askedAt ?? 0);
  const open = (taskId: string) => setSelected(taskId);

  return (
    <>
      {page(
        <>
          <p class="lead">{tasks.everyKey}</p>
          <FollowBar
            follow={follow}
            ended={rows.length > 0 && !rows.some(isUnfinished)}
            askedAt={askedAt === 0 ? null : askedAt}
            busy={list.loading.waiting !== null}
            onFollow={setFollow}
            onRefresh={view === "list" ? list.loading.reload : null}
          >
            <KeySelect
              label={tasks.askWith}
              places={places}
              chosen={chosen}
              reason={() => null}
              testId="tasks-key"
              onChoose={(key) => {
                setSelected(null);
                setFound(null);
                onChoose(key);
              }}
            />
          </FollowBar>
          <div class="aloud" role="status">
            {news}
          </div>
          {following.failure && <FailureNote failure={following.failure} onRetry={following.again} />}
          <Tabs<View>
            label={tasks.views}
            tabs={[
              { id: "list", label: tasks.list },
              { id: "byId", label: tasks.byId },
              { id: "kept", label: tasks.keptView },
            ]}
            chosen={view}
            onChoose={setView}
          >
            {view === "list" && (
              <RecentTasks
                list={list}
                keyRef={asking}
                keys={places.find(({ region }) => region.id === asking.region)?.keys ?? []}
                selected={selected}
                onOpen={open}
              />
            )}
            {view === "byId" && (
              <>
                <TasksById keyRef={asking} onFound={(tasks) => setFound(withKnown(tasks))} />
                <div class="aloud" role="status">
                  {found && tasks.lookedUp(found.length)}
                </div>
                {found && found.length > 0 && <TasksTable tasks={found} selected={selected} onOpen={open} />}
              </>
            )}
            {view === "kept" && (
              <KeptResults
                region={asking.region}
                onRemoved={(taskId) => {
                  const known = [...(list.list?.tasks ?? []), ...(found ?? [])];
                  put(known.filter((row) => row.taskId === taskId).map((row) => ({ ...row, kept: false })));
                  if (selected === taskId) setSelected(null);
                }}
              />
            )}
          </Tabs>
        </>,
      )}
      {selected !== null && (
        <TaskPanel
          task={{ key: asking, taskId: selected }}
          row={rows.find(({ taskId }) => taskId === selected)}
          onTask={(task) => put([task])}
          onClose={() => setSelected(null)}
        />
      )}
    </>
  );
}

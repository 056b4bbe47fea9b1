// The side panel with one task: what is known of it, its result, and what can be done with it.

import { useCallback, useEffect, useRef } from "preact/hooks";
import { Button, IconButton } from "../../parts/button";
import { Code } from "../../parts/code";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { CopyRow, Skeleton } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useToasts } from "../../state/toasts";
import { useAction } from "../../state/use-action";
import { useLoad } from "../../state/use-load";
import { useNow } from "../../state/use-now";
import type { TaskRef, TaskRowView, TaskView } from "../../wire";
import { useWords } from "../../words";
import { momentOf } from "../../words/dates";
import { isUnfinished, mergeRow, shortId } from "./task";
import { TaskStatus } from "./task-status";
import { deletionOf } from "./tasks-table";

interface TaskPanelProps {
  task: TaskRef;
  /** Its row, where it is in a list. */
  row: TaskRowView | undefined;
  onTask: (task: TaskView) => void;
  onClose: () => void;
}

export function TaskPanel({ task, row, onTask, onClose }: TaskPanelProps) {
  const words = useWords();
  const core = useCore();
  const { region, apiKeyId } = task.key;
  const { taskId } = task;
  const loading = useLoad(
    useCallback(() => core.getTask({ key: { region, apiKeyId }, taskId }), [core, region, apiKeyId, taskId]),
  );
  const { value, reload, replace } = loading;
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const put = (next: TaskView) => {
    replace(() => next);
    onTask(next);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another task in the panel is another opening of it
  useEffect(() => {
    opener.current = document.activeElement;
    panel.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [taskId]);
  // Its row was heard of since: the result may be there now. What is heard here is not asked for again.
  const known = useRef<string | undefined>(undefined);
  known.current = value?.status;
  const heard = row?.status;
  useEffect(() => {
    if (heard && known.current && heard !== known.current) reload();
  }, [heard, reload]);

  const close = () => {
    onClose();
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };

  return (
    <aside
      ref={panel}
      class="panel task-panel"
      data-testid="task-panel"
      aria-label={words.tasks.panel}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close();
      }}
    >
      <header class="panel-head">
        <h2 tabIndex={-1} class="mono" title={taskId}>
          {shortId(taskId)}
        </h2>
        <IconButton icon="rotateCcw" label={words.tasks.readAgain} onPress={reload} />
        <IconButton icon="x" label={words.tasks.close} onPress={close} />
      </header>
      <div class="panel-body">
        <CopyRow label={words.tasks.taskId} value={taskId} />
        {loading.failure && <FailureNote failure={loading.failure} onRetry={reload} />}
        {!value && (loading.waiting === "skeleton" || loading.waiting === "slow") && (
          <Skeleton rows={4} label={words.tasks.loading} />
        )}
        {loading.waiting === "slow" && <SlowNote what={words.waiting.program} onStop={loading.stop} />}
        {value && (
          <>
            <Facts task={{ ...value, ...mergeRow(row, value) }} />
            <Actions task={value} asking={task} onTask={put} />
            <Result task={value} />
            {value.requestId && <CopyRow label={words.tasks.requestId} value={value.requestId} />}
          </>
        )}
      </div>
    </aside>
  );
}

function Facts({ task }: { task: TaskRowView }) {
  const words = useWords();
  const now = useNow(20_000);
  const { tasks } = words;
  const moment = (at: number | null, otherwise: string) =>
    at === null ? otherwise : momentOf(at, words.tag);
  return (
    <dl class="facts">
      <dt>{tasks.columns.status}</dt>
      <dd>
        <TaskStatus task={task} />
      </dd>
      <dt>{tasks.columns.model}</dt>
      <dd>{task.model || tasks.notStated}</dd>
      <dt>{tasks.createdBy}</dt>
      <dd>{task.keyDescription || task.apiKeyId || tasks.notStated}</dd>
      <dt>{tasks.columns.created}</dt>
      <dd>{moment(task.createdAt, tasks.notStated)}</dd>
      <dt>{tasks.columns.ended}</dt>
      <dd>{moment(task.endedAt, isUnfinished(task) ? tasks.notYet : tasks.notStated)}</dd>
      <dt>{tasks.columns.deleted}</dt>
      <dd class="figures">{deletionOf(task, now, words)}</dd>
    </dl>
  );
}

interface ActionsProps {
  task: TaskView;
  asking: TaskRef;
  onTask: (task: TaskView) => void;
}

function Actions({ task, asking, onTask }: ActionsProps) {
  const { tasks, waiting } = useWords();
  const core = useCore();
  const toasts = useToasts();
  const keeping = useAction();
  const cancelling = useAction();
  const cancel = () =>
    cancelling.run(
      () => core.cancelTask(asking),
      (next) => {
        onTask(next);
        toasts.say(tasks.cancelled);
      },
    );
  const keep = () =>
    keeping.run(
      () => core.keepTaskResult(asking),
      () => onTask({ ...task, kept: true }),
    );
  // The task is further than what is shown: see how it stands.
  const lookAgain = () => {
    cancelling.clear();
    core.getTask(asking).then(onTask, () => undefined);
  };
  const refused = cancelling.failure;
  return (
    <section>
      {task.status === "pending" && (
        <>
          <Button icon="ban" busy={cancelling.busy} testId="task-cancel" onPress={cancel}>
            {tasks.cancel}
          </Button>
          <p class="field-hint">{tasks.cancelHint}</p>
        </>
      )}
      {cancelling.slow && <SlowNote what={waiting.program} onStop={cancelling.stop} />}
      {refused?.code === "taskNotPending" ? (
        <FailureNote
          failure={refused}
          actions={
            <Button icon="rotateCcw" onPress={lookAgain}>
              {tasks.readAgain}
            </Button>
          }
        />
      ) : (
        refused && <FailureNote failure={refused} onRetry={cancel} />
      )}
      {task.result !== null &&
        (task.kept ? (
          <Note tone="good" icon="archive" role="status" testId="task-kept">
            {tasks.keptNow}
          </Note>
        ) : (
          <>
            <Button icon="archive" busy={keeping.busy} testId="task-keep" onPress={keep}>
              {tasks.keep}
            </Button>
            <p class="field-hint">{tasks.keepHint}</p>
          </>
        ))}
      {keeping.failure && <FailureNote failure={keeping.failure} onRetry={keep} />}
    </section>
  );
}

function Result({ task }: { task: TaskView }) {
  const { tasks } = useWords();
  if (task.status === "unknown") return <Note>{tasks.unknownBody}</Note>;
  return (
    <section>
      {(task.errorCode !== null || task.errorMessage !== null) && (
        <Note tone="danger" title={tasks.failedBecause(task.errorCode ?? task.statusText)}>
          {task.errorMessage}
        </Note>
      )}
      <h3>{tasks.result}</h3>
      {task.result === null ? (
        <p class="quiet">{isUnfinished(task) ? tasks.noResult : tasks.noResultEver}</p>
      ) : (
        <Code label={tasks.result} text={task.result} />
      )}
    </section>
  );
}

// The table of tasks. Up and Down move between rows within a column.

import { IconButton } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { moveBetweenRows } from "../../parts/move-between-rows";
import { Cut } from "../../parts/text";
import { useCopy } from "../../state/use-copy";
import { useNow } from "../../state/use-now";
import type { TaskRowView } from "../../wire";
import { useWords, type Words } from "../../words";
import { momentOf, shortMomentOf } from "../../words/dates";
import { lengthOf } from "../../words/durations";
import { shortId } from "./task";
import { TaskStatus } from "./task-status";

/** The time until a deletion is said in minutes. */
const STEP_MILLIS = 20_000;

interface TasksTableProps {
  tasks: TaskRowView[];
  selected: string | null;
  onOpen: (taskId: string) => void;
}

export function TasksTable({ tasks, selected, onOpen }: TasksTableProps) {
  const words = useWords();
  const now = useNow(STEP_MILLIS);
  const { columns } = words.tasks;
  return (
    <table class="keys tasks" aria-label={words.tasks.table} onKeyDown={moveBetweenRows}>
      <thead>
        <tr>
          <th scope="col" class="col-task">
            {columns.task}
          </th>
          <th scope="col" class="col-model">
            {columns.model}
          </th>
          <th scope="col" class="col-task-status">
            {columns.status}
          </th>
          <th scope="col" class="col-moment">
            {columns.created}
          </th>
          <th scope="col" class="col-moment">
            {columns.ended}
          </th>
          <th scope="col" class="col-left">
            {columns.deleted}
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <Row
            key={task.taskId}
            task={task}
            now={now}
            chosen={task.taskId === selected}
            onOpen={() => onOpen(task.taskId)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  task: TaskRowView;
  now: number;
  chosen: boolean;
  onOpen: () => void;
}

function Row({ task, now, chosen, onOpen }: RowProps) {
  const words = useWords();
  const copy = useCopy();
  const { tasks } = words;
  const short = shortId(task.taskId);
  return (
    <tr class={chosen ? "chosen" : undefined} data-testid={`task-${task.taskId}`}>
      <td class="col-task">
        <div class="key-cell">
          <button
            type="button"
            class="row-name mono"
            aria-label={tasks.open(short)}
            aria-expanded={chosen}
            title={task.taskId}
            onClick={onOpen}
          >
            {short}
          </button>
          <span class="row-quick">
            <IconButton icon="copy" label={tasks.copyId(short)} onPress={() => copy.text(task.taskId)} />
          </span>
        </div>
      </td>
      <td class="col-model">
        <Cut text={task.model || tasks.notStated} />
      </td>
      <td class="col-task-status">
        <TaskStatus task={task} />
        {task.kept && (
          <span class="task-kept" title={tasks.keptBadge}>
            <Icon name="archive" size={14} />
            <span class="aloud">{tasks.keptBadge}</span>
          </span>
        )}
      </td>
      <Moment at={task.createdAt} otherwise={tasks.notStated} tag={words.tag} />
      <Moment at={task.endedAt} otherwise={tasks.notYet} tag={words.tag} />
      <td class="col-left figures">{deletionOf(task, now, words)}</td>
    </tr>
  );
}

function Moment({ at, otherwise, tag }: { at: number | null; otherwise: string; tag: string }) {
  return at === null ? (
    <td class="col-moment quiet">{otherwise}</td>
  ) : (
    <td class="col-moment figures" title={momentOf(at, tag)}>
      {shortMomentOf(at, tag)}
    </td>
  );
}

/** "3 h 12 min" until the service deletes it. */
export function deletionOf({ deletedAt }: TaskRowView, now: number, words: Words): string {
  if (deletedAt === null) return words.tasks.notStated;
  return deletedAt <= now ? words.tasks.deletedNow : lengthOf(deletedAt - now, words.times);
}

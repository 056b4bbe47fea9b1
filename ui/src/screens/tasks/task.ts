// What the screen needs to know about tasks apart from drawing them.

import type { TaskRowView } from "../../wire";

/** "f86ec806…a9b1": enough to tell two apart. */
export function shortId(taskId: string): string {
  return taskId.length > 16 ? `${taskId.slice(0, 8)}…${taskId.slice(-4)}` : taskId;
}

/** It waits or runs. A state that this program does not know may end too. */
export function isUnfinished({ status }: Pick<TaskRowView, "status">): boolean {
  return status === "pending" || status === "running" || status === "other";
}

/** A row with what is known now. The service says less of one task than of a list: what it leaves out stays. */
export function mergeRow(before: TaskRowView | undefined, now: TaskRowView): TaskRowView {
  if (!before) return now;
  return {
    ...now,
    model: now.model || before.model,
    apiKeyId: now.apiKeyId || before.apiKeyId,
    keyDescription: now.keyDescription || before.keyDescription,
    createdAt: now.createdAt ?? before.createdAt,
    endedAt: now.endedAt ?? before.endedAt,
    deletedAt: now.deletedAt ?? before.deletedAt,
  };
}

/** The rows, each with what is known of it now. */
export function mergeRows(rows: TaskRowView[], now: TaskRowView[]): TaskRowView[] {
  const fresh = new Map(now.map((row) => [row.taskId, row]));
  return rows.map((row) => mergeRow(row, fresh.get(row.taskId) ?? row));
}

/** The ids in a pasted text, each once. */
export function idsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；"'[\]]+/).filter(Boolean))];
}

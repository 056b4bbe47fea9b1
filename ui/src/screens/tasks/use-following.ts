// Follows the tasks that have not ended: every few seconds those, and only those, are asked for by their ids. Nothing is
// asked while the window is hidden, while it is switched off, or once all have ended.

import { useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { useCore } from "../../state/core-context";
import { useVisible } from "../../state/use-visible";
import type { Failure, KeyRef, TaskRowView, TaskView } from "../../wire";
import { isUnfinished } from "./task";

export const FOLLOW_SECONDS = 5;

interface Following {
  /** Why it came to rest. */
  failure: Failure | null;
  /** When the service last answered. */
  askedAt: number | null;
  /** Begins again after a failure. */
  again(): void;
}

export function useFollowing(
  key: KeyRef,
  rows: TaskRowView[],
  on: boolean,
  put: (tasks: TaskView[]) => void,
): Following {
  const core = useCore();
  const visible = useVisible();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const answer = useRef(put);
  answer.current = put;
  const { region, apiKeyId } = key;
  const ids = rows
    .filter(isUnfinished)
    .map(({ taskId }) => taskId)
    .join("\n");
  const active = on && visible && ids !== "" && failure === null;

  useEffect(() => {
    if (!active) return;
    let alive = true;
    let timer: ReturnType<typeof setTimeout>;
    const later = () => {
      timer = setTimeout(() => {
        core.getTasks({ key: { region, apiKeyId }, taskIds: ids.split("\n") }).then(
          (tasks) => {
            if (!alive) return;
            setAskedAt(Date.now());
            answer.current(tasks);
            later();
          },
          (rejection: unknown) => alive && setFailure(asFailure(rejection)),
        );
      }, FOLLOW_SECONDS * 1000);
    };
    later();
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [core, region, apiKeyId, ids, active]);

  return { failure, askedAt, again: () => setFailure(null) };
}

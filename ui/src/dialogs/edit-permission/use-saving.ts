// Saving a permission for one key after the other. Each key ends for itself: one that cannot be saved does not keep the
// others from it, and what is left can be tried again. What was saved can be taken back.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { useCore } from "../../state/core-context";
import type { Failure, KeyRef, KeyView, PermissionChangedView, UpdatePermissionRequest } from "../../wire";

/** One key to save, with what it is called. */
export interface Job {
  request: UpdatePermissionRequest;
  name: string;
}

export type Outcome =
  | { state: "waiting" }
  | { state: "busy" }
  | { state: "saved"; changed: PermissionChangedView }
  | { state: "failed"; failure: Failure }
  | { state: "undone"; changed: PermissionChangedView };

export interface Saving {
  jobs: Job[];
  outcomeOf(key: KeyRef): Outcome;
  running: "save" | "undo" | null;
  /** The saving ends after the key that is under way. */
  stopping: boolean;
  start(jobs: Job[]): void;
  /** Tries what is not saved yet. */
  resume(): void;
  stop(): void;
  /** Puts back what the saved keys had before. */
  undo(): void;
  undoFailure: Failure | null;
}

const nameOf = (key: KeyRef) => `${key.region}/${key.apiKeyId}`;

export function useSaving(onKey: (key: KeyView) => void): Saving {
  const core = useCore();
  const [jobs, setJobs] = useState<Job[]>([]);
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({});
  const [running, setRunning] = useState<Saving["running"]>(null);
  const [stopping, setStopping] = useState(false);
  const [undoFailure, setUndoFailure] = useState<Failure | null>(null);
  const guard = useRef(false);
  const stopped = useRef(false);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const put = useCallback((key: KeyRef, outcome: Outcome) => {
    if (alive.current) setOutcomes((before) => ({ ...before, [nameOf(key)]: outcome }));
  }, []);

  const walk = useCallback(async (kind: "save" | "undo", work: (() => Promise<void>)[]) => {
    if (guard.current) return;
    guard.current = true;
    stopped.current = false;
    setStopping(false);
    setRunning(kind);
    for (const one of work) {
      if (stopped.current) break;
      await one();
    }
    guard.current = false;
    if (alive.current) setRunning(null);
  }, []);

  const save = useCallback(
    (all: Job[]) =>
      walk(
        "save",
        all.map(({ request }) => async () => {
          put(request.key, { state: "busy" });
          try {
            const changed = await core.updatePermission(request);
            put(request.key, { state: "saved", changed });
            onKey(changed.key);
          } catch (rejection) {
            put(request.key, { state: "failed", failure: asFailure(rejection) });
          }
        }),
      ),
    [core, onKey, put, walk],
  );

  const outcomeOf = (key: KeyRef): Outcome => outcomes[nameOf(key)] ?? { state: "waiting" };

  return {
    jobs,
    outcomeOf,
    running,
    stopping,
    undoFailure,
    start: (all) => {
      // What was saved in an earlier round stays, so that it can still be taken back.
      const saved = jobs.filter(({ request }) => outcomeOf(request.key).state === "saved");
      setJobs([...saved, ...all]);
      setUndoFailure(null);
      void save(all);
    },
    resume: () => {
      const open = (job: Job) => ["waiting", "failed"].includes(outcomeOf(job.request.key).state);
      void save(jobs.filter(open));
    },
    stop: () => {
      stopped.current = true;
      setStopping(true);
    },
    undo: () => {
      setUndoFailure(null);
      void walk(
        "undo",
        jobs.flatMap(({ request }) => {
          const outcome = outcomeOf(request.key);
          if (outcome.state !== "saved") return [];
          const { changed } = outcome;
          return [
            async () => {
              put(request.key, { state: "busy" });
              try {
                const back = await core.updatePermission({
                  key: request.key,
                  expected: changed.key.permission,
                  permission: { type: "restore", permission: changed.before },
                  groups: changed.groupsBefore,
                });
                put(request.key, { state: "undone", changed: back });
                onKey(back.key);
              } catch (rejection) {
                put(request.key, outcome);
                if (alive.current) setUndoFailure(asFailure(rejection));
              }
            },
          ];
        }),
      );
    },
  };
}

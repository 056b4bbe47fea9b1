// One thing the user does at a time: it cannot be started twice, says when it is slow, and keeps its failure until the
// next try.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../failure";
import type { Failure } from "../wire";
import { SLOW_MILLIS } from "./use-load";

export interface Action {
  busy: boolean;
  /** Busy for more than two seconds. */
  slow: boolean;
  failure: Failure | null;
  /** The user stopped waiting for it. */
  stopped: boolean;
  /** Does the work, unless it is being done; `then` gets the answer if nobody stopped waiting for it. */
  run<Answer>(work: () => Promise<Answer>, then: (answer: Answer) => void): void;
  /** Stops waiting. The work itself cannot be called back. */
  stop(): void;
  clear(): void;
}

const IDLE = { busy: false, slow: false, failure: null, stopped: false };

/** A place for one action, with its state. */
export function useAction(): Action {
  const [state, setState] = useState<Omit<Action, "run" | "stop" | "clear">>(IDLE);
  // The guard is a reference and not state: two clicks can arrive before the next drawing.
  const running = useRef<symbol | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(
    () => () => {
      running.current = null;
      clearTimeout(timer.current);
    },
    [],
  );

  const run = useCallback(<Answer>(work: () => Promise<Answer>, then: (answer: Answer) => void) => {
    if (running.current) return;
    const mine = Symbol("action");
    running.current = mine;
    setState({ ...IDLE, busy: true });
    timer.current = setTimeout(() => setState((before) => ({ ...before, slow: before.busy })), SLOW_MILLIS);
    const end = (failure: Failure | null) => {
      running.current = null;
      clearTimeout(timer.current);
      setState({ ...IDLE, failure });
    };
    work().then(
      (answer) => {
        if (running.current !== mine) return;
        end(null);
        then(answer);
      },
      (rejection: unknown) => {
        if (running.current === mine) end(asFailure(rejection));
      },
    );
  }, []);

  const stop = useCallback(() => {
    if (!running.current) return;
    running.current = null;
    clearTimeout(timer.current);
    setState({ ...IDLE, stopped: true });
  }, []);

  const clear = useCallback(() => setState((before) => (before.busy ? before : IDLE)), []);

  return { ...state, run, stop, clear };
}

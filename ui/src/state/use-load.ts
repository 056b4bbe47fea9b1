// Something the screen needs before it can be drawn: quiet for 300 ms, then a skeleton, after 2 s a sentence with a way
// out. A value that is there stays on the screen while it is loaded anew.

import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../failure";
import type { Failure } from "../wire";

/** Nothing moves on the screen before this. */
export const QUIET_MILLIS = 300;
/** After this the screen says what it waits for. */
export const SLOW_MILLIS = 2000;

export interface Loading<Value> {
  value: Value | null;
  failure: Failure | null;
  /** How long the wait has been; `null` when there is none. */
  waiting: "quiet" | "skeleton" | "slow" | null;
  /** The user stopped waiting, and there is no value. */
  stopped: boolean;
  reload(): void;
  stop(): void;
  /** Puts a value in place without asking: an action answered with the new one. */
  replace(change: (value: Value) => Value): void;
}

interface State<Value> {
  value: Value | null;
  failure: Failure | null;
  waiting: Loading<Value>["waiting"];
  stopped: boolean;
}

const BEGINNING = { value: null, failure: null, waiting: "quiet", stopped: false } as const;

/** Loads once at first and again at each `reload`. `load` must keep its identity (`useCallback`); a new one starts anew. */
export function useLoad<Value>(load: () => Promise<Value>): Loading<Value> {
  const [state, setState] = useState<State<Value>>(BEGINNING);
  const [round, setRound] = useState(0);
  const current = useRef(0);
  const loaded = useRef(load);

  // Asked before the frame is drawn, not after it: at the start no frame is drawn until the window is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what asks again
  useLayoutEffect(() => {
    current.current += 1;
    const mine = current.current;
    const alive = () => current.current === mine;
    const fresh = loaded.current !== load;
    loaded.current = load;
    setState((before) => (fresh ? BEGINNING : { ...before, waiting: "quiet", stopped: false }));
    const skeleton = setTimeout(
      () => alive() && setState((before) => ({ ...before, waiting: "skeleton" })),
      QUIET_MILLIS,
    );
    const slow = setTimeout(
      () => alive() && setState((before) => ({ ...before, waiting: "slow" })),
      SLOW_MILLIS,
    );
    const ended = () => {
      clearTimeout(skeleton);
      clearTimeout(slow);
    };
    load().then(
      (value) => {
        ended();
        if (alive()) setState({ value, failure: null, waiting: null, stopped: false });
      },
      (rejection: unknown) => {
        ended();
        if (alive()) setState((before) => ({ ...before, failure: asFailure(rejection), waiting: null }));
      },
    );
    return () => {
      ended();
      current.current += 1;
    };
  }, [load, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const stop = useCallback(() => {
    current.current += 1;
    setState((before) => ({ ...before, waiting: null, stopped: before.value === null }));
  }, []);
  const replace = useCallback((change: (value: Value) => Value) => {
    setState((before) => (before.value === null ? before : { ...before, value: change(before.value) }));
  }, []);

  return { ...state, reload, stop, replace };
}

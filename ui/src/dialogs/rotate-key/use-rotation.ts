// Taking the steps of a rotation, one call each, until it is done, one does not succeed, or the user wants to stop. When
// the dialog goes, the step under way is finished by the program and no further one is begun.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { goesOn } from "../../rotation";
import { useCore } from "../../state/core-context";
import type { Failure, KeyRef, RotationView } from "../../wire";

export type Doing = "stepping" | "undoing" | "finishing";

export interface Rotating {
  rotation: RotationView | null;
  doing: Doing | null;
  /** No further step follows the one under way. */
  stopping: boolean;
  /** The program could not take a step at all. What a step itself met is in the rotation. */
  failure: Failure | null;
  begin(key: KeyRef): void;
  goOn(): void;
  stopAfterThis(): void;
  undo(): void;
  finish(): void;
  /** Shows a rotation that is under way already. */
  show(id: string): void;
}

interface State {
  rotation: RotationView | null;
  doing: Doing | null;
  stopping: boolean;
  failure: Failure | null;
}

/** `onStop` is called whenever no step is under way any more, even if the dialog is gone by then. */
export function useRotation(initial: RotationView | null, onStop: () => void): Rotating {
  const core = useCore();
  const [state, setState] = useState<State>({
    rotation: initial,
    doing: null,
    stopping: false,
    failure: null,
  });
  const busy = useRef(false);
  const stop = useRef(false);
  const stopped = useRef(onStop);
  stopped.current = onStop;

  useEffect(
    () => () => {
      stop.current = true;
    },
    [],
  );

  const run = useCallback(
    async (doing: Doing, first: () => Promise<RotationView>) => {
      if (busy.current) return;
      busy.current = true;
      stop.current = false;
      setState((before) => ({ ...before, doing, stopping: false, failure: null }));
      const put = (rotation: RotationView) => setState((before) => ({ ...before, rotation }));
      let failure: Failure | null = null;
      try {
        let at = await first();
        put(at);
        while (doing === "stepping" && !stop.current && goesOn(at) && !at.failure) {
          const next = await core.continueRotation(at.id);
          // An answer that is no step on would be asked for without end.
          if (next.step === at.step && !next.failure) stop.current = true;
          at = next;
          put(at);
        }
      } catch (rejection) {
        failure = asFailure(rejection);
      }
      busy.current = false;
      setState((before) => ({ ...before, doing: null, stopping: false, failure }));
      stopped.current();
    },
    [core],
  );

  const id = state.rotation?.id ?? "";
  return {
    ...state,
    begin: (key) => void run("stepping", () => core.startRotation(key)),
    goOn: () => void run("stepping", () => core.continueRotation(id)),
    stopAfterThis: () => {
      stop.current = true;
      setState((before) => ({ ...before, stopping: before.doing === "stepping" }));
    },
    undo: () => void run("undoing", () => core.undoRotation(id)),
    finish: () => void run("finishing", () => core.finishRotation(id)),
    show: (wanted) => {
      core.listRotations().then(
        (all) =>
          setState((before) => ({
            ...before,
            rotation: all.find((one) => one.id === wanted) ?? before.rotation,
            failure: null,
          })),
        (rejection: unknown) => setState((before) => ({ ...before, failure: asFailure(rejection) })),
      );
    },
  };
}

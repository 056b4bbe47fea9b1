// The call that goes on, or the last one: asked for again and again while it goes on and the window is seen, and not once
// after that.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { useCore } from "../../state/core-context";
import { type Action, useAction } from "../../state/use-action";
import { useVisible } from "../../state/use-visible";
import type { CallView, Failure, StartCallRequest } from "../../wire";

const ASK_MILLIS = 150;

export interface Call {
  /** As it was when it was last asked for. */
  view: CallView | null;
  going: boolean;
  starting: Action;
  /** Why it cannot be followed any more. */
  lost: Failure | null;
  start(request: StartCallRequest): void;
  stop(): void;
}

/** It has not ended. */
export function goesOn(view: CallView): boolean {
  return view.state.kind === "fetchingPublicKey" || view.state.kind === "waiting";
}

/** `before` is a call that had ended, and is shown until another one begins. */
export function useCall(before: CallView | null): Call {
  const core = useCore();
  const visible = useVisible();
  const starting = useAction();
  const [view, setView] = useState(before);
  const [lost, setLost] = useState<Failure | null>(null);
  const going = view !== null && lost === null && goesOn(view);

  useEffect(() => {
    if (!going || !visible) return;
    let alive = true;
    const timer = setTimeout(() => {
      core.call(view.id).then(
        (next) => alive && setView(next),
        (rejection: unknown) => alive && setLost(asFailure(rejection)),
      );
    }, ASK_MILLIS);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [core, view, going, visible]);

  // Nobody would see the answer of a call once its screen is left. A task that is being made is let be.
  const last = useRef<CallView | null>(null);
  const asTask = useRef(false);
  last.current = going ? view : null;
  useEffect(
    () => () => {
      if (last.current && !asTask.current) core.stopCall(last.current.id).catch(() => undefined);
    },
    [core],
  );

  const { run } = starting;
  return {
    view,
    going,
    starting,
    lost,
    start: useCallback(
      (request) => {
        setView(null);
        setLost(null);
        asTask.current = request.mode === "task";
        run(() => core.startCall(request), setView);
      },
      [core, run],
    ),
    stop: () => {
      if (!view) return;
      core.stopCall(view.id).then(setView, (rejection: unknown) => setLost(asFailure(rejection)));
    },
  };
}

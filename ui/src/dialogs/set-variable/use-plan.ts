// The preview, made anew at each tick. The newest wish counts: an answer to an older one is dropped, and nothing has to
// wait for it.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { useCore } from "../../state/core-context";
import { SLOW_MILLIS } from "../../state/use-load";
import type { DestinationId, Failure, KeyRef, VariablePlanView } from "../../wire";

/** What the user ticked; `null` for what the program recommends. */
export interface Wish {
  destinations: DestinationId[] | null;
  commentOut: string[];
}

export interface Planning {
  plan: VariablePlanView | null;
  busy: boolean;
  slow: boolean;
  failure: Failure | null;
  /** The ticks as they are wanted, even before the plan with them is there. */
  wish: Wish;
  /** Plans with these changes to the wish; with none, once more. */
  ask(change?: Partial<Wish>): void;
}

export function usePlan(key: KeyRef, variable: string): Planning {
  const core = useCore();
  const [state, setState] = useState<Omit<Planning, "ask">>({
    plan: null,
    busy: false,
    slow: false,
    failure: null,
    wish: { destinations: null, commentOut: [] },
  });
  const newest = useRef<symbol | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wish = useRef<Wish>(state.wish);

  const ask = useCallback(
    (change: Partial<Wish> = {}) => {
      const mine = Symbol("plan");
      newest.current = mine;
      wish.current = { ...wish.current, ...change };
      const wanted = wish.current;
      setState((before) => ({ ...before, busy: true, slow: false, failure: null, wish: wanted }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setState((before) => ({ ...before, slow: before.busy })), SLOW_MILLIS);
      const end = (answer: Partial<Planning>) => {
        if (newest.current !== mine) return;
        clearTimeout(timer.current);
        setState((before) => ({ ...before, ...answer, busy: false, slow: false }));
      };
      core.planVariable({ key, variable, ...wanted }).then(
        (plan) => {
          const ticked = plan.destinations.filter((one) => one.ticked).map((one) => one.id);
          if (newest.current === mine) wish.current = { ...wanted, destinations: ticked };
          end({ plan, wish: { ...wanted, destinations: ticked } });
        },
        (rejection: unknown) => end({ failure: asFailure(rejection) }),
      );
    },
    [core, key, variable],
  );

  useEffect(() => {
    ask();
    return () => {
      newest.current = null;
      clearTimeout(timer.current);
    };
  }, [ask]);

  return { ...state, ask };
}

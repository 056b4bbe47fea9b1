// The preview, made anew at each tick. The newest wish counts: an answer to an older one is dropped, and nothing has to
// wait for it.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { useCore } from "../../state/core-context";
import { SLOW_MILLIS } from "../../state/use-load";
import type {
  BaseUrlRequest,
  DestinationId,
  Failure,
  KeyRef,
  VariableMethod,
  VariablePlanView,
} from "../../wire";
import { TARGET_IDS, TARGETS, type TargetId } from "./target";

/** What the user chose and ticked; `null` for what the program recommends. */
export interface Wish {
  target: TargetId;
  /** The variable, for a name of the user's own. */
  ownName: string;
  /** The host of the base URL. */
  origin: string | null;
  method: VariableMethod | null;
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

/** The variable of a wish; nothing while the user's own name is not there. */
export function variableOf(wish: Wish): string {
  return TARGETS[wish.target].variable ?? wish.ownName;
}

/** The base URL of a wish, on a host of the key. */
export function baseUrlOf(wish: Wish, plan: VariablePlanView | null): BaseUrlRequest | null {
  const { baseUrl } = TARGETS[wish.target];
  const origin = wish.origin ?? plan?.hosts[0]?.origin;
  return baseUrl && origin ? { ...baseUrl, origin } : null;
}

/** The wish that a dialog begins with: the usual variable, or the one that it is opened for. */
function beginning(variable: string | undefined, commentOut: string[]): Wish {
  const known = TARGET_IDS.find((id) => TARGETS[id].variable === variable);
  return {
    target: variable ? (known ?? "own") : "dashscope",
    ownName: variable ?? "",
    origin: null,
    method: null,
    destinations: null,
    commentOut,
  };
}

export function usePlan(key: KeyRef, variable?: string, commentOut: string[] = []): Planning {
  const core = useCore();
  const [state, setState] = useState<Omit<Planning, "ask">>({
    plan: null,
    busy: false,
    slow: false,
    failure: null,
    wish: beginning(variable, commentOut),
  });
  const newest = useRef<symbol | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wish = useRef<Wish>(state.wish);
  const last = useRef<VariablePlanView | null>(null);

  const ask = useCallback(
    (change: Partial<Wish> = {}) => {
      const mine = Symbol("plan");
      newest.current = mine;
      wish.current = { ...wish.current, ...change };
      const wanted = wish.current;
      setState((before) => ({ ...before, busy: true, slow: false, failure: null, wish: wanted }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setState((before) => ({ ...before, slow: before.busy })), SLOW_MILLIS);
      const variable = variableOf(wanted);
      if (!variable) {
        clearTimeout(timer.current);
        setState((before) => ({ ...before, busy: false }));
        return;
      }
      const end = (answer: Partial<Planning>) => {
        if (newest.current !== mine) return;
        clearTimeout(timer.current);
        setState((before) => ({ ...before, ...answer, busy: false, slow: false }));
      };
      const { destinations, commentOut, method } = wanted;
      const baseUrl = baseUrlOf(wanted, last.current);
      core.planVariable({ key, variable, destinations, commentOut, method, baseUrl }).then(
        (plan) => {
          last.current = plan;
          const ticked = plan.destinations.filter((one) => one.ticked).map((one) => one.id);
          if (newest.current === mine) wish.current = { ...wanted, destinations: ticked };
          end({ plan, wish: { ...wanted, destinations: ticked } });
        },
        (rejection: unknown) => end({ failure: asFailure(rejection) }),
      );
    },
    [core, key],
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

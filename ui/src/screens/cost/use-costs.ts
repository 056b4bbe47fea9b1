// The costs that are asked for. While others are asked for, those of before stay on the screen.

import { useCallback, useRef } from "preact/hooks";
import { useCore } from "../../state/core-context";
import { type Loading, useLoad } from "../../state/use-load";
import type { CostRequest, CostView } from "../../wire";

export interface Asked {
  request: CostRequest;
  view: CostView;
}

export interface Costs {
  loading: Loading<Asked>;
  /** What is shown: the answer, or the one before it while that is not there. */
  shown: Asked | null;
  asking: boolean;
}

/** `request` must be the same object until something else is asked for. */
export function useCosts(request: CostRequest): Costs {
  const core = useCore();
  const loading = useLoad(
    useCallback(async (): Promise<Asked> => ({ request, view: await core.costs(request) }), [core, request]),
  );
  const before = useRef<Asked | null>(null);
  if (loading.value) before.current = loading.value;
  const asking = loading.waiting !== null;
  return { loading, shown: loading.value ?? (asking ? before.current : null), asking };
}

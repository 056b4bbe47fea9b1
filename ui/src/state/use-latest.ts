// An answer that follows what is typed: asked a moment after the last key, and of several answers only that to the
// newest question counts. The one before it stays on the screen meanwhile.

import { useEffect, useState } from "preact/hooks";
import { asFailure } from "../failure";
import type { Failure } from "../wire";

/** Long enough that a paste or a burst of keys is one question, too short to be seen. */
const PAUSE_MILLIS = 50;

export interface Latest<Answer> {
  answer: Answer | null;
  failure: Failure | null;
  /** The answer is to the question as it stands now. */
  current: boolean;
}

interface State<Answer> {
  asked: (() => Promise<Answer>) | null;
  answer: Answer | null;
  failure: Failure | null;
}

/** Asks anew whenever `ask` is another function (`useCallback`); `null` is no question. */
export function useLatest<Answer>(ask: (() => Promise<Answer>) | null): Latest<Answer> {
  const [state, setState] = useState<State<Answer>>({ asked: null, answer: null, failure: null });

  useEffect(() => {
    if (!ask) return setState({ asked: null, answer: null, failure: null });
    let newest = true;
    const timer = setTimeout(() => {
      ask().then(
        (answer) => newest && setState({ asked: ask, answer, failure: null }),
        (rejection: unknown) =>
          newest && setState((before) => ({ ...before, asked: ask, failure: asFailure(rejection) })),
      );
    }, PAUSE_MILLIS);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [ask]);

  if (!ask) return { answer: null, failure: null, current: true };
  return { answer: state.answer, failure: state.failure, current: state.asked === ask };
}

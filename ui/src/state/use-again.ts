// When to ask again without being told to: when the window is looked at after a while, when the network is back, and,
// while nothing can be reached, after waits that grow. Nothing ticks while the window is hidden.

import { useEffect, useRef } from "preact/hooks";

/** What was seen before this is asked anew when the window is looked at again. */
export const STALE_MILLIS = 5 * 60_000;
/** The first wait while nothing can be reached; each further one is twice as long. */
export const FIRST_WAIT_MILLIS = 30_000;
export const LONGEST_WAIT_MILLIS = 10 * 60_000;

interface Asking {
  /** There is somebody to ask. */
  active: boolean;
  /** It is being asked now. */
  busy: boolean;
  /** Nobody could be reached the last time. */
  failing: boolean;
  ask: () => void;
}

/** How long to wait after so many tries in a row that reached nobody. */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT_MILLIS * 2 ** Math.max(tries - 1, 0), LONGEST_WAIT_MILLIS);
}

export function useAgain({ active, busy, failing, ask }: Asking): void {
  const endedAt = useRef<number | null>(null);
  const tries = useRef(0);

  useEffect(() => {
    if (!active || busy) return;
    endedAt.current = Date.now();
    tries.current = failing ? tries.current + 1 : 0;
  }, [active, busy, failing]);

  useEffect(() => {
    if (!active || busy) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const due = () => {
      const age = Date.now() - (endedAt.current ?? 0);
      return (failing ? waitAfter(tries.current) : STALE_MILLIS) - age;
    };
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === "hidden") return;
      if (due() <= 0) ask();
      else if (failing) timer = setTimeout(look, due());
    };
    const online = () => {
      if (failing && document.visibilityState !== "hidden") ask();
    };
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", online);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", online);
    };
  }, [active, busy, failing, ask]);
}

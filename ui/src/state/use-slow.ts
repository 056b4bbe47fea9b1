// Whether a wait has become so long that the screen says what it waits for.

import { useEffect, useState } from "preact/hooks";
import { SLOW_MILLIS } from "./use-load";

/** True once `waiting` has been true for two seconds without a break. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MILLIS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return slow;
}

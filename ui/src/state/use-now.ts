// The time, for countdowns: drawn anew at each step, not at all while the window is hidden, and at once when it is seen
// again.

import { useEffect, useState } from "preact/hooks";
import { useVisible } from "./use-visible";

/** Milliseconds since 1970 by this computer's clock; follows it every `step` milliseconds, and rests while that is null. */
export function useNow(step: number | null): number {
  const visible = useVisible();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (step === null || !visible) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), step);
    return () => clearInterval(timer);
  }, [step, visible]);
  return now;
}

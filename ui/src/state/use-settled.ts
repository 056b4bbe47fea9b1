// A step that was just reached is not acted on at once: the second press of a double-click on the button that led to it
// must not land on its own.

import { useEffect, useState } from "preact/hooks";

/** What desktops count as a double-click, at most. */
const DOUBLE_CLICK_MILLIS = 500;

/** True a moment after `now` became true. */
export function useSettled(now: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    setSettled(false);
    if (!now) return;
    const timer = setTimeout(() => setSettled(true), DOUBLE_CLICK_MILLIS);
    return () => clearTimeout(timer);
  }, [now]);
  return now && settled;
}

// Whether the window can be seen. What follows a clock or asks again and again rests while it cannot.

import { useEffect, useState } from "preact/hooks";

const seen = () => document.visibilityState !== "hidden";

/** True while the window is not hidden. */
export function useVisible(): boolean {
  const [visible, setVisible] = useState(seen);
  useEffect(() => {
    const follow = () => setVisible(seen());
    document.addEventListener("visibilitychange", follow);
    return () => document.removeEventListener("visibilitychange", follow);
  }, []);
  return visible;
}

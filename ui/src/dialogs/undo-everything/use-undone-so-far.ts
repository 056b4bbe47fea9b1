// How far the program has come: the list of changes says so while they are being undone, one after the other.

import { useEffect, useState } from "preact/hooks";
import { useCore } from "../../state/core-context";

const LOOK_AGAIN_MILLIS = 300;

/** The changes that are undone by now. Nobody is asked while nothing is under way. */
export function useUndoneSoFar(busy: boolean): ReadonlySet<string> {
  const core = useCore();
  const [undone, setUndone] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!busy) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = async () => {
      // Whoever cannot be asked now is asked again.
      const changes = await core.listChanges().catch(() => null);
      if (over) return;
      if (changes) setUndone(new Set(changes.filter((one) => one.state === "undone").map((one) => one.id)));
      timer = setTimeout(look, LOOK_AGAIN_MILLIS);
    };
    timer = setTimeout(look, LOOK_AGAIN_MILLIS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [busy, core]);
  return undone;
}

// The rotations that have not ended, of every place: for the notes above the list of keys and the badges in it.

import { createContext } from "preact";
import { useCallback, useContext, useEffect, useRef, useState } from "preact/hooks";
import type { RotationView } from "../wire";
import { useCore } from "./core-context";
import { useVisible } from "./use-visible";

export interface Rotations {
  all: RotationView[];
  reload(): void;
}

export function useRotations(): Rotations {
  const core = useCore();
  const visible = useVisible();
  const [all, setAll] = useState<RotationView[]>([]);
  const newest = useRef<symbol | null>(null);

  const reload = useCallback(() => {
    const mine = Symbol("rotations");
    newest.current = mine;
    core.listRotations().then(
      (found) => newest.current === mine && setAll(found),
      // What is wrong with the catalog is said by the list of keys, which needs it too.
      () => undefined,
    );
  }, [core]);

  // A reminder can fall due while the window lies hidden for days.
  useEffect(() => {
    if (visible) reload();
    return () => {
      newest.current = null;
    };
  }, [visible, reload]);

  return { all, reload };
}

/** The same for the rows of the list. */
export const RotationsContext = createContext<RotationView[]>([]);

export function useKnownRotations(): RotationView[] {
  return useContext(RotationsContext);
}

// The rotations that have not ended, of every place: for the notes above the list of keys and the badges in it.

import { createContext } from "preact";
import { useCallback, useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Core } from "../core";
import type { RotationView } from "../wire";
import { useCore } from "./core-context";
import { useVisible } from "./use-visible";

export interface Rotations {
  all: RotationView[];
  reload(): void;
  /** The user does not want to be reminded of this one before the next start. */
  putOff(id: string): void;
  isPutOff(id: string): boolean;
}

/** Lasts as long as the window, whichever screens come and go. */
const PUT_OFF = new WeakMap<Core, Set<string>>();

function putOffIn(core: Core): Set<string> {
  const known = PUT_OFF.get(core) ?? new Set<string>();
  PUT_OFF.set(core, known);
  return known;
}

export function useRotations(): Rotations {
  const core = useCore();
  const visible = useVisible();
  const [all, setAll] = useState<RotationView[]>([]);
  const [, setRound] = useState(0);
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

  const putOff = useCallback(
    (id: string) => {
      putOffIn(core).add(id);
      setRound((before) => before + 1);
    },
    [core],
  );
  return { all, reload, putOff, isPutOff: (id) => putOffIn(core).has(id) };
}

/** The same for the rows of the list. */
export const RotationsContext = createContext<RotationView[]>([]);

export function useKnownRotations(): RotationView[] {
  return useContext(RotationsContext);
}

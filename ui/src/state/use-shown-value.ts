// The one secret that is on the screen. Its value lives in this state and nowhere else, and goes when its time is up,
// when the window loses the focus or is hidden, when another one is revealed, and when the component goes.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../failure";
import type { Failure, RevealedView } from "../wire";

export interface ShownValue {
  /** The value of what has this name, if it is the one that is revealed. */
  valueOf(name: string): RevealedView | null;
  failureOf(name: string): Failure | null;
  show(name: string, ask: () => Promise<RevealedView>): void;
  hide(): void;
}

interface Shown {
  name: string;
  revealed: RevealedView | null;
  failure: Failure | null;
}

/** A place in which one secret of several can be revealed. */
export function useShownValue(): ShownValue {
  const [shown, setShown] = useState<Shown | null>(null);
  // An answer that comes after the window was left must not be shown.
  const asked = useRef<symbol | null>(null);

  const hide = useCallback(() => {
    asked.current = null;
    setShown(null);
  }, []);

  const show = useCallback((name: string, ask: () => Promise<RevealedView>) => {
    const mine = Symbol("reveal");
    asked.current = mine;
    setShown(null);
    ask().then(
      (revealed) => {
        if (asked.current === mine) setShown({ name, revealed, failure: null });
      },
      (rejection: unknown) => {
        if (asked.current === mine) setShown({ name, revealed: null, failure: asFailure(rejection) });
      },
    );
  }, []);

  useEffect(() => {
    const left = () => {
      asked.current = null;
      setShown((before) => (before?.revealed ? null : before));
    };
    const hidden = () => {
      if (document.visibilityState === "hidden") left();
    };
    window.addEventListener("blur", left);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      asked.current = null;
      window.removeEventListener("blur", left);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, []);

  const revealed = shown?.revealed;
  useEffect(() => {
    if (!revealed) return;
    const timer = setTimeout(hide, revealed.hidesInSeconds * 1000);
    return () => clearTimeout(timer);
  }, [revealed, hide]);

  return {
    valueOf: (name) => (shown?.name === name ? shown.revealed : null),
    failureOf: (name) => (shown?.name === name ? shown.failure : null),
    show,
    hide,
  };
}

// The one key whose value is on the screen. The value lives in this state and nowhere else, and goes when its time is
// up, when the window loses the focus or is hidden, when another key is revealed, and when the component goes.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../failure";
import { keyRef, sameKey } from "../key";
import type { Failure, KeyRef, RevealedView } from "../wire";
import { useCore } from "./core-context";

export interface Reveal {
  /** The value of this key, if it is the one that is revealed. */
  valueOf(key: KeyRef): RevealedView | null;
  failureOf(key: KeyRef): Failure | null;
  show(key: KeyRef): void;
  hide(): void;
}

interface Shown {
  key: KeyRef;
  revealed: RevealedView | null;
  failure: Failure | null;
}

/** A place in which one key can be revealed. */
export function useReveal(): Reveal {
  const core = useCore();
  const [shown, setShown] = useState<Shown | null>(null);
  // An answer that comes after the window was left must not be shown.
  const asked = useRef<symbol | null>(null);

  const hide = useCallback(() => {
    asked.current = null;
    setShown(null);
  }, []);

  const show = useCallback(
    (key: KeyRef) => {
      const mine = Symbol("reveal");
      asked.current = mine;
      setShown(null);
      core.revealKey(keyRef(key)).then(
        (revealed) => {
          if (asked.current === mine) setShown({ key: keyRef(key), revealed, failure: null });
        },
        (rejection: unknown) => {
          if (asked.current === mine)
            setShown({ key: keyRef(key), revealed: null, failure: asFailure(rejection) });
        },
      );
    },
    [core],
  );

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
    valueOf: (key) => (shown && sameKey(shown.key, key) ? shown.revealed : null),
    failureOf: (key) => (shown && sameKey(shown.key, key) ? shown.failure : null),
    show,
    hide,
  };
}

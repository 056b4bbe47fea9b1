// The one kept key whose value is on the screen.

import { useCallback } from "preact/hooks";
import { keyRef } from "../key";
import type { Failure, KeyRef, RevealedView } from "../wire";
import { useCore } from "./core-context";
import { useShownValue } from "./use-shown-value";

export interface Reveal {
  /** The value of this key, if it is the one that is revealed. */
  valueOf(key: KeyRef): RevealedView | null;
  failureOf(key: KeyRef): Failure | null;
  show(key: KeyRef): void;
  hide(): void;
}

const named = (key: KeyRef) => `${key.region}/${key.apiKeyId}`;

/** A place in which one key can be revealed. */
export function useReveal(): Reveal {
  const core = useCore();
  const shown = useShownValue();
  const { show } = shown;
  return {
    valueOf: (key) => shown.valueOf(named(key)),
    failureOf: (key) => shown.failureOf(named(key)),
    show: useCallback((key) => show(named(key), () => core.revealKey(keyRef(key))), [show, core]),
    hide: shown.hide,
  };
}

// The temporary keys that the program holds, with the moment at which each ends. The service's clock decides that: what
// was left when the program answered is counted down from then on, so that a clock that is off changes nothing.

import { useCallback, useEffect, useRef } from "preact/hooks";
import { useCore } from "../../state/core-context";
import { type Loading, useLoad } from "../../state/use-load";
import { useNow } from "../../state/use-now";
import { useVisible } from "../../state/use-visible";
import type { TemporaryKeyView } from "../../wire";

/** One that has ended stays this long, to say so. */
export const FAREWELL_MILLIS = 5000;

export interface HeldKey {
  view: TemporaryKeyView;
  /** Milliseconds that are left; none or fewer once it has ended. */
  left: number;
}

interface Answered {
  view: TemporaryKeyView;
  /** The moment of its end by this computer's clock. */
  endsHere: number;
}

export interface TemporaryKeys {
  loading: Loading<Answered[]>;
  keys: HeldKey[];
  add(view: TemporaryKeyView): void;
  remove(id: string): void;
}

const answered = (view: TemporaryKeyView): Answered => ({ view, endsHere: Date.now() + view.leftMillis });

export function useTemporaryKeys(): TemporaryKeys {
  const core = useCore();
  const loading = useLoad(
    useCallback(() => core.listTemporaryKeys().then((views) => views.map(answered)), [core]),
  );
  const { value, replace, reload } = loading;
  const now = useNow(value && value.length > 0 ? 1000 : null);

  // The computer may have slept meanwhile.
  const visible = useVisible();
  const wasHidden = useRef(false);
  useEffect(() => {
    if (visible && wasHidden.current) reload();
    wasHidden.current = !visible;
  }, [visible, reload]);

  const over = (value ?? []).filter(({ endsHere }) => now >= endsHere + FAREWELL_MILLIS).length;
  useEffect(() => {
    if (over > 0) replace((all) => all.filter(({ endsHere }) => now < endsHere + FAREWELL_MILLIS));
  }, [over, now, replace]);

  return {
    loading,
    keys: (value ?? [])
      // The time drawn last may be from before the answer: more is never left than was answered.
      .map(({ view, endsHere }) => ({ view, left: Math.min(view.leftMillis, endsHere - now) }))
      .filter(({ left }) => left > -FAREWELL_MILLIS),
    add: (view) => (value ? replace((all) => [answered(view), ...all]) : reload()),
    remove: useCallback((id) => replace((all) => all.filter(({ view }) => view.id !== id)), [replace]),
  };
}

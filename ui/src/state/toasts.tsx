// Short messages at the foot of the window, one at a time. A copied key counts down until the program clears the
// clipboard; the clearing itself is done by the program, not here.

import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";

export type Toast =
  | { kind: "copied"; clearsAt: number | null; seconds: number | null }
  | { kind: "text"; text: string; action?: { label: string; run: () => void } };

export interface Toasts {
  current: Toast | null;
  /** A secret was copied. */
  copied(clearsInSeconds: number | null): void;
  say(text: string, action?: { label: string; run: () => void }): void;
  clear(): void;
}

const TEXT_MILLIS = 8000;

const ToastContext = createContext<Toasts | null>(null);

/** The messages of the window. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error("ToastProvider is missing above this component");
  return toasts;
}

export function ToastProvider({ children }: { children: ComponentChildren }) {
  const [current, setCurrent] = useState<Toast | null>(null);
  const clear = useCallback(() => setCurrent(null), []);

  useEffect(() => {
    if (!current) return;
    const millis =
      current.kind === "copied" && current.clearsAt ? current.clearsAt - Date.now() : TEXT_MILLIS;
    const timer = setTimeout(clear, Math.max(millis, 0));
    return () => clearTimeout(timer);
  }, [current, clear]);

  const toasts = useMemo<Toasts>(
    () => ({
      current,
      clear,
      copied: (seconds) =>
        setCurrent({
          kind: "copied",
          seconds,
          clearsAt: seconds === null ? null : Date.now() + seconds * 1000,
        }),
      say: (text, action) => setCurrent(action ? { kind: "text", text, action } : { kind: "text", text }),
    }),
    [current, clear],
  );

  return <ToastContext.Provider value={toasts}>{children}</ToastContext.Provider>;
}

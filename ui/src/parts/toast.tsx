// Where messages are shown. While a dialog is open they are shown inside it: everything outside it is out of reach.

import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { type Toast, useToasts } from "../state/toasts";
import { useCopy } from "../state/use-copy";
import { useWords } from "../words";
import { Icon } from "./icon";

interface Depth {
  open: number;
  change(by: number): void;
}

const DepthContext = createContext<Depth>({ open: 0, change: () => {} });

/** Counts the dialogs that are open. */
export function DialogDepth({ children }: { children: ComponentChildren }) {
  const [open, setOpen] = useState(0);
  const depth = useMemo<Depth>(() => ({ open, change: (by) => setOpen((before) => before + by) }), [open]);
  return <DepthContext.Provider value={depth}>{children}</DepthContext.Provider>;
}

/** Says that a dialog is open for as long as the component lives. */
export function useDialogDepth(): void {
  const { change } = useContext(DepthContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` is another function after each count, and does the same
  useLayoutEffect(() => {
    change(1);
    return () => change(-1);
  }, []);
}

export function ToastOutlet({ inDialog = false }: { inDialog?: boolean }) {
  const words = useWords();
  const { open } = useContext(DepthContext);
  const { current } = useToasts();
  const mine = inDialog ? open > 0 : open === 0;
  return (
    <div class="toasts" role="status" aria-label={words.toast.region}>
      {mine && current && <ToastBox toast={current} />}
    </div>
  );
}

function ToastBox({ toast }: { toast: Toast }) {
  const words = useWords();
  const toasts = useToasts();
  return (
    <div class="toast">
      {toast.kind === "copied" ? (
        <Copied toast={toast} />
      ) : (
        <>
          <span class="toast-text">{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              class="toast-action"
              onClick={() => {
                toasts.clear();
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </button>
          )}
        </>
      )}
      <button type="button" class="toast-close" aria-label={words.common.close} onClick={toasts.clear}>
        <Icon name="x" size={14} />
      </button>
    </div>
  );
}

function Copied({ toast }: { toast: Extract<Toast, { kind: "copied" }> }) {
  const words = useWords();
  const copy = useCopy();
  return (
    <>
      <Icon name="check" />
      {toast.clearsAt === null || toast.seconds === null ? (
        <span class="toast-text">{words.toast.copiedNever}</span>
      ) : (
        <span class="toast-text">
          <span class="aloud">{words.toast.copiedAloud(toast.seconds)}</span>
          <span aria-hidden="true">
            {words.toast.copied} · <Countdown until={toast.clearsAt} />
          </span>
        </span>
      )}
      <button type="button" class="toast-action" onClick={copy.clearNow}>
        {words.toast.clearNow}
      </button>
    </>
  );
}

/** The seconds left. Draws once a second, and not at all while the window is hidden. */
function Countdown({ until }: { until: number }) {
  const words = useWords();
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` depends on `until` alone
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const follow = () => {
      clearInterval(timer);
      if (document.visibilityState === "hidden") return;
      setSeconds(left());
      timer = setInterval(() => setSeconds(left()), 1000);
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", follow);
    };
  }, [until]);
  return <span class="figures">{words.toast.clearsIn(seconds)}</span>;
}

// What stands in the form of Encrypted calls and what came of the last call: still there when the screen is left and come
// back to. In the memory of the window and nowhere else, since what is said in a call is the user's own.

import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CallMode, CallView, KeyRef, StartCallRequest } from "../wire";

/** The form. What is null was not chosen by the user: what fits the region and the key stands there instead. */
export interface CallDraft {
  key: KeyRef | null;
  /** The origin of the key's host. */
  host: string | null;
  /** An entry of the list of models. */
  model: string | null;
  /** A model that is called by its name. */
  modelName: string;
  text: string;
  mode: CallMode;
  encrypt: boolean | null;
}

/** A call that has ended, and what was asked for. */
export interface EndedCall {
  request: StartCallRequest;
  view: CallView;
}

interface Memory {
  draft: CallDraft;
  ended: EndedCall | null;
}

const EMPTY: CallDraft = {
  key: null,
  host: null,
  model: null,
  modelName: "",
  text: "",
  mode: "whole",
  encrypt: null,
};

const CallMemory = createContext<Memory | null>(null);

export function CallMemoryProvider({ children }: { children: ComponentChildren }) {
  // Not state: nothing that is drawn above the screen depends on it.
  const memory = useRef<Memory>({ draft: EMPTY, ended: null }).current;
  return <CallMemory.Provider value={memory}>{children}</CallMemory.Provider>;
}

function useMemory(): Memory {
  const memory = useContext(CallMemory);
  if (!memory) throw new Error("CallMemoryProvider is missing above this component");
  return memory;
}

/** The form as it was left, but for what the way here `begins` with. */
export function useCallDraft(
  begins: Partial<CallDraft>,
): [draft: CallDraft, put: (change: Partial<CallDraft>) => void] {
  const memory = useMemory();
  const [draft, setDraft] = useState<CallDraft>({ ...memory.draft, ...begins });
  useLayoutEffect(() => {
    memory.draft = draft;
  }, [memory, draft]);
  const put = useCallback(
    (change: Partial<CallDraft>) => setDraft((before) => ({ ...before, ...change })),
    [],
  );
  return [draft, put];
}

/** The call that had ended when the screen was left, and the way to keep another one. */
export function useEndedCall(): [before: EndedCall | null, keep: (ended: EndedCall | null) => void] {
  const memory = useMemory();
  const before = useRef(memory.ended).current;
  const keep = useCallback(
    (ended: EndedCall | null) => {
      memory.ended = ended;
    },
    [memory],
  );
  return [before, keep];
}

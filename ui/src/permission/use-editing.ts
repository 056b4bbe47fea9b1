// One permission being edited: the draft, what the program says about its addresses, the steps back, and what still keeps
// it from being saved.

import { useCallback, useMemo, useState } from "preact/hooks";
import { useCore } from "../state/core-context";
import { useLatest } from "../state/use-latest";
import type { AllowlistEntryView, AllowlistView, Failure, RegionView } from "../wire";
import { addressesOf, type PermissionDraft } from "./draft";
import { splitEntries, withEntries } from "./split";

/** What keeps a permission from being saved. */
export type Obstacle = "checking" | "empty" | "undecided" | "tooMany" | "modelsEmpty" | "notRead";

/** Steps that can be taken back. */
const STEPS = 200;

export interface Editing {
  region: RegionView;
  draft: PermissionDraft;
  /** What stands in the box and is no chip yet. */
  box: string;
  /** The program's answer; of a moment ago while it is asked anew. */
  view: AllowlistView | null;
  failure: Failure | null;
  obstacle: Obstacle | null;
  /** What the program says about a chip; `null` while it is being asked. */
  stateOf(index: number): AllowlistEntryView | null;
  /** What it says about the text in the box. */
  ofBox: AllowlistEntryView[];
  change(step: Partial<PermissionDraft>): void;
  typed(box: string): void;
  /** Makes chips of the box, or of `text`. */
  add(text?: string): void;
  replaceEntry(index: number, text: string): void;
  removeEntries(indexes: number[]): void;
  /** Takes the last chip back into the box and returns its text. */
  takeBack(): string | null;
  /** Makes chips of the box and returns the draft as it is then. */
  settle(): PermissionDraft;
  undo: (() => void) | null;
}

interface Asked {
  entries: string[];
  view: AllowlistView;
}

interface Steps {
  now: PermissionDraft;
  past: PermissionDraft[];
}

export function useEditing(region: RegionView, initial: () => PermissionDraft): Editing {
  const core = useCore();
  const [{ now: draft, past }, setSteps] = useState<Steps>(() => ({ now: initial(), past: [] }));
  const [box, setBox] = useState("");
  const { kind, entries, models } = draft;

  const ask = useMemo(
    () =>
      kind === "all"
        ? null
        : async (): Promise<Asked> => ({
            entries,
            view: await core.explainAllowlist({ region: region.id, text: addressesOf(entries, box) }),
          }),
    [core, region.id, kind, entries, box],
  );
  const { answer, failure, current } = useLatest(ask);
  const view = answer?.view ?? null;

  const byLine = useMemo(() => {
    const lines = new Map<number, AllowlistEntryView[]>();
    for (const entry of view?.entries ?? []) lines.set(entry.line, [...(lines.get(entry.line) ?? []), entry]);
    return lines;
  }, [view]);

  const change = useCallback((step: Partial<PermissionDraft>) => {
    setSteps(({ now, past }) => ({ now: { ...now, ...step }, past: [...past, now].slice(-STEPS) }));
  }, []);
  const undo = useCallback(() => {
    setSteps((steps) => {
      const before = steps.past.at(-1);
      return before ? { now: before, past: steps.past.slice(0, -1) } : steps;
    });
  }, []);

  const settle = (): PermissionDraft => {
    if (splitEntries(box).length === 0) return draft;
    const settled = { ...draft, entries: withEntries(entries, box) };
    change({ entries: settled.entries });
    setBox("");
    return settled;
  };

  return {
    region,
    draft,
    box,
    view,
    failure,
    obstacle: obstacleOf(draft, current ? view : null, current && failure !== null),
    stateOf: (index) => {
      if (answer?.entries[index] !== entries[index]) return null;
      const said = byLine.get(index + 1) ?? [];
      return said.find(({ state }) => state.kind === "problem") ?? said[0] ?? null;
    },
    ofBox: current && box.trim() ? (byLine.get(entries.length + 1) ?? []) : [],
    change,
    typed: setBox,
    add: (text) => {
      const more = withEntries(entries, text ?? box);
      if (more.length > entries.length || more.at(-1) !== entries.at(-1)) change({ entries: more });
      setBox("");
    },
    replaceEntry: (index, text) => {
      const put = splitEntries(text);
      if (put.length === 1 && put[0] === entries[index]) return;
      change({ entries: [...entries.slice(0, index), ...put, ...entries.slice(index + 1)] });
    },
    removeEntries: (indexes) => {
      const gone = new Set(indexes);
      change({ entries: entries.filter((_, index) => !gone.has(index)) });
    },
    takeBack: () => {
      const last = entries.at(-1);
      if (last === undefined) return null;
      change({ entries: entries.slice(0, -1) });
      setBox(last);
      return last;
    },
    settle,
    undo: past.length > 0 ? undo : null,
  };

  function obstacleOf(of: PermissionDraft, said: AllowlistView | null, failed: boolean): Obstacle | null {
    if (of.kind === "all") return null;
    if (of.entries.length === 0 && box.trim() === "") return "empty";
    if (failed) return "notRead";
    if (!said) return "checking";
    if (said.used > said.limit) return "tooMany";
    if (!said.sendable) return said.entries.length === 0 ? "empty" : "undecided";
    if (models !== null && models.length === 0) return "modelsEmpty";
    return null;
  }
}

// Which models a workspace may call, what is ticked but not saved, and saving it. Some of what is saved can be taken and the
// rest refused: the rest stays ticked, and can be tried again.

import { useCallback, useState } from "preact/hooks";
import { useCore } from "../../../state/core-context";
import { type Action, useAction } from "../../../state/use-action";
import { type Loading, useLoad } from "../../../state/use-load";
import type { BatchOutcomeView, ModelAccessView, WorkspaceRef } from "../../../wire";

/** Ticks that are not saved, by workspace. */
export type Drafts = Map<string, string[]>;

export interface Difference {
  added: string[];
  removed: string[];
}

export interface ModelAccess {
  loading: Loading<ModelAccessView>;
  /** The models that are ticked. */
  chosen: string[];
  difference: Difference;
  saving: Action;
  /** What became of the last saving, until something is ticked again. */
  outcome: BatchOutcomeView | null;
  put(chosen: string[]): void;
  discard(): void;
  /** Saves these, or everything that differs. */
  save(only?: string[]): void;
  /** Stops waiting for the saving. What was taken meanwhile is asked for. */
  stop(): void;
}

export function allowedOf(view: ModelAccessView | null): string[] {
  return (view?.models ?? []).filter(({ inference }) => inference).map(({ model }) => model);
}

export function differenceOf(before: string[], after: string[]): Difference {
  const [old, now] = [new Set(before), new Set(after)];
  return {
    added: after.filter((model) => !old.has(model)),
    removed: before.filter((model) => !now.has(model)),
  };
}

export function useModelAccess({ region, workspaceId }: WorkspaceRef, drafts: Drafts): ModelAccess {
  const core = useCore();
  const loading = useLoad(
    useCallback(() => core.listModelAccess({ region, workspaceId }), [core, region, workspaceId]),
  );
  const saving = useAction();
  const [draft, setDraft] = useState<string[] | null>(() => drafts.get(workspaceId) ?? null);
  const [outcome, setOutcome] = useState<BatchOutcomeView | null>(null);
  const allowed = allowedOf(loading.value);
  const chosen = draft ?? allowed;
  const difference = differenceOf(allowed, chosen);

  const keep = (next: string[] | null) => {
    if (next) drafts.set(workspaceId, next);
    else drafts.delete(workspaceId);
    setDraft(next);
  };

  const save = (only?: string[]) => {
    const wanted = only && new Set(only);
    const changes = [
      ...difference.added.map((model) => ({ model, inference: true })),
      ...difference.removed.map((model) => ({ model, inference: false })),
    ].filter(({ model }) => wanted?.has(model) ?? true);
    setOutcome(null);
    saving.run(
      () => core.updateModelAccess({ workspace: { region, workspaceId }, models: changes }),
      (answer) => {
        const now = new Map(changes.map(({ model, inference }) => [model, inference]));
        const done = new Set(answer.done);
        loading.replace((before) => ({
          ...before,
          models: before.models.map((one) =>
            done.has(one.model) ? { ...one, inference: now.get(one.model) ?? one.inference } : one,
          ),
        }));
        if (answer.failed.length === 0 && done.size === difference.added.length + difference.removed.length)
          keep(null);
        setOutcome(answer);
      },
    );
  };

  return {
    loading,
    chosen,
    difference,
    saving,
    outcome,
    put: (next) => {
      setOutcome(null);
      saving.clear();
      keep(next);
    },
    discard: () => {
      setOutcome(null);
      saving.clear();
      keep(null);
    },
    save,
    stop: () => {
      saving.stop();
      loading.reload();
    },
  };
}

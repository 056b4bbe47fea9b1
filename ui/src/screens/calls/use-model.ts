// The model that is to be called: one of those that the workspace of the key lists, or one by its name.

import { useCallback } from "preact/hooks";
import type { CallDraft } from "../../state/call-draft";
import { useCore } from "../../state/core-context";
import { type Loading, useLoad } from "../../state/use-load";
import type { KeyView, ModelView } from "../../wire";

/** Stands for a model that is not in the list. */
export const ANOTHER = "";

export interface ModelChoice {
  loading: Loading<ModelView[]>;
  /** An entry of the list, or `ANOTHER`. */
  entry: string;
  /** The name that was typed for one that is not in the list. */
  typed: string;
  /** What is called; empty while nothing is named. */
  model: string;
  choose(entry: string): void;
  type(name: string): void;
}

export function useModel(
  keyView: KeyView,
  { model: chosen, modelName: typed }: CallDraft,
  onDraft: (change: Partial<CallDraft>) => void,
): ModelChoice {
  const core = useCore();
  const { region, workspaceId, permission } = keyView;
  const loading = useLoad(
    useCallback(
      () => core.listModels({ region, workspaceId: workspaceId || null }),
      [core, region, workspaceId],
    ),
  );
  const models = loading.value ?? [];
  const allowed = permission.type === "all" ? null : permission.models;
  const first = models.find(({ id, callable }) => callable !== false && (allowed?.includes(id) ?? true));
  const listed = models.some(({ id }) => id === chosen);
  const entry = chosen !== null && (listed || chosen === ANOTHER) ? chosen : (first?.id ?? ANOTHER);
  return {
    loading,
    entry,
    model: entry === ANOTHER ? typed.trim() : entry,
    typed,
    choose: (model) => onDraft({ model }),
    type: (modelName) => onDraft({ modelName }),
  };
}

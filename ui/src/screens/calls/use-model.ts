// The model that is to be called: one of those that the workspace of the key lists, or one by its name.

import { useCallback, useState } from "preact/hooks";
import { useCore } from "../../state/core-context";
import { type Loading, useLoad } from "../../state/use-load";
import type { KeyView, ModelView } from "../../wire";

/** Stands for a model that is not in the list. */
export const ANOTHER = "";

export interface ModelChoice {
  loading: Loading<ModelView[]>;
  /** An entry of the list, or `ANOTHER`. */
  entry: string;
  /** What is called; empty while nothing is named. */
  model: string;
  choose(entry: string): void;
  type(name: string): void;
}

export function useModel(keyView: KeyView): ModelChoice {
  const core = useCore();
  const { region, workspaceId, permission } = keyView;
  const loading = useLoad(
    useCallback(
      () => core.listModels({ region, workspaceId: workspaceId || null }),
      [core, region, workspaceId],
    ),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const models = loading.value ?? [];
  const allowed = permission.type === "all" ? null : permission.models;
  const first = models.find(({ id, callable }) => callable !== false && (allowed?.includes(id) ?? true));
  const listed = models.some(({ id }) => id === chosen);
  const entry = chosen !== null && (listed || chosen === ANOTHER) ? chosen : (first?.id ?? ANOTHER);
  return {
    loading,
    entry,
    model: entry === ANOTHER ? typed.trim() : entry,
    choose: setChosen,
    type: setTyped,
  };
}

// The workspaces of a region. What was asked once stays on the screen while it is asked again, and when that fails.

import { useCallback, useEffect, useRef } from "preact/hooks";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { type Loading, useLoad } from "../../state/use-load";
import type { RegionView, WorkspaceList } from "../../wire";

export interface Workspaces extends Loading<WorkspaceList> {
  /** It is being asked behind the list. */
  refreshing: boolean;
}

export function useWorkspaces(region: RegionView): Workspaces {
  const core = useCore();
  const { regions } = useApp();
  const { id } = region;
  const loading = useLoad(useCallback(() => core.listWorkspaces(id), [core, id]));
  const { failure, reload } = loading;

  // The region was reached again, for its keys: what failed here is worth another try.
  const { lastSeen } = regions.newsOf(region);
  const seenAt = useRef(lastSeen?.at);
  useEffect(() => {
    if (seenAt.current === lastSeen?.at) return;
    seenAt.current = lastSeen?.at;
    if (failure) reload();
  }, [lastSeen?.at, failure, reload]);

  return { ...loading, refreshing: loading.value !== null && loading.waiting !== null };
}

// Which keys of a list are shown, and in which order: the filters and orders of the service itself.

import type { KeyView, RegionView, WorkspaceView } from "../../wire";

export type Whose = "all" | "own" | "others";
export type Order = "createdDesc" | "createdAsc" | "idDesc" | "idAsc";

export const WHOSE: Whose[] = ["all", "own", "others"];
export const ORDERS: Order[] = ["createdDesc", "createdAsc", "idDesc", "idAsc"];

export interface Arrangement {
  whose: Whose;
  /** One workspace, or `null` for all. */
  workspaceId: string | null;
  order: Order;
}

export const UNARRANGED: Arrangement = { whose: "all", workspaceId: null, order: "createdDesc" };

/** Something is left out. The order leaves nothing out. */
export function isFiltered(arrangement: Arrangement): boolean {
  return arrangement.whose !== "all" || arrangement.workspaceId !== null;
}

/** Ids are numbers that a JavaScript number cannot hold. */
function compareIds(one: KeyView, other: KeyView): number {
  return (
    one.apiKeyId.length - other.apiKeyId.length ||
    (one.apiKeyId < other.apiKeyId ? -1 : Number(one.apiKeyId > other.apiKeyId))
  );
}

const COMPARE: Record<Order, (one: KeyView, other: KeyView) => number> = {
  createdDesc: (one, other) => other.createdAt - one.createdAt || compareIds(other, one),
  createdAsc: (one, other) => one.createdAt - other.createdAt || compareIds(one, other),
  idDesc: (one, other) => compareIds(other, one),
  idAsc: compareIds,
};

export function arrange(keys: KeyView[], { whose, workspaceId, order }: Arrangement): KeyView[] {
  return keys
    .filter((key) => whose === "all" || key.own === (whose === "own"))
    .filter((key) => workspaceId === null || key.workspaceId === workspaceId)
    .toSorted(COMPARE[order]);
}

/** Own keys and those of others can be told apart, and there are both. */
export function hasOthers(keys: KeyView[]): boolean {
  return keys.some((key) => key.own === true) && keys.some((key) => key.own === false);
}

/** The workspaces that the keys are in: more than one, or there is nothing to choose. */
export function workspacesOf(keys: KeyView[], known: WorkspaceView[]): { id: string; name: string }[] {
  const names = new Map(keys.map((key) => [key.workspaceId, key.workspaceName || key.workspaceId]));
  for (const one of known) if (names.has(one.id)) names.set(one.id, one.name);
  return names.size < 2 ? [] : [...names].map(([id, name]) => ({ id, name }));
}

/** Keys that may still be created before the limit; `null` where it is far, or not known. */
export function leftOf(quota: { used: number; limit: number } | null): number | null {
  if (!quota) return null;
  const left = quota.limit - quota.used;
  return left <= Math.max(2, Math.ceil(quota.limit / 10)) ? Math.max(left, 0) : null;
}

/** What the region cannot do with a key, so that it is shown greyed with the reason. */
export type Cannot = "customPermission" | "disable" | "reset";

/** The sentence that says so; `undefined` where the region can. */
export function reasonNot(
  region: RegionView,
  what: Cannot,
  sentences: Record<Cannot, (region: string) => string>,
  name: string,
): string | undefined {
  return region.capabilities[what] === "no" ? sentences[what](name) : undefined;
}

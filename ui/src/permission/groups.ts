// Which groups a list is saved with. The program keeps that, so that a group that changes finds the keys that use it.

import { sameKey } from "../key";
import type { AddressGroupView, KeyRef } from "../wire";
import type { PermissionDraft } from "./draft";

/**
 * Groups that were put in or were there before, and are still in the list with all their addresses. A key that has an
 * earlier version of a group keeps it.
 */
export function groupsOf(
  groups: AddressGroupView[],
  draft: PermissionDraft,
  sends: string[],
  key: KeyRef,
): string[] {
  if (draft.kind === "all") return [];
  const list = new Set(sends);
  return groups
    .filter((group) => {
      const before = group.usedBy.some((one) => sameKey(one, key));
      const outdated = group.outdated.some((one) => sameKey(one, key));
      const whole = group.entries.every((entry) => list.has(entry));
      return (before || draft.groups.includes(group.id)) && (whole || outdated);
    })
    .map(({ id }) => id);
}

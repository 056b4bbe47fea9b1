// The permission in the editor, before it is a request: what was typed stays as it was typed.

import type { PermissionRequest, PermissionView } from "../wire";

export interface PermissionDraft {
  kind: "all" | "custom";
  /** One a chip. */
  entries: string[];
  /** Exactly these; `null` for all models, including future ones. */
  models: string[] | null;
  /** Ids of the groups whose addresses were put in. */
  groups: string[];
}

export const UNLIMITED: PermissionDraft = { kind: "all", entries: [], models: null, groups: [] };

/** The draft that an editor of this permission opens with. */
export function draftOf(permission: PermissionView, groups: string[] = []): PermissionDraft {
  if (permission.type === "all") return { ...UNLIMITED, groups };
  const { accessIps, anyAddress, models } = permission;
  return {
    kind: "custom",
    // A limit on models alone: the service has no list then, and the editor shows who that is.
    entries: accessIps.length === 0 && anyAddress ? ["0.0.0.0/0"] : accessIps,
    models,
    groups,
  };
}

/** As the program takes it. `box` is what was typed and is no chip yet. */
export function requestOf(draft: PermissionDraft, box = ""): PermissionRequest {
  if (draft.kind === "all") return { type: "all" };
  return { type: "custom", addresses: addressesOf(draft.entries, box), models: draft.models };
}

/** The chips and the box as one text, one a line: the number of a line is the place of a chip. */
export function addressesOf(entries: string[], box: string): string {
  return [...entries, ...(box.trim() ? [box] : [])].join("\n");
}

/** The names that a scope could have after a tick. */
export function toggled(models: string[], name: string, on: boolean): string[] {
  return on ? [...models.filter((one) => one !== name), name] : models.filter((one) => one !== name);
}

// What was typed into the create dialog, and what can be said about it before the service is asked. Whether a line is
// an address is the program's to say: it names the line in its failure.

import type { CreateKeyRequest, Failure, RegionView, WorkspaceView } from "../../wire";

export const DESCRIPTION_LIMIT = 200;
export const ADDRESS_LIMIT = 20;

export interface Draft {
  workspaceId: string;
  description: string;
  permission: "all" | "custom";
  addresses: string;
  models: "every" | "these";
  modelNames: string;
}

export function emptyDraft(workspaces: WorkspaceView[]): Draft {
  const first = workspaces.find((workspace) => workspace.isDefault) ?? workspaces[0];
  return {
    workspaceId: first?.id ?? "",
    description: "",
    permission: "all",
    addresses: "",
    models: "every",
    modelNames: "",
  };
}

/** Characters as people count them, not UTF-16 units. */
export function characters(text: string): number {
  return [...text].length;
}

/** The lines that hold something. */
export function filledLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What keeps the draft from being sent, in the program's own terms. `modelsEmpty` is the window's alone. */
export function problemOf(draft: Draft): Failure | "modelsEmpty" | null {
  const length = characters(draft.description);
  if (length > DESCRIPTION_LIMIT) return { code: "descriptionTooLong", length, limit: DESCRIPTION_LIMIT };
  if (draft.permission === "all") return null;
  const count = filledLines(draft.addresses).length;
  if (count === 0) return { code: "allowlistEmpty" };
  if (count > ADDRESS_LIMIT) return { code: "allowlistTooLong", count, limit: ADDRESS_LIMIT };
  if (draft.models === "these" && filledLines(draft.modelNames).length === 0) return "modelsEmpty";
  return null;
}

export function requestOf(draft: Draft, attempt: string, region: RegionView): CreateKeyRequest {
  return {
    attempt,
    region: region.id,
    workspaceId: draft.workspaceId || null,
    description: draft.description.trim(),
    permission:
      draft.permission === "all"
        ? { type: "all" }
        : {
            type: "custom",
            addresses: draft.addresses,
            models: draft.models === "every" ? null : filledLines(draft.modelNames),
          },
  };
}

/** After this failure there may be a key that the list does not show yet. */
export function mayHaveCreated(failure: Failure): boolean {
  return (
    failure.code === "timedOut" ||
    failure.code === "connectionLost" ||
    failure.code === "createdWithoutValue" ||
    failure.code === "outcomeUnknown" ||
    failure.code === "interrupted"
  );
}

/** The field that a failure is about; `null` for one that no field can mend. */
export function fieldOf(failure: Failure): "description" | "addresses" | null {
  switch (failure.code) {
    case "descriptionTooLong":
      return "description";
    case "allowlistEmpty":
    case "allowlistTooLong":
    case "addressInvalid":
    case "addressHasHostBits":
      return "addresses";
    default:
      return null;
  }
}

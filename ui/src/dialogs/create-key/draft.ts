// What was typed into the create dialog, and what can be said about it before the service is asked. The permission is the
// editor's (src/permission).

import { type PermissionDraft, requestOf as permissionRequest } from "../../permission/draft";
import type { CreateKeyRequest, Failure, RegionView, WorkspaceView } from "../../wire";

export const DESCRIPTION_LIMIT = 200;

export interface Draft {
  workspaceId: string;
  description: string;
}

export function emptyDraft(workspaces: WorkspaceView[]): Draft {
  const first = workspaces.find((workspace) => workspace.isDefault) ?? workspaces[0];
  return { workspaceId: first?.id ?? "", description: "" };
}

/** Characters as people count them, not UTF-16 units. */
export function characters(text: string): number {
  return [...text].length;
}

/** What keeps the draft from being sent, in the program's own terms. */
export function problemOf(draft: Draft): Failure | null {
  const length = characters(draft.description);
  return length > DESCRIPTION_LIMIT ? { code: "descriptionTooLong", length, limit: DESCRIPTION_LIMIT } : null;
}

export function requestOf(
  draft: Draft,
  permission: PermissionDraft,
  attempt: string,
  region: RegionView,
): CreateKeyRequest {
  return {
    attempt,
    region: region.id,
    workspaceId: draft.workspaceId || null,
    description: draft.description.trim(),
    permission: permissionRequest(permission),
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
export function fieldOf(failure: Failure): "description" | "permission" | null {
  switch (failure.code) {
    case "descriptionTooLong":
      return "description";
    case "allowlistEmpty":
    case "allowlistTooLong":
    case "addressInvalid":
    case "addressHasHostBits":
    case "addressUnsuitable":
    case "modelsEmpty":
      return "permission";
    default:
      return null;
  }
}

// Failures of what a region was asked for: keys, workspaces, temporary keys, calls and tasks.

import type { FailReasonView, PublicKeyProblemView, RefusalCauseView } from "../../../wire";
import type { FailureDictionary } from "../../failures";
import type { FailureWords } from "../../kinds";
import { regionName } from "../regions";

/** Why a public key is not used. */
const PUBLIC_KEY_PROBLEMS: Record<PublicKeyProblemView, string> = {
  withheld: "the service gave none.",
  notBase64: "it is not base64.",
  notRsa: "it is no RSA key, or is cut off.",
  tooSmall: "it is too short to be safe.",
};

/** Why a key was refused, as far as it can be known. */
function refusal(cause: RefusalCauseView, platformCode: string): Pick<FailureWords, "why" | "next"> {
  switch (cause.kind) {
    case "disabled":
      return { why: "The key is disabled.", next: "Enable it, then test again." };
    case "deleted":
      return {
        why: "The key was deleted: the service's list has it no more.",
        next: "Use another key, and undo the changes on this computer that hold this one.",
      };
    case "replaced":
      return {
        why: "The key was reset elsewhere, so the value on this computer is the old one.",
        next: "Paste the new value, or reset the key here.",
      };
    case "wrongRegion":
      return {
        why: `The key belongs to ${regionName(cause.region)}, and was used with a host of another region.`,
        next: "Use it with a host of its own region.",
      };
    case "wrongPlan":
      return {
        why: "The key belongs to Coding Plan or Token Plan, and was used with another host.",
        next: "Use it with the host of its plan.",
      };
    case "wrongWorkspace":
      return {
        why: cause.workspace
          ? `The key belongs to the workspace “${cause.workspace}”, and was used with another one's host, or its owner is no member there.`
          : "The key belongs to another workspace than the host, or its owner is no member there.",
        next: "Use it with the host of its own workspace, or ask for membership there.",
      };
    case "notYetKnown":
      return {
        why: "The service's list says that all is well: a new key may take a minute to be known everywhere.",
        next: "Wait a minute, then test again.",
      };
    default:
      return {
        why: `It does not know this value (${platformCode}).`,
        next: "Wait a minute if the key is new; else reset it.",
      };
  }
}

/** What stands in the way of deleting a workspace, in the service's words. */
function standing(reasons: FailReasonView[]): string {
  if (reasons.length === 0) return "The service does not say what stands in the way.";
  return `In the way: ${reasons.map((one) => `${one.resourceType}: ${one.reason}`).join("; ")}`;
}

export const service = {
  regionCannot: () => ({
    what: "Nothing was changed.",
    why: "This region does not offer that.",
    next: "Choose another region for a key that needs it.",
  }),
  localStudioStopped: ({ reason }) => ({
    what: "The service on this computer is not running.",
    why: `The system said: ${reason}`,
    next: "Close Studio Keys and start it again.",
  }),
  quotaReached: ({ limit }) => ({
    what: "The key was not created.",
    why: `There are ${limit} keys already, which is the limit.`,
    next: "Delete a key that you no longer use.",
  }),
  keyNotFound: () => ({
    what: "Nothing was changed.",
    why: "The service has no such key: it was deleted elsewhere.",
    next: "Load the list again.",
  }),
  keyRefused: ({ disabled, platformCode, cause }) => ({
    what: "The service refused the key.",
    ...refusal(disabled ? { kind: "disabled" } : cause, platformCode),
  }),
  permissionChanged: () => ({
    what: "Nothing was saved.",
    why: "The key's permission was changed elsewhere in the meantime.",
    next: "Look again, and decide which one is to stay.",
  }),
  permissionHasUnknownParts: ({ parts }) => ({
    what: "Nothing was saved.",
    why: `The key's permission has parts that this version does not know: ${parts.join(", ")}.`,
    next: "Change it in the platform's console, or update Studio Keys.",
  }),
  addressNotAllowed: ({ platformCode }) => ({
    what: "The service refused the key from here.",
    why: `This computer's address is not in the key's IP allowlist (${platformCode}).`,
    next: "Use it from an allowed address, or create a key that allows this one.",
  }),
  tooManyRequests: () => ({
    what: "The service refused the request.",
    why: "It wants fewer requests for the moment.",
    next: "Wait a minute, then try again.",
  }),
  platformRefused: ({ platformCode, message, requestId }) => ({
    what: "The service refused the request.",
    why: `It said: ${message} (${platformCode}, request ${requestId})`,
    next: "Change what it names, then try again.",
  }),
  unreachable: ({ host }) => ({
    what: "The service could not be asked.",
    why: `There is no connection to ${host}.`,
    next: "Check the network, then try again.",
  }),
  timedOut: ({ host }) => ({
    what: "It is not known how the request ended.",
    why: `${host} did not answer in time.`,
    next: "Look at the list of keys before you try again.",
  }),
  connectionLost: ({ host }) => ({
    what: "It is not known how the request ended.",
    why: `The connection to ${host} broke.`,
    next: "Look at the list of keys before you try again.",
  }),
  createdWithoutValue: () => ({
    what: "The key was created, but its value never arrived.",
    why: "The connection ended before the service's answer came through.",
    next: "Close this, then reset the key for a new value, or delete it.",
  }),
  outcomeUnknown: () => ({
    what: "It is not known yet whether the first try created a key.",
    why: "The service cannot be asked at the moment.",
    next: "Try again when the connection is back: no second key is made before that is known.",
  }),
  answerNotUnderstood: ({ host }) => ({
    what: "The answer could not be used.",
    why: `Something other than the service answered for ${host}, such as the sign-in page of a network.`,
    next: "Sign in to the network, then try again.",
  }),
  workspaceNotFound: ({ workspaceId }) => ({
    what: "Nothing was changed.",
    why: `The service has no workspace ${workspaceId}: it was deleted elsewhere.`,
    next: "Load the list again.",
  }),
  workspaceNotDeleted: ({ reasons, requestId }) => ({
    what: "The workspace was not deleted.",
    why: `${standing(reasons)} (request ${requestId})`,
    next: "Remove what stands in the way, then try again.",
  }),
  keyNotListed: () => ({
    what: "Nothing was changed at the service.",
    why: "This key was pasted and is not in the service's list, so only its value is known here.",
    next: "Change it in the platform's console, or remove it from this computer.",
  }),
  hostUnknown: () => ({
    what: "The key could not be used.",
    why: "Its region has no host for all workspaces, and the key's workspace is not known.",
    next: "Name the workspace of the key.",
  }),
  rotationUnknown: () => ({
    what: "Nothing was changed.",
    why: "This rotation has ended, or is gone.",
    next: "Load the list again.",
  }),
  rotationUnderWay: () => ({
    what: "No second rotation was started.",
    why: "This key is being replaced already.",
    next: "Continue the rotation that is under way.",
  }),
  temporaryKeyEnded: () => ({
    what: "The temporary key cannot be used any more.",
    why: "Its time is up.",
    next: "Create a new one.",
  }),
  publicKeyUnusable: ({ host, problem }) => ({
    what: "Nothing was sent.",
    why: `The public key of ${host} cannot be used: ${PUBLIC_KEY_PROBLEMS[problem] ?? "it is damaged."}`,
    next: "Try again later, or call without encryption if the text may be read on the way.",
  }),
  answerNotAuthentic: () => ({
    what: "The answer was thrown away.",
    why: "It was not encrypted with the key of this call, or was changed on its way.",
    next: "Call again; if it happens again, something between here and the service reads along.",
  }),
  callUnknown: () => ({
    what: "There is nothing to show.",
    why: "This call ended a while ago and is no longer held.",
    next: "Call again.",
  }),
  taskNotPending: () => ({
    what: "The task was not cancelled.",
    why: "Only a waiting task can be cancelled; this one runs or has ended.",
    next: "Load the task again to see how it stands.",
  }),
  taskUnknown: () => ({
    what: "The task could not be shown.",
    why: "The service does not know it: results are kept for 24 hours, and only for the account that began the task.",
    next: "Check the task's id and the key's region.",
  }),
} satisfies Partial<FailureDictionary>;

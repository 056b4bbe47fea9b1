// What the window needs to know about a rotation apart from drawing it.

import { sameKey } from "./key";
import type { KeyRef, RotationStepView, RotationView } from "./wire";

/** What is done one after the other, up to the old key being disabled. */
export const STEPS = ["created", "kept", "verified", "moved", "movedVerified", "oldDisabled"] as const;

export type Step = (typeof STEPS)[number];

export type StepState = "done" | "underWay" | "waiting" | "failed" | "notHere";

const DAY = 24 * 60 * 60 * 1000;
/** How long after the last step the reminder comes: the program sets it so. */
const REMIND_AFTER = 7 * DAY;

/** How many steps are done: 0 of one that is only written down. */
export function stepsDone({ step }: RotationView): number {
  const order: RotationStepView[] = ["begun", ...STEPS];
  return step === "finished" ? STEPS.length : Math.max(order.indexOf(step), 0);
}

/** How many steps there are where keys can be disabled, and where they cannot. */
export function stepCount(canDisable: boolean): number {
  return canDisable ? STEPS.length : STEPS.length - 1;
}

/** The region cannot disable the old key: it waits to be deleted as it is. */
export function waitsEnabled({ step, remindAt }: RotationView): boolean {
  return step === "movedVerified" && remindAt !== null;
}

/** Everything is done but the deletion of the old key. */
export function isReplaced(rotation: RotationView): boolean {
  return !rotation.undoing && (rotation.step === "oldDisabled" || waitsEnabled(rotation));
}

export function hasEnded({ step }: RotationView): boolean {
  return step === "finished" || step === "undone";
}

/** There is a next step that the program can take. */
export function goesOn(rotation: RotationView): boolean {
  return !hasEnded(rotation) && !isReplaced(rotation);
}

interface Circumstances {
  /** A step is being taken. */
  running: boolean;
  canDisable: boolean;
}

export function stateOf(
  rotation: RotationView,
  step: Step,
  { running, canDisable }: Circumstances,
): StepState {
  const done = stepsDone(rotation);
  const place = STEPS.indexOf(step);
  if (place < done) return "done";
  if (step === "oldDisabled" && (!canDisable || waitsEnabled(rotation))) return "notHere";
  // What an undo met is said of the undo.
  if (place > done || !goesOn(rotation) || rotation.undoing) return "waiting";
  if (running) return "underWay";
  return rotation.failure ? "failed" : "waiting";
}

/** The rotation of a key, and which of its two keys it is. */
export function rotationOf(
  rotations: RotationView[],
  key: KeyRef,
): { rotation: RotationView; role: "old" | "new" } | null {
  for (const rotation of rotations) {
    if (sameKey(rotation.oldKey, key)) return { rotation, role: "old" };
    if (rotation.newKey && sameKey(rotation.newKey, key)) return { rotation, role: "new" };
  }
  return null;
}

/** How many days ago the new key took over. */
export function daysSince({ remindAt, startedAt }: RotationView, now: number): number {
  const replacedAt = remindAt === null ? startedAt : remindAt - REMIND_AFTER;
  return Math.max(0, Math.floor((now - replacedAt) / DAY));
}

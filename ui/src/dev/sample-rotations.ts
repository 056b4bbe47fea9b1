// Made-up rotations: one that a start-up file stopped, and one whose old key should be deleted by now. Never part of the
// build.

import type { RotationView } from "../wire";
import { DAY, KEYS } from "./sample";

const [FIRST, SECOND] = KEYS;

/** A fresh shell still has the old key, because something else sets it there. */
export const STOPPED: RotationView = {
  id: "r-stopped",
  oldKey: { region: "this-computer", apiKeyId: FIRST?.apiKeyId ?? "" },
  description: FIRST?.description ?? "",
  oldMasked: FIRST?.masked ?? "",
  newKey: { region: "this-computer", apiKeyId: SECOND?.apiKeyId ?? "" },
  newMasked: SECOND?.masked ?? "",
  step: "moved",
  moved: ["DASHSCOPE_API_KEY"],
  failure: { code: "oldKeyStillSeen", program: "/usr/bin/zsh", variable: "DASHSCOPE_API_KEY" },
  startedAt: Date.now() - 60_000,
  remindAt: null,
  reminderDue: false,
  canUndo: true,
  undoing: false,
};

/** Replaced nine days ago: the reminder is two days old. */
export const DUE: RotationView = {
  ...STOPPED,
  id: "r-due",
  step: "oldDisabled",
  failure: null,
  startedAt: Date.now() - 9 * DAY,
  remindAt: Date.now() - 2 * DAY - 60_000,
  reminderDue: true,
};

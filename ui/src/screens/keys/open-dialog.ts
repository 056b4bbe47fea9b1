// The dialogs that begin in the list of keys, each with what it is about.

import type { Intent } from "../../dialogs/rotate-key/rotate-key-dialog";
import type { CreatedKeyView, KeyRef, KeyView, ResetKeyView, RotationView } from "../../wire";

/** The dialog that is open. */
export type OpenDialog =
  | { kind: "create" }
  | { kind: "created"; created: CreatedKeyView }
  | { kind: "resetDone"; result: ResetKeyView }
  | { kind: "reset"; key: DialogKey }
  | { kind: "delete"; key: DialogKey }
  | { kind: "variable"; key: KeyRef }
  /** The key leaves in a form of another program. */
  | { kind: "export"; key: KeyView }
  | { kind: "permission"; keys: KeyView[] }
  | { kind: "description"; key: KeyView }
  /** A pasted key is removed from this computer. */
  | { kind: "forget"; key: KeyView }
  /** The key is replaced by a new one, step by step. */
  | { kind: "rotate"; key: KeyView }
  /** A rotation that is under way, or whose old key is to be deleted. */
  | { kind: "rotation"; rotation: RotationView; intent: Intent }
  /** A key that exists already is kept here. */
  | { kind: "paste" };

/** What a dialog needs to know of a key. A lost key has no row. */
export type DialogKey = KeyRef & Pick<KeyView, "description" | "masked" | "usedHere" | "disabled">;

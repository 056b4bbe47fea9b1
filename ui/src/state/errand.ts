// What a screen is to begin with when another one led to it: the key that a menu was opened on, the task that a call
// created.

import type { KeyRef, TaskRef } from "../wire";

export type Errand =
  | { kind: "temporaryKey"; key: KeyRef }
  /** A call whose answer is to be a task. */
  | { kind: "makeTask"; key: KeyRef | null }
  | { kind: "task"; task: TaskRef };

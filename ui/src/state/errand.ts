// What a screen is to begin with when another one led to it: the key that a menu was opened on, the task that a call
// created.

import type { KeyRef, TaskRef, WorkspaceRef } from "../wire";

export type Errand =
  | { kind: "temporaryKey"; key: KeyRef }
  /** A key that a tool is to use. */
  | { kind: "toolKey"; key: KeyRef }
  /** A key that a program does not see in this variable. */
  | { kind: "doctor"; key: KeyRef; variable: string }
  /** A call whose answer is to be a task. */
  | { kind: "makeTask"; key: KeyRef | null }
  /** The accounts among the settings; `policy`: what a RAM user needs. */
  | { kind: "accounts"; policy: boolean }
  | { kind: "task"; task: TaskRef }
  /** The keys, or the cost, of one workspace. */
  | { kind: "keysOf" | "costOf"; workspace: WorkspaceRef };

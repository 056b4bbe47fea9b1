// What both dictionaries share: kinds that choose a word, and counting.

import type { LanguageChoice, ThemeChoice } from "../wire";

/** Where secrets rest. Systems call it by different names. */
export type Place = "keyring" | "keychain" | "credentialManager" | "encryptedFile";

/** A choice that has a word of its own. */
export type Word<Kind extends "language" | "theme"> = Kind extends "language" ? LanguageChoice : ThemeChoice;

/** "1 key", "2 keys". */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What a person needs to read about a failure. */
export interface FailureWords {
  /** What happened. */
  what: string;
  /** One cause. */
  why: string;
  /** One way on. */
  next: string;
}

// Moments in the words of the language in use.

/** "Nov 21, 2025". */
export function dayOf(milliseconds: number, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(milliseconds);
}

/** "Nov 21, 2025, 14:05". */
export function momentOf(milliseconds: number, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" }).format(milliseconds);
}

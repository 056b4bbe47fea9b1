// Moments in the words of the language in use.

/** "Nov 21, 2025". */
export function dayOf(milliseconds: number, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(milliseconds);
}

/** "Nov 21, 2025, 14:05". */
export function momentOf(milliseconds: number, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" }).format(milliseconds);
}

/** "14:05:09". */
export function timeOf(milliseconds: number, tag: string): string {
  return new Intl.DateTimeFormat(tag, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).format(milliseconds);
}

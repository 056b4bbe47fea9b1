// Moments in the words of the language in use.

/** "Nov 21, 2025". */
export function dayOf(milliseconds: number, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(milliseconds);
}

/** "Nov 21, 2025, 14:05". */
export function momentOf(milliseconds: number, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" }).format(milliseconds);
}

/** "Nov 21, 14:05": within a year. */
export function shortMomentOf(milliseconds: number, tag: string): string {
  return new Intl.DateTimeFormat(tag, {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(milliseconds);
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

/** "14:05" of today, "Nov 20, 14:05" of another day: when something was last seen. */
export function seenTime(milliseconds: number, tag: string, now = Date.now()): string {
  const today = new Date(milliseconds).toDateString() === new Date(now).toDateString();
  const day = today ? {} : ({ month: "short", day: "numeric" } as const);
  return new Intl.DateTimeFormat(tag, { ...day, hour: "2-digit", minute: "2-digit" }).format(milliseconds);
}

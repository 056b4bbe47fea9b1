// A step of time in words: `2026-11-03` or `2026-11`, as the service has it.

function timeOf(period: string): number | null {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(period)) return null;
  const at = Date.parse(period);
  return Number.isFinite(at) ? at : null;
}

export function isMonth(period: string): boolean {
  return /^\d{4}-\d{2}$/.test(period);
}

/** "Nov 3", "Nov": below a bar. What is written otherwise stays. */
export function shortPeriod(period: string, tag: string): string {
  const at = timeOf(period);
  if (at === null) return period;
  const parts = isMonth(period)
    ? ({ month: "short" } as const)
    : ({ month: "short", day: "numeric" } as const);
  return new Intl.DateTimeFormat(tag, { ...parts, timeZone: "UTC" }).format(at);
}

/** "Nov 3, 2026", "November 2026": where there is room. */
export function longPeriod(period: string, tag: string): string {
  const at = timeOf(period);
  if (at === null) return period;
  const parts = isMonth(period)
    ? ({ month: "long", year: "numeric" } as const)
    : ({ dateStyle: "medium" } as const);
  return new Intl.DateTimeFormat(tag, { ...parts, timeZone: "UTC" }).format(at);
}

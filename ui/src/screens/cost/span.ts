// Which days are asked for. Days are texts, YYYY-MM-DD, as the service has them; where a day begins is the service's matter
// too: This computer counts in UTC, the platform bills by Beijing's clock.

import { isHere } from "../../place";
import type { CostRequest, CostStep, RegionView } from "../../wire";

export type Span = "year" | "thisMonth" | "lastMonth" | "thirtyDays" | "own";
export const SPANS: Span[] = ["thisMonth", "lastMonth", "thirtyDays", "year", "own"];

/** More own days than this are shown by month: a bar for each would be too narrow to see. */
export const MOST_DAYS = 62;

const DAY_MILLIS = 86_400_000;
const BEIJING_MILLIS = 8 * 3_600_000;

export interface Days {
  start: string;
  end: string;
}

/** The day that it is where the region counts them. */
export function todayIn(region: RegionView, now = Date.now()): string {
  return textOf(now + (isHere(region) ? 0 : BEIJING_MILLIS));
}

/** The days of a span up to today, with the steps between them. */
export function daysOf(span: Span, today: string, own: Days): Days & Pick<CostRequest, "step"> {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  switch (span) {
    case "year":
      return { start: textOf(Date.UTC(year, month - 11, 1)), end: today, step: "month" };
    case "thisMonth":
      return { start: textOf(Date.UTC(year, month, 1)), end: today, step: "day" };
    case "lastMonth":
      return {
        start: textOf(Date.UTC(year, month - 1, 1)),
        end: textOf(Date.UTC(year, month, 0)),
        step: "day",
      };
    case "thirtyDays":
      return { ...lastDays(30, today), step: "day" };
    case "own":
      return { ...own, step: stepOf(own) };
  }
}

/** So many days, today included. */
export function lastDays(count: number, today: string): Days {
  return { start: textOf(Date.parse(today) - (count - 1) * DAY_MILLIS), end: today };
}

function stepOf({ start, end }: Days): CostStep {
  return (Date.parse(end) - Date.parse(start)) / DAY_MILLIS >= MOST_DAYS ? "month" : "day";
}

/** Two days that exist, the first not after the last. */
export function areDays({ start, end }: Days): boolean {
  return isDay(start) && isDay(end) && start <= end;
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(at) && textOf(at) === text;
}

function textOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

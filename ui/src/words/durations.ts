// Lengths of time: roughly, in the words of the language in use, and as a countdown.

import type { Words } from ".";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** "3 h 12 min", "12 min", "45 s". Never longer than it is. */
export function lengthOf(milliseconds: number, words: Words["times"]): string {
  const left = Math.max(0, milliseconds);
  if (left >= HOUR) return words.hoursMinutes(Math.floor(left / HOUR), Math.floor((left % HOUR) / MINUTE));
  if (left >= MINUTE) return words.minutes(Math.floor(left / MINUTE));
  return words.seconds(Math.floor(left / SECOND));
}

/** "4:32", "0:07": what is left of some minutes. */
export function countdownOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// Limits in words and out of what is typed. A number is set for the time that the account's own limit has, so that the two can
// be compared.

import type { LimitView, ModelLimitRowView } from "../../../wire";
import type { Words } from "../../../words";

const MINUTE = 60;

type LimitWords = Words["modelLimits"];

/** "a minute", "in 10 s". */
export function timeOf(seconds: number, words: LimitWords): string {
  if (seconds === MINUTE) return words.aMinute;
  return seconds === 1 ? words.aSecond : words.inSeconds(seconds);
}

/** The times for which the limits of a model are set. */
export function secondsOf({ account, workspace }: ModelLimitRowView): { requests: number; usage: number } {
  return {
    requests: account.requestSeconds ?? workspace?.requestSeconds ?? MINUTE,
    usage: account.usageSeconds ?? workspace?.usageSeconds ?? MINUTE,
  };
}

/** "60 requests a minute", "10,000 tokens a minute": what it limits. */
export function linesOf(limit: LimitView, words: LimitWords, tag: string): string[] {
  const number = new Intl.NumberFormat(tag);
  const { requests, usage } = limit;
  const lines: string[] = [];
  if (requests !== null)
    lines.push(words.requests(number.format(requests), timeOf(limit.requestSeconds ?? MINUTE, words)));
  if (usage !== null)
    lines.push(words.tokens(number.format(usage), timeOf(limit.usageSeconds ?? MINUTE, words)));
  return lines;
}

export type Problem = "notWhole" | "tooHigh";

/** What is typed as a number; none for nothing. Separators of thousands are taken. */
export function numberOf(text: string): number | null | "notWhole" {
  const digits = text.replace(/[\s,，_']/g, "");
  if (digits === "") return null;
  const number = Number(digits);
  return /^\d+$/.test(digits) && number > 0 && Number.isSafeInteger(number) ? number : "notWhole";
}

/** What is wrong with a text, where the account may do no more than `most`. */
export function problemOf(text: string, most: number | null): Problem | null {
  const number = numberOf(text);
  if (number === "notWhole") return "notWhole";
  return number !== null && most !== null && number > most ? "tooHigh" : null;
}

/** Both texts as a limit; none where both are empty. */
export function limitOf(
  requests: string,
  usage: string,
  seconds: { requests: number; usage: number },
): LimitView | null {
  const [count, tokens] = [numberOf(requests), numberOf(usage)].map((one) =>
    one === "notWhole" ? null : one,
  ) as [number | null, number | null];
  if (count === null && tokens === null) return null;
  return {
    requests: count,
    requestSeconds: count === null ? null : seconds.requests,
    usage: tokens,
    usageSeconds: tokens === null ? null : seconds.usage,
  };
}

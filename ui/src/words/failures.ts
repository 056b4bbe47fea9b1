// The shape of a dictionary of failures: it does not compile while a code has no words.

import type { FailureCode, FailureOf } from "../failure";
import type { Failure } from "../wire";
import type { FailureWords } from "./kinds";

/** Words for every failure, each made from the failure's own fields. */
export type FailureDictionary = { [Code in FailureCode]: (failure: FailureOf<Code>) => FailureWords };

/** The words for one failure in a line, for places that have no more room. */
export function lineFor(dictionary: FailureDictionary, failure: Failure): string {
  const { what, why, next } = wordsFor(dictionary, failure);
  // What a system or a service said often has no full stop of its own.
  return [
    what,
    /[.。!?！？)）]$/.test(why) ? why : `${why}${/[\u3400-\u9fff]/.test(what) ? "。" : "."}`,
    next,
  ].join(" ");
}

/** The words for one failure. A code this window does not know, from a newer program, reads as a cut-off action. */
export function wordsFor(dictionary: FailureDictionary, failure: Failure): FailureWords {
  const speak = dictionary[failure.code] as ((failure: Failure) => FailureWords) | undefined;
  return speak ? speak(failure) : dictionary.interrupted({ code: "interrupted" });
}

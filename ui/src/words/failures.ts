// The shape of a dictionary of failures: it does not compile while a code has no words.

import type { FailureCode, FailureOf } from "../failure";
import type { Failure } from "../wire";
import type { FailureWords } from "./kinds";

/** Words for every failure, each made from the failure's own fields. */
export type FailureDictionary = { [Code in FailureCode]: (failure: FailureOf<Code>) => FailureWords };

/** The words for one failure. A code this window does not know, from a newer program, reads as a cut-off action. */
export function wordsFor(dictionary: FailureDictionary, failure: Failure): FailureWords {
  const speak = dictionary[failure.code] as ((failure: Failure) => FailureWords) | undefined;
  return speak ? speak(failure) : dictionary.interrupted({ code: "interrupted" });
}

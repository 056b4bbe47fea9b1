// What a refused request rejects with, made safe to use. Only the code and its fields reach the screen, through the
// dictionary; the text of an unexpected JavaScript error does not.

import type { Failure } from "./wire";

export type FailureCode = Failure["code"];

/** The failure of one code, with its fields. */
export type FailureOf<Code extends FailureCode> = Extract<Failure, { code: Code }>;

/** A rejection as a failure. What is not one, such as a broken connection to the program, is `interrupted`. */
export function asFailure(rejection: unknown): Failure {
  if (typeof rejection === "object" && rejection !== null && "code" in rejection) {
    const { code } = rejection;
    if (typeof code === "string") return rejection as Failure;
  }
  return { code: "interrupted" };
}

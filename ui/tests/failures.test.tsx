// Every failure reaches the screen as words, in both languages, and nothing of an unexpected error does.

import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { asFailure } from "../src/failure";
import { FailureNote } from "../src/parts/note";
import type { Failure } from "../src/wire";
import { WordsContext } from "../src/words";
import { en } from "../src/words/en";
import { zh } from "../src/words/zh";
import { appWith, open, screen } from "./window";

const CODES = Object.keys(en.failures) as Failure["code"][];
const FIELDS = {
  limit: 50,
  line: 3,
  text: "10.0.0.300",
  path: "~/.bashrc",
  reason: "no",
  detail: "no",
  host: "h",
  problem: { code: "ipv6NotTaken" },
  cause: { kind: "unknown" },
  reasons: [],
  parts: [],
};

test("there are words for every code", () => {
  expect(CODES.length).toBeGreaterThan(40);
  expect(Object.keys(zh.failures)).toEqual(CODES);
});

for (const words of [en, zh]) {
  test.each(CODES)(`%s is shown in ${words.tag}`, (code) => {
    const failure = { ...FIELDS, code } as unknown as Failure;
    render(
      <WordsContext.Provider value={words}>
        <FailureNote failure={failure} />
      </WordsContext.Provider>,
    );
    const shown = screen.getByRole("alert").textContent ?? "";
    const speak = words.failures[code] as (failure: Failure) => { what: string; why: string; next: string };
    const { what, why, next } = speak(failure);
    for (const sentence of [what, why, next]) expect(shown).toContain(sentence);
  });
}

test("a rejection that is no failure is a cut-off action, and its text stays out", async () => {
  expect(asFailure(new Error("at line 3 of secret.js"))).toEqual({ code: "interrupted" });
  expect(asFailure("text")).toEqual({ code: "interrupted" });
  expect(asFailure(null)).toEqual({ code: "interrupted" });
  await open({}, { listKeys: () => Promise.reject(new Error("at line 3 of secret.js")) });
  await screen.findByTestId("failure-interrupted");
  expect(document.body.textContent).not.toContain("secret.js");
});

test("a list that cannot be loaded says so with one way on", async () => {
  let reachable = false;
  const core = (await import("../src/dev/fake-core")).fakeCore();
  await open(
    { app: appWith({}, "zh-CN") },
    {
      listKeys: (region) => (reachable ? core.listKeys(region) : Promise.reject({ code: "tooManyRequests" })),
    },
  );
  const note = await screen.findByTestId("failure-tooManyRequests");
  expect(note.textContent).toContain("请求过于频繁。");
  reachable = true;
  note.querySelector("button")?.click();
  await screen.findByRole("table");
});

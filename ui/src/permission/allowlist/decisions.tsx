// What is to be decided about the list: entries that could mean two things, entries that cannot be used, entries that are
// there for nothing, and a shorter way to say the same.

import { useRef } from "preact/hooks";
import { Button } from "../../parts/button";
import { Note } from "../../parts/note";
import type { AddressProblemView, AllowlistEntryView, EntryStateView } from "../../wire";
import { useWords } from "../../words";
import { sentenceFor } from "../../words/addresses";
import type { Editing } from "../use-editing";

/** Problems that are written out; more of them help nobody. */
const WRITTEN = 6;

type Of<Kind extends EntryStateView["kind"]> = { index: number; said: AllowlistEntryView } & {
  state: Extract<EntryStateView, { kind: Kind }>;
};

function every<Kind extends EntryStateView["kind"]>(editing: Editing, kind: Kind): Of<Kind>[] {
  return editing.draft.entries.flatMap((_, index) => {
    const said = editing.stateOf(index);
    return said?.state.kind === kind ? [{ index, said, state: said.state as Of<Kind>["state"] }] : [];
  });
}

export function Decisions({ editing }: { editing: Editing }) {
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  const { view, draft } = editing;
  const asked = every(editing, "hostBits");
  const problems = every(editing, "problem");
  const covered = every(editing, "covered");
  const repeated = every(editing, "repeated");
  const spare = [...covered, ...repeated];
  const notes = [
    ...new Set(
      every(editing, "good").flatMap(({ state }) =>
        state.note && state.note.code !== "anyone"
          ? [sentenceFor(words.addresses.notes, state.note, "")]
          : [],
      ),
    ),
  ];
  const tooMany = view !== null && view.used > view.limit;
  const mergeable = view?.merged && problems.length === 0 && asked.length === 0 ? view.merged : null;

  // What was pressed goes away with its question: the focus goes on to the box.
  const decide = (act: () => void) => {
    act();
    root.current?.parentElement?.querySelector<HTMLElement>(".chip-add")?.focus();
  };

  return (
    <div ref={root} class="decisions" role="status">
      {asked.map(({ index, state }) => (
        <Note key={index} tone="warning" icon="info" testId="host-bits">
          <p>{words.addresses.problems.hostBits({ ...state, code: "hostBits" })}</p>
          <div class="decide-buttons">
            <Button onPress={() => decide(() => editing.replaceEntry(index, state.block))}>
              {words.permission.keepBlock(state.block, words.permission.size(state.blockAddresses))}
            </Button>
            <Button onPress={() => decide(() => editing.replaceEntry(index, state.address))}>
              {words.permission.onlyAddress(state.address)}
            </Button>
          </div>
        </Note>
      ))}
      {problems.length > 0 && (
        <ul class="problems">
          {problems.slice(0, WRITTEN).map(({ index, said, state }) => (
            <Problem
              key={index}
              index={index}
              text={said.text}
              problem={state.problem}
              editing={editing}
              decide={decide}
            />
          ))}
          {problems.length > 1 && (
            <li class="problem">
              {problems.length > WRITTEN && <span>{words.permission.more(problems.length - WRITTEN)}</span>}
              <button
                type="button"
                class="link"
                onClick={() => decide(() => editing.removeEntries(problems.map(({ index }) => index)))}
              >
                {words.permission.removeProblems(problems.length)}
              </button>
            </li>
          )}
        </ul>
      )}
      {tooMany && <p class="field-problem">{words.permission.tooMany(view.used, view.limit)}</p>}
      {spare.length > 0 && (
        <p class="offer">
          <span>
            {covered.length > 0 && words.permission.covered(covered.length)}{" "}
            {covered.length === 1 &&
              covered.map(({ said, state }) => words.permission.coveredBy(said.text, state.by))}{" "}
            {repeated.length > 0 && words.permission.repeated(repeated.length)}
          </span>
          <button
            type="button"
            class="link"
            data-testid="remove-spare"
            onClick={() => decide(() => editing.removeEntries(spare.map(({ index }) => index)))}
          >
            {words.permission.removeSpare}
          </button>
        </p>
      )}
      {mergeable && spare.length === 0 && (
        <p class="offer">
          <span>{words.permission.merge(draft.entries.length, mergeable.length)}</span>
          <button
            type="button"
            class="link"
            data-testid="merge"
            onClick={() => decide(() => editing.change({ entries: mergeable }))}
          >
            {words.permission.mergeNow}
          </button>
        </p>
      )}
      {notes.map((note) => (
        <p key={note} class="field-hint">
          {note}
        </p>
      ))}
    </div>
  );
}

interface ProblemProps {
  index: number;
  text: string;
  problem: AddressProblemView;
  editing: Editing;
  decide: (act: () => void) => void;
}

function Problem({ index, text, problem, editing, decide }: ProblemProps) {
  const words = useWords();
  return (
    <li class="problem" data-testid={`problem-${problem.code}`}>
      <span>
        <span class="mono problem-text">{text}</span>{" "}
        {sentenceFor(words.addresses.problems, problem, words.permission.unknownProblem)}
      </span>
      {fixesOf(problem).map((fix) => (
        <button
          key={fix}
          type="button"
          class="link"
          onClick={() => decide(() => editing.replaceEntry(index, fix))}
        >
          {words.permission.use(fix)}
        </button>
      ))}
      <button
        type="button"
        class="link"
        aria-label={words.permission.removeEntry(text)}
        onClick={() => decide(() => editing.removeEntries([index]))}
      >
        {words.permission.remove}
      </button>
    </li>
  );
}

/** What was probably meant, where the program says so. */
function fixesOf(problem: AddressProblemView): string[] {
  switch (problem.code) {
    case "fullWidth":
    case "rangeShort":
      return problem.meant ? [problem.meant] : [];
    case "wildcard":
      return problem.block ? [problem.block] : [];
    case "netmask":
      return [problem.block];
    case "port":
    case "brackets":
    case "zone":
      return [problem.address];
    case "leadingZero":
      return [...new Set([problem.decimal, problem.octal])].filter((fix) => fix !== null);
    case "rangeBackwards":
      return [`${problem.last}-${problem.first}`];
    default:
      return [];
  }
}

// The list of addresses as chips, with the box in which the next one is typed. Enter, comma, space or a new line makes a
// chip; Backspace in the empty box takes the last one back.

import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { isComposing } from "../../parts/keyboard";
import { useWords } from "../../words";
import { endsEntry, holdsSeveral } from "../split";
import type { Editing } from "../use-editing";
import { Chip } from "./chip";

/** Chips drawn at first, and more with each press: somebody may paste ten thousand lines. */
const DRAWN = 60;

/** Longer than a press takes. */
const LEFT_MILLIS = 200;

interface ChipBoxProps {
  editing: Editing;
  describedBy: string;
}

export function ChipBox({ editing, describedBy }: ChipBoxProps) {
  const words = useWords();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const newest = useRef(editing);
  newest.current = editing;
  const [drawn, setDrawn] = useState(DRAWN);
  const { entries } = editing.draft;
  const hidden = Math.max(0, entries.length - drawn);

  // The box is written to only when its text became a chip, or a chip became its text; never while someone types.
  useLayoutEffect(() => {
    if (box.current && box.current.value !== editing.box) box.current.value = editing.box;
  }, [editing.box]);

  const settled = (event: Event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value } = event.target;
    if (endsEntry(value) || holdsSeveral(value)) editing.add(value);
    else editing.typed(value);
    // A separator alone is not kept either.
    if (value.trim() === "" || endsEntry(value) || holdsSeveral(value)) event.target.value = "";
  };

  const moveFrom = (index: number) => (event: KeyboardEvent) => {
    const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const chips = list.current?.querySelectorAll<HTMLElement>(".chip-text");
    (chips?.[index + step] ?? (step > 0 ? box.current : null))?.focus();
  };

  return (
    <div class="chip-box">
      {entries.length > 0 && (
        <ul ref={list} class="chips" aria-label={words.permission.list}>
          {entries.slice(0, drawn).map((text, index) => (
            <Chip
              // biome-ignore lint/suspicious/noArrayIndexKey: the same text may be there twice; the place tells them apart
              key={`${index} ${text}`}
              text={text}
              said={editing.stateOf(index)}
              onChange={(changed) => editing.replaceEntry(index, changed)}
              onRemove={() => {
                editing.removeEntries([index]);
                box.current?.focus();
              }}
              onMove={moveFrom(index)}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <p class="chip-more">
          <span class="quiet">{words.permission.more(hidden)}</span>
          <button type="button" class="link" onClick={() => setDrawn(drawn + DRAWN * 5)}>
            {words.permission.showMore}
          </button>
          <button type="button" class="link" onClick={() => editing.change({ entries: [] })}>
            {words.permission.removeAll}
          </button>
        </p>
      )}
      <input
        ref={box}
        id={id}
        type="text"
        class="chip-add mono"
        aria-label={words.permission.box}
        aria-describedby={describedBy}
        placeholder={words.permission.placeholder}
        autocomplete="off"
        spellcheck={false}
        data-testid="allowlist-box"
        onInput={settled}
        onCompositionEnd={settled}
        onBlur={(event) => {
          const left = event.currentTarget;
          // Not at once: the list grows then, and what is being pressed would move from under the pointer.
          setTimeout(() => {
            if (document.activeElement !== left && left.value.trim()) newest.current.add(left.value);
          }, LEFT_MILLIS);
        }}
        onPaste={(event) => {
          const text = event.clipboardData?.getData("text") ?? "";
          if (!holdsSeveral(text)) return;
          event.preventDefault();
          editing.add(`${event.currentTarget.value} ${text}`);
          event.currentTarget.value = "";
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          const input = event.currentTarget;
          if (event.key === "Enter" && input.value.trim()) {
            event.preventDefault();
            editing.add(input.value);
          } else if (input.value !== "") return;
          else if (event.key === "Backspace") {
            event.preventDefault();
            editing.takeBack();
          } else if (event.key === "ArrowLeft") moveFrom(Math.min(entries.length, drawn))(event);
          else if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && editing.undo) {
            event.preventDefault();
            event.stopPropagation();
            editing.undo();
          }
        }}
      />
    </div>
  );
}

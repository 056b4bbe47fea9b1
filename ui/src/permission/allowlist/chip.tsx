// One entry of the list: what it is, how much it lets in, a way to change it and a way to take it out.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../parts/icon";
import { isComposing } from "../../parts/keyboard";
import type { AllowlistEntryView } from "../../wire";
import { useWords, type Words } from "../../words";

interface ChipProps {
  text: string;
  /** `null` while the program is being asked. */
  said: AllowlistEntryView | null;
  onChange: (text: string) => void;
  onRemove: () => void;
  onMove: (event: KeyboardEvent) => void;
}

export function Chip({ text, said, onChange, onRemove, onMove }: ChipProps) {
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shown = shownText(text, said, words);
  const look = lookOf(said);

  const end = (changed: string | null, focusBack: boolean) => {
    setEditing(false);
    if (changed !== null && changed.trim() !== text) onChange(changed);
    if (focusBack) setTimeout(() => button.current?.focus());
  };

  if (editing) return <ChipInput text={text} onEnd={end} />;
  return (
    <li class={`chip chip-${look}`} data-testid={`chip-${look}`}>
      <button
        ref={button}
        type="button"
        class="chip-text"
        title={words.permission.editEntry(shown)}
        aria-label={[words.permission.editEntry(shown), sizeText(said, words)].filter(Boolean).join(", ")}
        onClick={() => setEditing(true)}
        onKeyDown={(event) => {
          if (event.key === "Backspace" || event.key === "Delete") {
            event.preventDefault();
            onRemove();
          } else onMove(event);
        }}
      >
        {look === "problem" && <Icon name="triangleAlert" size={12} />}
        <span class={isAnyone(said) ? "chip-entry" : "chip-entry mono"}>{shown}</span>{" "}
        {/* The space is not seen; without it, entry and size are one word to whoever reads the text. */}
        {sizeText(said, words) && <span class="chip-size">{sizeText(said, words)}</span>}
      </button>
      <button
        type="button"
        class="chip-remove"
        tabIndex={-1}
        aria-label={words.permission.removeEntry(shown)}
        title={words.permission.removeEntry(shown)}
        onClick={onRemove}
      >
        <Icon name="x" size={12} />
      </button>
    </li>
  );
}

/** The entry as text again. Uncontrolled, like every input: an input method may be composing in it. */
function ChipInput({ text, onEnd }: { text: string; onEnd: (text: string | null, back: boolean) => void }) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.select(), []);
  return (
    <li class="chip chip-editing">
      <input
        ref={input}
        type="text"
        class="chip-input mono"
        defaultValue={text}
        size={Math.max(text.length + 1, 8)}
        aria-label={words.permission.editing}
        autocomplete="off"
        spellcheck={false}
        onBlur={(event) => onEnd(event.currentTarget.value, false)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === "Enter") {
            event.preventDefault();
            onEnd(event.currentTarget.value, true);
          } else if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            onEnd(null, true);
          }
        }}
      />
    </li>
  );
}

type Look = "good" | "anyone" | "spare" | "ask" | "problem" | "unread";

function lookOf(said: AllowlistEntryView | null): Look {
  switch (said?.state.kind) {
    case "good":
      return isAnyone(said) ? "anyone" : "good";
    case "covered":
    case "repeated":
      return "spare";
    case "hostBits":
      return "ask";
    case "problem":
      return "problem";
    default:
      return "unread";
  }
}

function isAnyone(said: AllowlistEntryView | null): boolean {
  return said?.state.kind === "good" && said.state.note?.code === "anyone";
}

/** Everybody is said in words, and a key that was pasted here by mistake is masked. */
function shownText(text: string, said: AllowlistEntryView | null, words: Words): string {
  if (said?.state.kind === "good" && isAnyone(said)) {
    const family = said.state.entries.some((entry) => entry.includes(":")) ? "IPv6" : "IPv4";
    return words.permission.anyoneWith(family);
  }
  return said?.state.kind === "problem" ? said.text : text;
}

function sizeText(said: AllowlistEntryView | null, words: Words): string | null {
  const state = said?.state;
  if (state?.kind === "hostBits") return "?";
  if ((state?.kind !== "good" && state?.kind !== "covered") || isAnyone(said)) return null;
  const size = words.permission.size(state.addresses);
  return state.entries.length > 1 ? `${size}, ${words.permission.asBlocks(state.entries.length)}` : size;
}

// The search over the list. Uncontrolled like every input: an input method may be composing in it.

import type { Ref } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../../parts/icon";
import { useWords } from "../../words";

interface SearchFieldProps {
  text: string;
  /** What is searched, where it is not keys. */
  label?: string;
  hint?: string;
  boxRef?: Ref<HTMLInputElement>;
  onText: (text: string) => void;
}

export function SearchField({ text, label, hint, boxRef, onText }: SearchFieldProps) {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const settled = (event: Event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    if (event.target instanceof HTMLInputElement) onText(event.target.value);
  };
  const clear = () => {
    form.current?.reset();
    onText("");
  };
  return (
    <search class="search">
      <form ref={form} onSubmit={(event) => event.preventDefault()}>
        <Icon name="search" />
        <input
          ref={boxRef ?? null}
          type="text"
          class="input search-input"
          aria-label={label ?? words.keys.search}
          placeholder={hint ?? words.keys.searchHint}
          autocomplete="off"
          spellcheck={false}
          onInput={settled}
          onCompositionEnd={settled}
          onKeyDown={(event) => {
            if (event.key === "Escape" && !event.isComposing) clear();
          }}
        />
        {text && (
          <button
            type="button"
            class="search-clear"
            aria-label={words.keys.clearSearch}
            title={words.keys.clearSearch}
            onClick={clear}
          >
            <Icon name="x" size={14} />
          </button>
        )}
      </form>
    </search>
  );
}

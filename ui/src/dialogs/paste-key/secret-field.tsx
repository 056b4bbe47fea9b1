// The one field that a key is pasted into: read when it is sent, and kept nowhere. The eye shows it until the window is
// left. Several lines are refused: the browser would join them into one without a word.

import type { Ref } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { IconButton } from "../../parts/button";
import { useWords } from "../../words";

interface SecretFieldProps {
  fieldRef: Ref<HTMLInputElement>;
  /** What is wrong with what was sent. */
  problem: string | null;
  onText: () => void;
}

/** One element in both states: its text would be lost with it. */
function typeOf(shown: boolean): { type: "password" } {
  return { type: (shown ? "text" : "password") as "password" };
}

export function SecretField({ fieldRef, problem, onText }: SecretFieldProps) {
  const words = useWords();
  const id = useId();
  const [shown, setShown] = useState(false);
  const [lines, setLines] = useState(false);
  const said = lines ? words.paste.lines : problem;

  useEffect(() => {
    const left = () => setShown(false);
    window.addEventListener("blur", left);
    return () => window.removeEventListener("blur", left);
  }, []);

  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{words.paste.value}</label>
      </div>
      <div class="secret-field">
        <input
          ref={fieldRef}
          id={id}
          class="input mono"
          {...typeOf(shown)}
          spellcheck={false}
          autocomplete="off"
          data-autofocus
          aria-invalid={said !== null}
          aria-describedby={said === null ? `${id}-hint` : `${id}-problem`}
          data-testid="paste-value"
          onPaste={(event) => {
            const text = event.clipboardData?.getData("text") ?? "";
            const several = /[\r\n]/.test(text.trim());
            setLines(several);
            if (several) event.preventDefault();
          }}
          onInput={() => {
            setLines(false);
            onText();
          }}
        />
        <IconButton
          icon={shown ? "eyeOff" : "eye"}
          label={shown ? words.paste.hide : words.paste.show}
          pressed={shown}
          onPress={() => setShown((before) => !before)}
        />
      </div>
      {said === null ? (
        <div class="field-hint" id={`${id}-hint`}>
          {words.paste.valueHint}
        </div>
      ) : (
        <div class="field-problem" id={`${id}-problem`} role="alert">
          {said}
        </div>
      )}
    </div>
  );
}

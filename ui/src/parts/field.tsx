// Inputs that leave the text to the browser: they are never written to while someone types, so that no input method
// can be disturbed. The text is reported when it is settled, not while it is being composed.

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useWords } from "../words";
import { isComposing } from "./keyboard";

interface TextFieldProps {
  label: string;
  /** Its name in the form, for what is read when it is sent and kept nowhere else. */
  name?: string;
  type?: "text" | "password";
  hint?: string;
  /** What is wrong with it, in a sentence. */
  problem?: ComponentChildren;
  optional?: boolean;
  initial?: string;
  placeholder?: string;
  rows?: number;
  counter?: { text: string; aloud: string; over: boolean };
  autoFocus?: boolean;
  mono?: boolean;
  testId?: string;
  onText: (text: string) => void;
  /** Enter means this here, and not that the form is sent. */
  onEnter?: () => void;
}

/** A line of text, or several with `rows`. */
export function TextField(props: TextFieldProps) {
  const words = useWords();
  const id = useId();
  const { hint, problem, counter } = props;
  const settled = (event: Event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      props.onText(event.target.value);
  };
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ");
  const common = {
    id,
    name: props.name,
    class: props.mono ? "input mono" : "input",
    defaultValue: props.initial ?? "",
    placeholder: props.placeholder,
    "aria-invalid": Boolean(problem),
    "aria-describedby": described || undefined,
    "data-autofocus": props.autoFocus || undefined,
    "data-testid": props.testId,
    spellcheck: false,
    autocomplete: "off" as const,
    onInput: settled,
    onCompositionEnd: settled,
    onKeyDown: (event: KeyboardEvent) => {
      if (!props.onEnter || event.key !== "Enter" || isComposing(event)) return;
      event.preventDefault();
      props.onEnter();
    },
  };
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{props.label}</label>
        {props.optional && <span class="field-optional">{words.common.optional}</span>}
        {counter && (
          <span class={counter.over ? "field-counter over" : "field-counter"}>
            <span aria-hidden="true">{counter.text}</span>
            <span class="aloud">{counter.aloud}</span>
          </span>
        )}
      </div>
      {props.rows ? (
        <textarea rows={props.rows} {...common} />
      ) : props.type === "password" ? (
        <input type="password" {...common} />
      ) : (
        <input type="text" {...common} />
      )}
      {problem && (
        <div class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </div>
      )}
      {hint && (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

interface SelectFieldProps {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  hint?: string | undefined;
  testId?: string;
  onChoose: (value: string) => void;
}

export function SelectField({ label, value, options, hint, testId, onChoose }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{label}</label>
      </div>
      <select
        id={id}
        class="input select"
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        data-testid={testId}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  legend: string;
  value: Value;
  options: { value: Value; label: string; hint?: string; disabled?: boolean }[];
  /** Side by side, as cards. */
  cards?: boolean;
  /** One below the other. */
  stacked?: boolean;
  onChoose: (value: Value) => void;
}

/** A choice of one, all of it visible. */
export function Choice<Value extends string>({
  legend,
  value,
  options,
  cards,
  stacked,
  onChoose,
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class={cards ? "choice-cards" : stacked ? "choice-stack" : "choice-list"}>
        {options.map((option) => (
          <label key={option.value} class={cards ? "choice-card" : "choice-line"}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChoose(option.value)}
            />
            <span class="choice-text">
              <span class="choice-label">{option.label}</span>
              {option.hint && <span class="choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface CheckProps {
  label: ComponentChildren;
  checked: boolean;
  /** It stands for several, of which some are ticked. */
  mixed?: boolean;
  hint?: ComponentChildren;
  disabled?: boolean;
  testId?: string;
  onChange: (checked: boolean) => void;
}

export function Check({ label, checked, mixed = false, hint, disabled, testId, onChange }: CheckProps) {
  const id = useId();
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        indeterminate={mixed}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        data-testid={testId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div class="check-text">
        <label for={id}>{label}</label>
        {hint && (
          <div class="field-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}

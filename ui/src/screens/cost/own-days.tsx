// Two days of one's own. They are asked for when they are whole, not while a year is being typed.

import { useId, useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { keepEnterFromComposition } from "../../parts/keyboard";
import { useWords } from "../../words";
import { areDays, type Days, MOST_DAYS } from "./span";

export function OwnDays({ days, onDays }: { days: Days; onDays: (days: Days) => void }) {
  const { costs } = useWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState(false);
  const show = () => {
    const [start = "", end = ""] = [...(form.current?.querySelectorAll("input") ?? [])].map(({ value }) =>
      value.trim(),
    );
    const typed = { start, end };
    setWrong(!areDays(typed));
    if (areDays(typed)) onDays(typed);
    else form.current?.querySelector("input")?.focus();
  };
  const day = (name: keyof Days, label: string) => (
    <div class="field">
      <div class="field-head">
        <label for={`${id}-${name}`}>{label}</label>
      </div>
      {/* Where the system has no picker for days, it is a line of text with the same value. */}
      <input
        id={`${id}-${name}`}
        type="date"
        class="input figures"
        defaultValue={days[name]}
        placeholder="2026-11-20"
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-problem` : `${id}-hint`}
        data-testid={`cost-${name}`}
      />
    </div>
  );
  return (
    <form
      ref={form}
      class="own-days"
      noValidate
      onKeyDown={keepEnterFromComposition}
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      {day("start", costs.from)}
      {day("end", costs.to)}
      <Button type="submit" testId="cost-show-days">
        {costs.showDays}
      </Button>
      {wrong ? (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {costs.dayProblem}
        </p>
      ) : (
        <p class="field-hint" id={`${id}-hint`}>
          {costs.ownHint(MOST_DAYS)}
        </p>
      )}
    </form>
  );
}

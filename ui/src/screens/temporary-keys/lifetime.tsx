// How long a temporary key is to work: one of the usual times, or seconds that are typed.

import { Choice, TextField } from "../../parts/field";
import { useWords } from "../../words";

/** What the service takes at most. */
export const LONGEST_SECONDS = 1800;
const PRESETS = ["60", "300", "900", "1800"] as const;

type Preset = (typeof PRESETS)[number] | "other";

export interface LifetimeDraft {
  preset: Preset;
  /** What is typed for `other`. */
  typed: string;
}

export const USUAL_LIFETIME: LifetimeDraft = { preset: "60", typed: "" };

/** The seconds, or null where what is typed is no time that the service takes. */
export function secondsOf({ preset, typed }: LifetimeDraft): number | null {
  const text = preset === "other" ? typed.trim() : preset;
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return seconds >= 1 && seconds <= LONGEST_SECONDS ? seconds : null;
}

interface LifetimeProps {
  draft: LifetimeDraft;
  /** Say what is wrong with it. */
  complain: boolean;
  onChange: (draft: LifetimeDraft) => void;
}

export function Lifetime({ draft, complain, onChange }: LifetimeProps) {
  const words = useWords();
  const { temporaryKeys } = words;
  return (
    <div class="lifetime">
      <Choice<Preset>
        legend={temporaryKeys.lifetime}
        value={draft.preset}
        options={[
          ...PRESETS.map((value) => ({ value, label: temporaryKeys.minutes(Number(value) / 60) })),
          { value: "other", label: temporaryKeys.other },
        ]}
        onChoose={(preset) => onChange({ ...draft, preset })}
      />
      {draft.preset === "other" && (
        <TextField
          label={temporaryKeys.seconds}
          hint={temporaryKeys.secondsHint(LONGEST_SECONDS)}
          problem={
            complain && secondsOf(draft) === null ? temporaryKeys.secondsWrong(LONGEST_SECONDS) : undefined
          }
          initial={draft.typed}
          testId="lifetime-seconds"
          onText={(typed) => onChange({ preset: "other", typed })}
        />
      )}
    </div>
  );
}

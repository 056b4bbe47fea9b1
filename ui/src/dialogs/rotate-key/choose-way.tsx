// The choice at the beginning: in safe order, or at once because the key has leaked; and what would be moved here.

import { variablesOf } from "../../key";
import { Choice } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { STEPS } from "../../rotation";
import type { KeyView } from "../../wire";
import { useWords } from "../../words";

export type Way = "safely" | "leaked";

interface ChooseWayProps {
  subject: KeyView;
  way: Way;
  regionName: string;
  canReset: boolean;
  canDisable: boolean;
  onWay: (way: Way) => void;
}

export function ChooseWay({ subject, way, regionName, canReset, canDisable, onWay }: ChooseWayProps) {
  const words = useWords();
  const variables = variablesOf(subject);
  const { ways, wayHints } = words.rotation;
  return (
    <>
      <Choice
        cards
        legend={words.rotation.way}
        value={way}
        options={[
          { value: "safely", label: ways.safely, hint: wayHints.safely },
          {
            value: "leaked",
            label: ways.leaked,
            hint: canReset ? wayHints.leaked : words.rotation.leakedNot(regionName),
            disabled: !canReset,
          },
        ]}
        onChoose={onWay}
      />
      <section class="way" data-testid="will-move">
        <p>{variables.length > 0 ? words.rotation.moves : words.rotation.movesNothing}</p>
        {variables.length > 0 && (
          <ul class="entries">
            {variables.map((variable) => (
              <li key={variable} class="way-variable">
                <Icon name="terminal" size={14} />
                <code class="mono">{variable}</code>
              </li>
            ))}
          </ul>
        )}
        {way === "safely" && (
          <p class="quiet">{canDisable ? words.rotation.elsewhere : words.rotation.elsewhereEnabled}</p>
        )}
      </section>
      {way === "safely" && (
        <section class="way">
          <h3>{words.rotation.order}</h3>
          <ol class="way-steps">
            {[...STEPS, "deleted" as const].map((step) => (
              <li key={step} class={step === "oldDisabled" && !canDisable ? "greyed" : undefined}>
                {words.rotation.steps[step]}
                {step === "oldDisabled" && !canDisable && (
                  <span class="field-hint"> · {words.rotation.states.notHere}</span>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

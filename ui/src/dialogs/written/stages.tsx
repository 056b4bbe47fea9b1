// The four stages, with the one that is under way marked.

import { Icon } from "../../parts/icon";
import { useWords } from "../../words";

export function Stages({ current }: { current: number }) {
  const words = useWords();
  return (
    <ol class="stages" aria-label={words.variable.stagesLabel}>
      {words.variable.stages.map((name, index) => {
        const past = index < current || current === 3;
        return (
          <li
            key={name}
            class={past ? "stage-past" : index === current ? "stage-now" : undefined}
            aria-current={index === current ? "step" : undefined}
          >
            <span class="stage-mark" aria-hidden="true">
              {past ? <Icon name="check" size={12} /> : index + 1}
            </span>
            {name}
          </li>
        );
      })}
    </ol>
  );
}

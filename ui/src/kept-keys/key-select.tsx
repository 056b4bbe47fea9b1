// The choice of a key among those on this computer, by region. What cannot be used is greyed and says why.

import { useId } from "preact/hooks";
import { nameOf } from "../key";
import type { KeyRef, RegionView } from "../wire";
import { useWords } from "../words";
import type { KeptKey } from "./use-chosen-key";
import type { KeptPlace } from "./use-kept-keys";

interface KeySelectProps {
  label: string;
  places: KeptPlace[];
  chosen: KeptKey;
  /** Why the keys of a region cannot be used for this; null if they can. */
  reason: (region: RegionView) => string | null;
  testId?: string;
  onChoose: (key: KeyRef) => void;
}

export function KeySelect({ label, places, chosen, reason, testId, onChoose }: KeySelectProps) {
  const words = useWords();
  const id = useId();
  const value = optionOf(chosen.keyView);
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{label}</label>
      </div>
      <select
        id={id}
        class="input select"
        value={value}
        data-testid={testId}
        onChange={(event) => {
          const key = places
            .flatMap(({ keys }) => keys)
            .find((one) => optionOf(one) === event.currentTarget.value);
          if (key) onChoose(key);
        }}
      >
        {places
          .filter(({ keys }) => keys.length > 0)
          .map(({ region, keys }) => {
            const name = words.common.region(region);
            const why = reason(region);
            return (
              <optgroup
                key={region.id}
                label={why ? words.keptKeys.groupWithout(name, why) : name}
                disabled={why !== null}
              >
                {keys.map((key) => {
                  const text =
                    nameOf(key) === key.masked ? key.masked : words.keptKeys.option(nameOf(key), key.masked);
                  const option = optionOf(key);
                  return (
                    <option key={option} value={option} selected={option === value} disabled={key.disabled}>
                      {key.disabled ? words.keptKeys.disabledOption(text) : text}
                    </option>
                  );
                })}
              </optgroup>
            );
          })}
      </select>
    </div>
  );
}

function optionOf(key: KeyRef): string {
  return `${key.region}/${key.apiKeyId}`;
}

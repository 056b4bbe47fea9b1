// Which colour and texture is what. Pressing one takes it out of the chart, or puts it back.

import { Button } from "../../parts/button";
import { useWords } from "../../words";
import type { Series } from "./series";
import { Swatch } from "./textures";

interface CostLegendProps {
  series: Series[];
  hidden: string[];
  onHide: (hidden: string[]) => void;
}

export function CostLegend({ series, hidden, onHide }: CostLegendProps) {
  const { costs } = useWords();
  if (series.length < 2) return null;
  return (
    <fieldset class="cost-legend">
      <legend class="aloud">{costs.legend}</legend>
      {series.map(({ id, look, name }) => {
        const shown = !hidden.includes(id);
        return (
          <button
            key={id}
            type="button"
            class="legend-item"
            aria-pressed={shown}
            title={shown ? name : `${name} · ${costs.hidden}`}
            data-testid={`legend-${id}`}
            onClick={() => onHide(shown ? [...hidden, id] : hidden.filter((one) => one !== id))}
          >
            <Swatch look={look} />
            <span class="cut">{name}</span>
          </button>
        );
      })}
      {hidden.length > 0 && (
        <Button look="quiet" testId="legend-all" onPress={() => onHide([])}>
          {costs.legendAll}
        </Button>
      )}
    </fieldset>
  );
}

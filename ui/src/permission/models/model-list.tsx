// The models of a workspace to tick, in families; families with something chosen come first, as they were when the list
// was opened: nothing moves under the pointer.

import { useState } from "preact/hooks";
import { Check } from "../../parts/field";
import type { ModelView } from "../../wire";
import { useWords, type Words } from "../../words";
import { toggled } from "../draft";
import { type Family, familiesOf } from "./families";

interface ModelListProps {
  models: ModelView[];
  chosen: string[];
  search: string;
  onPut: (models: string[]) => void;
}

export function ModelList({ models, chosen, search, onPut }: ModelListProps) {
  const words = useWords();
  const [first] = useState(() => new Set(chosen));
  if (models.length === 0) return <p class="nothing-found">{words.permission.models.nothingFound(search)}</p>;
  const families = familiesOf(chosenFirst(models, first));
  return (
    // Its rows are reached with the Tab key; the box itself scrolls with them.
    <div class="models">
      {families.map((family) => (
        <FamilyRows key={family.name} family={family} chosen={chosen} onPut={onPut} />
      ))}
    </div>
  );
}

function chosenFirst(models: ModelView[], first: Set<string>): ModelView[] {
  const rank = (model: ModelView) => (first.has(model.id) ? 0 : 1);
  return models.toSorted((one, other) => rank(one) - rank(other));
}

interface FamilyProps {
  family: Family;
  chosen: string[];
  onPut: (models: string[]) => void;
}

function FamilyRows({ family, chosen, onPut }: FamilyProps) {
  const words = useWords();
  const names = family.models.map(({ id }) => id);
  const ticked = names.filter((name) => chosen.includes(name));
  const all = ticked.length === names.length;
  return (
    <fieldset class="family">
      <legend class="aloud">
        {words.permission.models.family(family.name, ticked.length, names.length)}
      </legend>
      {names.length > 1 && (
        <div class="family-head">
          <Check
            label={words.permission.models.allOf(family.name)}
            checked={all}
            mixed={ticked.length > 0 && !all}
            onChange={(on) => {
              const others = chosen.filter((name) => !names.includes(name));
              onPut(on ? [...others, ...names] : others);
            }}
          />
          <span class="quiet figures" aria-hidden="true">
            {ticked.length}/{names.length}
          </span>
        </div>
      )}
      {family.models.map((model) => (
        <Check
          key={model.id}
          checked={chosen.includes(model.id)}
          testId={`model-${model.id}`}
          label={<span class="mono">{model.id}</span>}
          hint={factsOf(model, words) || undefined}
          onChange={(on) => onPut(toggled(chosen, model.id, on))}
        />
      ))}
    </fieldset>
  );
}

/** What the service says about a model, in one line. */
function factsOf(model: ModelView, words: Words): string {
  const { models } = words.permission;
  const facts: string[] = [];
  if (!model.callable) facts.push(model.reason ? models.reasons[model.reason] : models.notCallable);
  if (model.name && model.name !== model.id) facts.push(model.name);
  if (model.contextWindow !== null)
    facts.push(models.context(new Intl.NumberFormat(words.tag).format(model.contextWindow)));
  for (const { name, price, unit, range, timeBand } of model.prices.slice(0, 3))
    facts.push([name, price, unit, range, timeBand].filter(Boolean).join(" "));
  return facts.join(" · ");
}

// A model by its name: for one that the list does not show, or where there is no list.

import { useRef } from "preact/hooks";
import { Button } from "../../parts/button";
import { TextField } from "../../parts/field";
import { Icon } from "../../parts/icon";
import type { ModelView } from "../../wire";
import { useWords } from "../../words";

interface AddModelProps {
  chosen: string[];
  listed: ModelView[];
  onAdd: (name: string) => void;
  onRemove: (name: string) => void;
}

export function AddModel({ chosen, listed, onAdd, onRemove }: AddModelProps) {
  const words = useWords();
  const typed = useRef<HTMLDivElement>(null);
  const byName = chosen.filter((name) => !listed.some(({ id }) => id === name));
  const add = () => {
    const field = typed.current?.querySelector("input");
    const names = field?.value.split(/[\s,，、;；]+/).filter(Boolean) ?? [];
    for (const name of names) onAdd(name);
    if (field) field.value = "";
  };
  return (
    <>
      {byName.length > 0 && (
        <ul class="chips" aria-label={words.permission.models.chosen}>
          {byName.map((name) => (
            <li key={name} class="chip chip-good">
              <span class="chip-text chip-entry mono">{name}</span>
              <button
                type="button"
                class="chip-remove"
                aria-label={words.permission.removeEntry(name)}
                title={words.permission.removeEntry(name)}
                onClick={() => onRemove(name)}
              >
                <Icon name="x" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div ref={typed} class="add-model">
        <TextField
          label={words.permission.models.add}
          hint={words.permission.models.addHint}
          mono
          testId="model-name"
          onText={() => {}}
          onEnter={add}
        />
        <Button icon="plus" onPress={add}>
          {words.permission.groups.add}
        </Button>
      </div>
    </>
  );
}

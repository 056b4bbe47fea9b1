// What can be done with several selected keys. It takes the place of the search while keys are being selected.

import { Button } from "../../parts/button";
import type { KeyView } from "../../wire";
import { useWords } from "../../words";
import type { Selection } from "./use-selection";

interface SelectionBarProps {
  selection: Selection;
  shown: KeyView[];
  onEdit: (keys: KeyView[]) => void;
}

export function SelectionBar({ selection, shown, onEdit }: SelectionBarProps) {
  const words = useWords();
  const chosen = selection.among(shown);
  return (
    <section class="toolbar" aria-label={words.permission.selection.label}>
      <strong class="figures" role="status">
        {words.permission.selection.count(chosen.length)}
      </strong>
      <Button look="quiet" onPress={() => selection.put(shown)}>
        {words.permission.selection.all}
      </Button>
      <span class="toolbar-count" />
      <Button onPress={selection.end}>{words.permission.selection.end}</Button>
      <Button
        look="primary"
        icon="shieldCheck"
        disabled={chosen.length === 0}
        testId="selection-edit"
        onPress={() => onEdit(chosen)}
      >
        {words.permission.selection.edit}
      </Button>
    </section>
  );
}

// No key yet: what this place is for, and the one thing to do.

import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { isHere } from "../../place";
import type { RegionView } from "../../wire";
import { useWords } from "../../words";

interface EmptyKeysProps {
  region: RegionView;
  onCreate: () => void;
  onPaste: () => void;
}

export function EmptyKeys({ region, onCreate, onPaste }: EmptyKeysProps) {
  const words = useWords();
  return (
    <div class="empty" data-testid="empty">
      <span class="empty-icon">
        <Icon name="keyRound" size={28} />
      </span>
      <h2>{words.keys.emptyTitle}</h2>
      <p>{isHere(region) ? words.keys.emptyHere : words.keys.emptyCloud}</p>
      <Button look="primary" icon="plus" onPress={onCreate}>
        {words.keys.create}
      </Button>
      <Button look="quiet" icon="clipboardPaste" onPress={onPaste}>
        {words.clouds.paste}
      </Button>
    </div>
  );
}

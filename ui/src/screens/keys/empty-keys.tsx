// No key yet: what this place is for, and the one thing to do.

import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import type { RegionView } from "../../wire";
import { useWords } from "../../words";

export function EmptyKeys({ region, onCreate }: { region: RegionView; onCreate: () => void }) {
  const words = useWords();
  return (
    <div class="empty" data-testid="empty">
      <span class="empty-icon">
        <Icon name="keyRound" size={28} />
      </span>
      <h2>{words.keys.emptyTitle}</h2>
      <p>{region.id === "this-computer" ? words.keys.emptyHere : words.keys.emptyCloud}</p>
      <Button look="primary" icon="plus" onPress={onCreate}>
        {words.keys.create}
      </Button>
    </div>
  );
}

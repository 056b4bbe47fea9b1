// A region whose list was never seen: a key that one has already can be kept and used all the same.

import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { useWords } from "../../words";

interface UnseenKeysProps {
  /** Keys that are kept here follow below. */
  keptBelow: boolean;
  onPaste: () => void;
}

export function UnseenKeys({ keptBelow, onPaste }: UnseenKeysProps) {
  const words = useWords();
  const paste = (
    <Button icon="clipboardPaste" onPress={onPaste}>
      {words.clouds.paste}
    </Button>
  );
  if (keptBelow) return <div class="stopped">{paste}</div>;
  return (
    <div class="empty" data-testid="unseen">
      <span class="empty-icon">
        <Icon name="keyRound" size={28} />
      </span>
      <h2>{words.clouds.unseenTitle}</h2>
      <p>{words.clouds.unseen}</p>
      {paste}
    </div>
  );
}

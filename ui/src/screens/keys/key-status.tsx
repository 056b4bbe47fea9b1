// The state of a key in one badge: what needs the user comes first.

import { Icon } from "../../parts/icon";
import { Badge } from "../../parts/text";
import type { KeyView } from "../../wire";
import { useWords } from "../../words";

export function KeyStatus({ keyView }: { keyView: KeyView }) {
  const words = useWords();
  if (keyView.disabled)
    return (
      <Badge plain icon="ban">
        {words.keys.disabled}
      </Badge>
    );
  if (keyView.kept.state === "memoryOnly" || keyView.kept.state === "missing")
    return (
      <Badge plain tone="warning" icon="triangleAlert" title={words.keys.keptTitle[keyView.kept.state]}>
        {words.keys.kept[keyView.kept.state]}
      </Badge>
    );
  if (keyView.oldFormat)
    return (
      <Badge plain tone="warning" icon="repeat" title={words.clouds.oldFormatTitle}>
        {words.clouds.oldFormat}
      </Badge>
    );
  return (
    <Badge plain tone="good" icon="check">
      {words.keys.enabled}
    </Badge>
  );
}

/** Stands where the eye would be: the value of this key is not on this computer. */
export function ValueElsewhere() {
  const words = useWords();
  return (
    <span class="key-elsewhere" title={words.keys.keptTitle.unknown}>
      <Icon name="eyeOff" />
      <span class="aloud">{words.keys.keptTitle.unknown}</span>
    </span>
  );
}

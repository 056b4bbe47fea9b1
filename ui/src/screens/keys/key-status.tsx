// The state of a key in one badge: what needs the user comes first.

import { Badge } from "../../parts/text";
import type { KeyView } from "../../wire";
import { useWords } from "../../words";

export function KeyStatus({ keyView }: { keyView: KeyView }) {
  const words = useWords();
  if (keyView.disabled) return <Badge icon="ban">{words.keys.disabled}</Badge>;
  return (
    <Badge tone="good" icon="check">
      {words.keys.enabled}
    </Badge>
  );
}

/** Whether the value is on this computer; nothing where it is safely kept. */
export function KeptBadge({ keyView }: { keyView: KeyView }) {
  const words = useWords();
  switch (keyView.kept.state) {
    case "memoryOnly":
      return (
        <Badge tone="warning" icon="triangleAlert">
          {words.keys.keptMemory}
        </Badge>
      );
    case "missing":
      return (
        <Badge tone="warning" icon="triangleAlert">
          {words.keys.keptMissing}
        </Badge>
      );
    case "unknown":
      return <Badge>{words.keys.keptUnknown}</Badge>;
    case "kept":
      return null;
  }
}

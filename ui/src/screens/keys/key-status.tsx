// The state of a key in one badge: what needs the user comes first.

import { Icon } from "../../parts/icon";
import { Badge } from "../../parts/text";
import { isReplaced, rotationOf } from "../../rotation";
import { useKnownRotations } from "../../state/use-rotations";
import type { KeyView, RotationView } from "../../wire";
import { useWords } from "../../words";
import { dayOf } from "../../words/dates";

export function KeyStatus({ keyView }: { keyView: KeyView }) {
  const words = useWords();
  const rotating = rotationOf(useKnownRotations(), keyView);
  if (rotating?.role === "old") return <Goes rotation={rotating.rotation} />;
  if (keyView.disabled)
    return (
      <Badge plain icon="ban">
        {words.keys.disabled}
      </Badge>
    );
  const { state } = keyView.kept;
  if (state === "memoryOnly" || state === "missing" || state === "stranded")
    return (
      <Badge plain tone="warning" icon="triangleAlert" title={words.keys.keptTitle[state]}>
        {words.keys.kept[state]}
      </Badge>
    );
  if (rotating && !isReplaced(rotating.rotation))
    return (
      <Badge
        plain
        tone="accent"
        icon="repeat"
        title={words.rotation.badgeTitle.coming(rotating.rotation.oldMasked)}
      >
        {words.rotation.badge.coming}
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

/** A key whose place another one takes, or has taken. */
function Goes({ rotation }: { rotation: RotationView }) {
  const words = useWords();
  const { badge, badgeTitle } = words.rotation;
  if (isReplaced(rotation))
    return (
      <Badge plain icon="ban" title={badgeTitle.replaced(dayOf(rotation.remindAt ?? 0, words.tag))}>
        {badge.replaced}
      </Badge>
    );
  return (
    <Badge plain tone="accent" icon="repeat" title={badgeTitle.going}>
      {badge.going}
    </Badge>
  );
}

/** Stands where the eye would be: the value of this key is not on this computer, or of no use any more. */
export function NoValue({ keyView }: { keyView: KeyView }) {
  const { keptTitle } = useWords().keys;
  const why = keyView.kept.state === "stranded" ? keptTitle.stranded : keptTitle.unknown;
  return (
    <span class="key-elsewhere" title={why}>
      <Icon name="eyeOff" />
      <span class="aloud">{why}</span>
    </span>
  );
}

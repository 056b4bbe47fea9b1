// Replacing a key by a new one. First the way is chosen; a rotation that is under way already is shown as it stands. What
// is known of it is asked of the program each time: the dialog may have been closed while a step was being taken.

import { useCallback } from "preact/hooks";
import { nameOf } from "../../key";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote } from "../../parts/note";
import { bareRegion, isHere } from "../../place";
import { rotationOf } from "../../rotation";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import type { KeyRef, KeyView, RegionView, RotationView } from "../../wire";
import { useWords } from "../../words";
import { Beginning } from "./beginning";
import { Replacing } from "./replacing";
import { useRotation } from "./use-rotation";

/** What the dialog begins with, where it was opened for a rotation. */
export type Intent = "show" | "continue" | "undo" | "delete";

interface RotateKeyDialogProps {
  /** The row of the key; none where it is opened from the note of a rotation in another place. */
  subject: KeyView | null;
  /** The rotation that it was opened for. */
  rotation: RotationView | null;
  intent: Intent;
  onClose: () => void;
  /** The keys are not what they were. Called even after the dialog is gone. */
  onChanged: () => void;
  onReset: (key: KeyView) => void;
  /** The old key is deleted. */
  onDeleted: (rotation: RotationView) => void;
}

export function RotateKeyDialog(props: RotateKeyDialogProps) {
  const words = useWords();
  const core = useCore();
  const { subject, rotation, onClose } = props;
  const id = rotation?.id ?? subject?.rotation ?? null;
  const key = rotation?.oldKey ?? subject;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, for what the dialog was opened for
  const load = useCallback(async () => {
    const all = await core.listRotations();
    const found = all.find((one) => one.id === id) ?? (key && rotationOf(all, key)?.rotation);
    return { rotation: found ?? null };
  }, [core]);
  const { value, failure, reload } = useLoad(load);

  if (value) return <Loaded {...props} rotation={value.rotation ?? rotation} />;
  if (!failure) return null;
  return (
    <Dialog
      size="small"
      title={words.rotation.title(nameOf(subject ?? { description: "", masked: rotation?.oldMasked ?? "" }))}
      testId="rotate-dialog"
      onDismiss={onClose}
      footer={<Button onPress={onClose}>{words.common.close}</Button>}
    >
      <FailureNote failure={failure} onRetry={reload} />
    </Dialog>
  );
}

function Loaded(props: RotateKeyDialogProps) {
  const { subject, intent, onClose, onReset, onDeleted } = props;
  const { app, region: shown, regions } = useApp();
  const placeKey: KeyRef | null = props.rotation?.oldKey ?? subject;
  const place = placeKey?.region ?? shown.id;
  const region = regionOf(app.regions, place) ?? shown;
  const changed = () => {
    props.onChanged();
    // The list on the screen is another place's.
    if (place !== shown.id && !isHere(region) && region.id === place) void regions.refresh(place, true);
  };
  const rotating = useRotation(props.rotation, changed);

  if (rotating.rotation)
    return (
      <Replacing
        rotating={rotating}
        rotation={rotating.rotation}
        subject={subject}
        region={region}
        intent={props.rotation ? intent : "show"}
        onClose={onClose}
        onDeleted={onDeleted}
      />
    );
  return (
    subject && (
      <Beginning rotating={rotating} subject={subject} region={region} onClose={onClose} onReset={onReset} />
    )
  );
}

/** The place itself, or its region as another account sees it: what it can do is the same. */
function regionOf(regions: RegionView[], place: string): RegionView | undefined {
  return regions.find((one) => one.id === place) ?? regions.find((one) => one.region === bareRegion(place));
}

// Undoing a change: what will happen, before it does.

import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { FailureNote, SlowNote } from "../parts/note";
import { useCore } from "../state/core-context";
import { useAction } from "../state/use-action";
import { targetOf } from "../tool";
import type { ChangeView, UndoneView } from "../wire";
import { useWords } from "../words";

interface UndoChangeDialogProps {
  change: ChangeView;
  onClose: () => void;
  onUndone: (undone: UndoneView) => void;
}

export function UndoChangeDialog({ change, onClose, onUndone }: UndoChangeDialogProps) {
  const words = useWords();
  const core = useCore();
  const undoing = useAction();
  return (
    <Dialog
      alert
      size="small"
      title={words.changes.undoTitle(targetOf(change))}
      testId="undo-dialog"
      onDismiss={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button
            look="primary"
            icon="undo"
            busy={undoing.busy}
            onPress={() => undoing.run(() => core.undoChange(change.id), onUndone)}
          >
            {undoing.busy ? words.changes.undoing : words.changes.undoSubmit}
          </Button>
        </>
      }
    >
      <p>{words.changes.undoBody(targetOf(change))}</p>
      <ul class="entries mono">
        {change.files.map((file) => (
          <li key={file.path}>{file.path}</li>
        ))}
      </ul>
      <p class="quiet">{words.changes.undoNew}</p>
      {undoing.slow && (
        <SlowNote what={change.tool ? words.tools.waitSettings : words.waiting.files} onStop={undoing.stop} />
      )}
      {undoing.failure && <FailureNote failure={undoing.failure} />}
    </Dialog>
  );
}

// Resetting a key: the value changes and the old one dies at once.

import { holdersOf, keyRef, nameOf } from "../key";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { FailureNote, SlowNote } from "../parts/note";
import { Masked } from "../parts/text";
import type { DialogKey } from "../screens/keys/open-dialog";
import { useCore } from "../state/core-context";
import { useAction } from "../state/use-action";
import type { ResetKeyView } from "../wire";
import { useWords } from "../words";

interface ResetKeyDialogProps {
  subject: DialogKey;
  onClose: () => void;
  onReset: (result: ResetKeyView) => void;
}

export function ResetKeyDialog({ subject, onClose, onReset }: ResetKeyDialogProps) {
  const words = useWords();
  const core = useCore();
  const resetting = useAction();
  const holders = holdersOf(subject);
  return (
    <Dialog
      alert
      size="small"
      title={words.reset.title(nameOf(subject))}
      testId="reset-dialog"
      onDismiss={() => !resetting.busy && onClose()}
      footer={
        <>
          <Button autoFocus disabled={resetting.busy} onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button
            look="danger"
            busy={resetting.busy}
            onPress={() => resetting.run(() => core.resetKey(keyRef(subject)), onReset)}
          >
            {resetting.busy ? words.reset.submitting : words.reset.submit}
          </Button>
        </>
      }
    >
      {subject.masked && (
        <p>
          <Masked masked={subject.masked} />
        </p>
      )}
      {holders.length > 0 && <p>{words.reset.follows(words.counted.names(holders), holders.length > 1)}</p>}
      <p>{words.reset.body}</p>
      <p class="quiet">{words.reset.elsewhere}</p>
      {resetting.slow && <SlowNote what={words.waiting.program} onStop={resetting.stop} />}
      {resetting.failure && <FailureNote failure={resetting.failure} />}
    </Dialog>
  );
}

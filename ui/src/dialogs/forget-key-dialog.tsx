// Removing a pasted key from this computer. It is not deleting: at the service nothing changes.

import { holdersOf, keyRef, nameOf } from "../key";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { FailureNote, SlowNote } from "../parts/note";
import { Masked } from "../parts/text";
import { useCore } from "../state/core-context";
import { useAction } from "../state/use-action";
import type { KeyView } from "../wire";
import { useWords } from "../words";

interface ForgetKeyDialogProps {
  subject: KeyView;
  onClose: () => void;
  onForgotten: () => void;
}

export function ForgetKeyDialog({ subject, onClose, onForgotten }: ForgetKeyDialogProps) {
  const words = useWords();
  const core = useCore();
  const forgetting = useAction();
  const holders = holdersOf(subject);
  return (
    <Dialog
      alert
      size="small"
      title={words.clouds.forgetTitle(nameOf(subject))}
      testId="forget-dialog"
      onDismiss={() => !forgetting.busy && onClose()}
      footer={
        <>
          <Button autoFocus disabled={forgetting.busy} onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button
            look="danger"
            busy={forgetting.busy}
            testId="forget-submit"
            onPress={() => forgetting.run(() => core.removeKept(keyRef(subject)), onForgotten)}
          >
            {forgetting.busy ? words.accounts.removing : words.clouds.forgetSubmit}
          </Button>
        </>
      }
    >
      <p>
        <Masked masked={subject.masked} />
      </p>
      {holders.length > 0 && (
        <p>
          <strong>{words.clouds.forgetUsed(words.counted.names(holders))}</strong>
        </p>
      )}
      <p>{words.clouds.forgetBody}</p>
      {forgetting.slow && <SlowNote what={words.waiting.program} onStop={forgetting.stop} />}
      {forgetting.failure && <FailureNote failure={forgetting.failure} />}
    </Dialog>
  );
}

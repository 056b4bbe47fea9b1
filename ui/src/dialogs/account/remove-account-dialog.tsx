// Removing an account: what that means for this computer comes first. At the service nothing changes.

import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote, SlowNote } from "../../parts/note";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { AccountView } from "../../wire";
import { useWords } from "../../words";

interface RemoveAccountDialogProps {
  account: AccountView;
  onClose: () => void;
  onRemoved: () => void;
}

export function RemoveAccountDialog({ account, onClose, onRemoved }: RemoveAccountDialogProps) {
  const words = useWords();
  const core = useCore();
  const { app } = useApp();
  const removing = useAction();
  const kept = app.regions
    .filter((region) => region.account === account.id)
    .reduce((count, region) => count + region.keptKeys, 0);
  return (
    <Dialog
      alert
      size="small"
      title={words.accounts.removeTitle(account.name)}
      testId="remove-account-dialog"
      onDismiss={() => !removing.busy && onClose()}
      footer={
        <>
          <Button autoFocus disabled={removing.busy} onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button
            look="danger"
            busy={removing.busy}
            testId="remove-account-submit"
            onPress={() => removing.run(() => core.removeAccount(account.id), onRemoved)}
          >
            {removing.busy ? words.accounts.removing : words.accounts.removeSubmit}
          </Button>
        </>
      }
    >
      <p>
        <strong>{words.accounts.removeBody}</strong>
      </p>
      {kept > 0 && <p>{words.accounts.removeKept(kept)}</p>}
      <p>{words.accounts.removeStays}</p>
      {removing.slow && <SlowNote what={words.waiting.store} onStop={removing.stop} />}
      {removing.failure && <FailureNote failure={removing.failure} />}
    </Dialog>
  );
}

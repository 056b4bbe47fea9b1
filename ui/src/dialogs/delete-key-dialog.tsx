// Deleting a key, for ever. What it means for this computer comes first; a key that is in use here is deleted only after
// its last characters were typed.

import { useRef, useState } from "preact/hooks";
import { holdersOf, keyRef, lastFour, nameOf } from "../key";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Check, TextField } from "../parts/field";
import { keepEnterFromComposition } from "../parts/keyboard";
import { FailureNote, SlowNote } from "../parts/note";
import { Masked } from "../parts/text";
import type { DialogKey } from "../screens/keys/open-dialog";
import { useCore } from "../state/core-context";
import { useAction } from "../state/use-action";
import { useWords } from "../words";

interface DeleteKeyDialogProps {
  subject: DialogKey;
  canDisable: boolean;
  onClose: () => void;
  onDisable: () => void;
  onDeleted: () => void;
}

export function DeleteKeyDialog({
  subject,
  canDisable,
  onClose,
  onDisable,
  onDeleted,
}: DeleteKeyDialogProps) {
  const words = useWords();
  const core = useCore();
  const deleting = useAction();
  const holders = holdersOf(subject);
  const used = holders.length > 0;
  const [takeOut, setTakeOut] = useState(true);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const named = words.counted.names(holders);

  const remove = () => {
    if (used && typed.trim() !== lastFour(subject.masked)) {
      setWrong(true);
      form.current?.querySelector<HTMLElement>("input[type=text]")?.focus();
      return;
    }
    deleting.run(() => core.deleteKey({ key: keyRef(subject), undoChanges: used && takeOut }), onDeleted);
  };

  return (
    <Dialog
      alert
      size="small"
      title={words.remove.title(nameOf(subject))}
      testId="delete-dialog"
      onDismiss={() => !deleting.busy && onClose()}
      footer={
        <>
          {canDisable && (
            <span class="foot-start">
              <Button icon="ban" disabled={deleting.busy} onPress={onDisable}>
                {words.remove.disableInstead}
              </Button>
            </span>
          )}
          <Button autoFocus disabled={deleting.busy} onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button look="danger" busy={deleting.busy} testId="delete-submit" onPress={remove}>
            {deleting.busy ? words.remove.submitting : words.remove.submit}
          </Button>
        </>
      }
    >
      {subject.masked && (
        <p>
          <Masked masked={subject.masked} />
        </p>
      )}
      <p>
        <strong>{used ? words.remove.usedHere(named, holders.length > 1) : words.remove.notUsedHere}</strong>
      </p>
      <p>{words.remove.final}</p>
      {used && (
        <form
          ref={form}
          class="fields"
          onKeyDown={keepEnterFromComposition}
          onSubmit={(event) => {
            event.preventDefault();
            remove();
          }}
        >
          <Check
            label={words.remove.takeOut(named)}
            checked={takeOut}
            testId="take-out"
            onChange={setTakeOut}
          />
          <TextField
            label={words.remove.typeLast(lastFour(subject.masked))}
            mono
            problem={wrong ? words.remove.typeWrong : null}
            testId="delete-confirm"
            onText={(text) => {
              setTyped(text);
              setWrong(false);
            }}
          />
        </form>
      )}
      {deleting.slow && <SlowNote what={words.waiting.program} onStop={deleting.stop} />}
      {deleting.failure && <FailureNote failure={deleting.failure} />}
    </Dialog>
  );
}

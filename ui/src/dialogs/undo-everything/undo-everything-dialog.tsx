// Undoing everything: what is taken back and what cannot be, before it is; how far it has come; and what came of each change.

import { useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { ChangeView, UndoneEverythingView, VerificationView } from "../../wire";
import { useWords } from "../../words";
import { ChangesToUndo } from "./changes-to-undo";
import { useUndoneSoFar } from "./use-undone-so-far";

interface UndoEverythingDialogProps {
  /** Those that stand, the oldest first. */
  changes: ChangeView[];
  onClose: () => void;
  /** Something was undone, or may have been. */
  onChanged: () => void;
}

export function UndoEverythingDialog({ changes, onClose, onChanged }: UndoEverythingDialogProps) {
  const words = useWords();
  const core = useCore();
  const undoing = useAction();
  const undone = useUndoneSoFar(undoing.busy);
  const [result, setResult] = useState<UndoneEverythingView | null>(null);
  const done = changes.filter((one) => undone.has(one.id)).length;
  return (
    <Dialog
      alert
      title={result ? words.changes.everythingSubmit : words.changes.everythingTitle}
      testId="undo-everything-dialog"
      onDismiss={() => !undoing.busy && onClose()}
      footer={
        result ? (
          <Button look="primary" autoFocus onPress={onClose}>
            {words.common.done}
          </Button>
        ) : (
          <>
            <Button autoFocus disabled={undoing.busy} onPress={onClose}>
              {words.common.cancel}
            </Button>
            <Button
              look="primary"
              icon="undo"
              busy={undoing.busy}
              testId="undo-everything-submit"
              onPress={() =>
                undoing.run(core.undoEverything, (answer) => {
                  setResult(answer);
                  onChanged();
                })
              }
            >
              {undoing.busy ? words.changes.undoing : words.changes.everythingSubmit}
            </Button>
          </>
        )
      }
    >
      {result ? <Outcome result={result} /> : <p>{words.changes.everythingBody(changes.length)}</p>}
      {undoing.busy && (
        <p role="status" class="figures" data-testid="undo-progress">
          {words.changes.everythingProgress(done, changes.length)}
        </p>
      )}
      <ChangesToUndo changes={changes} undone={undone} outcomes={result?.outcomes ?? null} />
      {!result && (
        <section>
          <h3>{words.changes.everythingStays}</h3>
          <ul class="stays">
            {words.changes.everythingCannot.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </section>
      )}
      {undoing.slow && (
        <SlowNote
          what={words.waiting.files}
          onStop={() => {
            // The program goes on; the list shows how far it came.
            undoing.stop();
            onChanged();
            onClose();
          }}
        />
      )}
      {undoing.failure && <FailureNote failure={undoing.failure} />}
    </Dialog>
  );
}

function Outcome({ result }: { result: UndoneEverythingView }) {
  const words = useWords();
  const failed = result.outcomes.filter((one) => one.failure).length;
  const still = result.verifications.filter((one) => one.status === "other");
  return (
    <>
      <Note
        tone={failed > 0 ? "warning" : "good"}
        role="status"
        title={failed > 0 ? words.changes.everythingSome(failed) : words.changes.everythingDone}
        testId="undone-everything"
      >
        <p>{failed > 0 ? words.changes.everythingRest : words.changes.undoNew}</p>
      </Note>
      {still.length > 0 && (
        <Note testId="still-set">
          {still.map((one) => (
            <p key={`${one.variable}${one.destination}`}>
              {words.changes.stillSet(one.variable, whoOf(one), one.foundMasked ?? "")}
            </p>
          ))}
        </Note>
      )}
    </>
  );

  function whoOf({ destination, program }: VerificationView): string {
    return destination ? words.variable.destinations[destination] : program;
  }
}

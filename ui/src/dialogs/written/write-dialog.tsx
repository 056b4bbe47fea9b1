// The dialog in which something is written on this computer, in four stages that are all visible: preview, write, verify,
// done. Nothing is written before the second.

import type { ComponentChildren } from "preact";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote } from "../../parts/note";
import { useWords } from "../../words";
import { Stages } from "./stages";
import type { Writing } from "./use-writing";

interface WriteDialogProps {
  title: string;
  /** Begins the names by which tests find its buttons. */
  name: string;
  writing: Writing;
  /** There is a preview, and it is the one for what is wished. */
  canWrite: boolean;
  /** What is shown until it is written. */
  preview: ComponentChildren;
  /** What is shown after that. */
  result: ComponentChildren;
  onWrite: () => void;
  /** Makes the preview anew, after a refusal. */
  onPlanAgain: () => void;
  onClose: () => void;
}

export function WriteDialog(props: WriteDialogProps) {
  const words = useWords();
  const { name, writing, onPlanAgain, onClose } = props;
  const { applying, undoing, change } = writing;
  return (
    <Dialog
      size="large"
      title={props.title}
      testId={`${name}-dialog`}
      onDismiss={() => !applying.busy && !undoing.busy && onClose()}
      footer={
        change ? (
          <>
            {!writing.undone && (
              <Button
                icon="undo"
                busy={undoing.busy}
                disabled={writing.verifying}
                testId={`${name}-undo`}
                onPress={writing.undo}
              >
                {undoing.busy ? words.variable.undoing : words.variable.undo}
              </Button>
            )}
            <Button look="primary" disabled={undoing.busy} testId={`${name}-done`} onPress={onClose}>
              {words.common.done}
            </Button>
          </>
        ) : (
          <>
            <Button disabled={applying.busy} onPress={onClose}>
              {words.common.cancel}
            </Button>
            <Button
              look="primary"
              busy={applying.busy}
              disabled={!props.canWrite}
              testId={`${name}-write`}
              onPress={props.onWrite}
            >
              {applying.busy ? words.variable.writing : words.variable.write}
            </Button>
          </>
        )
      }
    >
      <Stages current={writing.stage} />
      {change ? (
        props.result
      ) : (
        <>
          {props.preview}
          {applying.failure && (
            <FailureNote
              failure={applying.failure}
              actions={
                <Button
                  icon="rotateCcw"
                  onPress={() => {
                    applying.clear();
                    onPlanAgain();
                  }}
                >
                  {words.variable.planAgain}
                </Button>
              }
            />
          )}
        </>
      )}
      {undoing.failure && <FailureNote failure={undoing.failure} />}
    </Dialog>
  );
}

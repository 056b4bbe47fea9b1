// Setting a key as a variable, in four stages that are all visible: preview, write, verify, done. Nothing is written
// before the second.

import { useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { ChangeView, Failure, KeyRef, UndoneView } from "../../wire";
import { useWords } from "../../words";
import { Preview } from "./preview";
import { Result } from "./result";
import { Stages } from "./stages";
import { usePlan } from "./use-plan";

/** The variable that Alibaba's own guides name. */
export const VARIABLE = "DASHSCOPE_API_KEY";

interface SetVariableDialogProps {
  subject: KeyRef;
  onClose: () => void;
  /** Something on this computer is different now. */
  onChanged: () => void;
}

export function SetVariableDialog({ subject, onClose, onChanged }: SetVariableDialogProps) {
  const words = useWords();
  const core = useCore();
  const planning = usePlan(subject, VARIABLE);
  const { plan } = planning;
  const writing = useAction();
  const undoing = useAction();
  const [change, setChange] = useState<ChangeView | null>(null);
  const [verifying, setVerifying] = useState(false);
  const [notVerified, setNotVerified] = useState<Failure | null>(null);
  const [undone, setUndone] = useState<UndoneView | null>(null);

  const planAgain = () => {
    writing.clear();
    planning.ask();
  };

  const verify = (written: ChangeView) => {
    setVerifying(true);
    setNotVerified(null);
    core
      .verifyChange(written.id)
      .then(setChange, (rejection: unknown) => setNotVerified(asFailure(rejection)))
      .finally(() => setVerifying(false));
  };
  const write = () =>
    plan &&
    writing.run(
      () => core.applyVariable(plan.planId),
      (written) => {
        setChange(written);
        onChanged();
        verify(written);
      },
    );
  const undo = (written: ChangeView) =>
    undoing.run(
      () => core.undoChange(written.id),
      (result) => {
        setUndone(result);
        onChanged();
      },
    );

  const stage = change ? (verifying ? 2 : 3) : writing.busy ? 1 : 0;
  const canWrite = plan !== null && plan.writes.length > 0 && !planning.busy && !planning.failure;

  return (
    <Dialog
      size="large"
      title={words.variable.title(VARIABLE)}
      testId="variable-dialog"
      onDismiss={() => !writing.busy && !undoing.busy && onClose()}
      footer={
        change ? (
          <>
            {!undone && (
              <Button
                icon="undo"
                busy={undoing.busy}
                disabled={verifying}
                testId="variable-undo"
                onPress={() => undo(change)}
              >
                {undoing.busy ? words.variable.undoing : words.variable.undo}
              </Button>
            )}
            <Button look="primary" disabled={undoing.busy} testId="variable-done" onPress={onClose}>
              {words.common.done}
            </Button>
          </>
        ) : (
          <>
            <Button disabled={writing.busy} onPress={onClose}>
              {words.common.cancel}
            </Button>
            <Button
              look="primary"
              busy={writing.busy}
              disabled={!canWrite}
              testId="variable-write"
              onPress={write}
            >
              {writing.busy ? words.variable.writing : words.variable.write}
            </Button>
          </>
        )
      }
    >
      <Stages current={stage} />
      {change ? (
        <Result
          change={change}
          verifying={verifying}
          notVerified={notVerified}
          undone={undone}
          onVerify={() => verify(change)}
        />
      ) : (
        <>
          <p class="quiet">{words.variable.lead(VARIABLE)}</p>
          {plan ? (
            <Preview
              plan={plan}
              wish={planning.wish}
              busy={planning.busy || writing.busy}
              onWish={(change) => {
                writing.clear();
                planning.ask(change);
              }}
            />
          ) : (
            planning.busy && <Skeleton rows={3} label={words.variable.planning} />
          )}
          {planning.slow && <SlowNote what={words.waiting.files} onStop={onClose} />}
          {planning.failure && <FailureNote failure={planning.failure} onRetry={planAgain} />}
          {writing.failure && (
            <FailureNote
              failure={writing.failure}
              actions={
                <Button icon="rotateCcw" onPress={planAgain}>
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

// Setting a key as a variable: where, what would be written there, and what came of it.

import { FailureNote, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useCore } from "../../state/core-context";
import type { KeyRef } from "../../wire";
import { useWords } from "../../words";
import { Result } from "../written/result";
import { useWriting } from "../written/use-writing";
import { WriteDialog } from "../written/write-dialog";
import { Preview } from "./preview";
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
  const writing = useWriting(onChanged);
  const { plan } = planning;
  return (
    <WriteDialog
      title={words.variable.title(VARIABLE)}
      name="variable"
      writing={writing}
      canWrite={plan !== null && plan.writes.length > 0 && !planning.busy && !planning.failure}
      onWrite={() => plan && writing.write(() => core.applyVariable(plan.planId))}
      onPlanAgain={() => planning.ask()}
      onClose={onClose}
      preview={
        <>
          <p class="quiet">{words.variable.lead(VARIABLE)}</p>
          {plan ? (
            <Preview
              plan={plan}
              wish={planning.wish}
              busy={planning.busy || writing.applying.busy}
              onWish={(change) => {
                writing.applying.clear();
                planning.ask(change);
              }}
            />
          ) : (
            planning.busy && <Skeleton rows={3} label={words.variable.planning} />
          )}
          {planning.slow && <SlowNote what={words.waiting.files} onStop={onClose} />}
          {planning.failure && <FailureNote failure={planning.failure} onRetry={() => planning.ask()} />}
        </>
      }
      result={
        <Result
          name="variable"
          writing={writing}
          said={{
            verifying: words.variable.verifying,
            all: words.variable.resultAll(VARIABLE),
            some: words.variable.resultSome(VARIABLE),
            next: words.variable.openTerminal,
          }}
        />
      }
    />
  );
}

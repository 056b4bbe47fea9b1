// Setting a key as a variable: where, what would be written there, and what came of it.

import { Button } from "../../parts/button";
import { FailureNote, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import type { KeyRef } from "../../wire";
import { useWords } from "../../words";
import { Result } from "../written/result";
import { useWriting } from "../written/use-writing";
import { WriteDialog } from "../written/write-dialog";
import { Choices } from "./choices";
import { Once } from "./once";
import { Preview } from "./preview";
import { baseUrlOf, usePlan, variableOf, type Wish } from "./use-plan";

interface SetVariableDialogProps {
  subject: KeyRef;
  /** The variable that it begins with. */
  variable?: string;
  /** Lines of others that are ticked at first. */
  commentOut?: string[];
  onClose: () => void;
  /** Something on this computer is different now. */
  onChanged: () => void;
}

export function SetVariableDialog({
  subject,
  variable: begin,
  commentOut,
  onClose,
  onChanged,
}: SetVariableDialogProps) {
  const words = useWords();
  const core = useCore();
  const app = useApp();
  const planning = usePlan(subject, begin, commentOut);
  const writing = useWriting(onChanged);
  const { plan, wish } = planning;
  const variable = variableOf(wish);
  const shown = variable || words.variable.ownName;
  const onWish = (change: Partial<Wish>) => {
    writing.applying.clear();
    planning.ask(change);
  };
  const isPlanned = plan !== null && plan.variable === variable && !planning.failure;
  return (
    <WriteDialog
      title={words.variable.title(shown)}
      name="variable"
      writing={writing}
      canWrite={isPlanned && plan.writes.length > 0 && !planning.busy}
      onWrite={() => plan && writing.write(() => core.applyPlan(plan.planId))}
      onPlanAgain={() => planning.ask()}
      onClose={onClose}
      preview={
        <>
          <p class="quiet">{words.variable.lead(shown)}</p>
          {plan ? (
            <>
              <Choices plan={plan} wish={wish} onWish={onWish} />
              {plan.variable === variable && (
                <Preview
                  plan={plan}
                  wish={wish}
                  busy={planning.busy || writing.applying.busy}
                  onWish={onWish}
                />
              )}
              {variable && <Once subject={subject} variable={variable} baseUrl={baseUrlOf(wish, plan)} />}
            </>
          ) : (
            planning.busy && <Skeleton rows={3} label={words.variable.planning} />
          )}
          {planning.slow && <SlowNote what={words.waiting.files} onStop={onClose} />}
          {planning.failure && <FailureNote failure={planning.failure} onRetry={() => planning.ask()} />}
        </>
      }
      result={
        <>
          <Result
            name="variable"
            writing={writing}
            said={{
              verifying: words.variable.verifying,
              all: words.variable.resultAll(variable),
              some: words.variable.resultSome(variable),
              next: words.variable.openTerminal,
            }}
          />
          {writing.change && !writing.undone && !writing.verifying && app.screen !== "doctor" && (
            <div class="page-actions">
              <Button
                look="quiet"
                icon="stethoscope"
                onPress={() => app.goTo("doctor", { kind: "doctor", key: subject, variable })}
              >
                {words.doctor.fromMenu}
              </Button>
            </div>
          )}
        </>
      }
    />
  );
}

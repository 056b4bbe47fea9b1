// The steps of a rotation, one below the other, each with how it stands. A step that did not succeed has its failure and
// the one button below it.

import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../../parts/icon";
import { FailureNote, Note } from "../../parts/note";
import { STEPS, type Step, type StepState, stateOf } from "../../rotation";
import type { RotationView } from "../../wire";
import { useWords } from "../../words";

interface StepsProps {
  rotation: RotationView;
  running: boolean;
  canDisable: boolean;
  regionName: string;
  /** What holds the old key on this computer. */
  holding: string[];
  onRetry: () => void;
}

const MARKS: Record<StepState, IconName | null> = {
  done: "check",
  underWay: "arrowRight",
  waiting: null,
  failed: "x",
  notHere: "ban",
};

export function Steps({ rotation, running, canDisable, regionName, holding, onRetry }: StepsProps) {
  const words = useWords();
  const moved = rotation.moved.length > 0 ? rotation.moved : holding;

  const more = (step: Step, state: StepState): ComponentChildren => {
    if (state === "failed" && rotation.failure)
      return (
        <>
          <FailureNote failure={rotation.failure} onRetry={onRetry} />
          {rotation.step === "created" && <Note tone="warning">{words.rotation.inMemory}</Note>}
        </>
      );
    if (state === "notHere") return <p class="field-hint">{words.rotation.disableNot(regionName)}</p>;
    if (step === "moved" && moved.length > 0)
      return <p class="field-hint mono">{words.counted.names(moved)}</p>;
    return null;
  };

  return (
    <ol class="steps" aria-label={words.rotation.stepsLabel}>
      {STEPS.map((step, index) => {
        const state = stateOf(rotation, step, { running, canDisable });
        return (
          <Row key={step} state={state} number={index + 1} label={words.rotation.steps[step]} testId={step}>
            {more(step, state)}
          </Row>
        );
      })}
      <Row
        state={rotation.step === "finished" ? "done" : "waiting"}
        number={STEPS.length + 1}
        label={words.rotation.steps.deleted}
        testId="deleted"
      />
    </ol>
  );
}

interface RowProps {
  state: StepState;
  number: number;
  label: string;
  testId: string;
  children?: ComponentChildren;
}

function Row({ state, number, label, testId, children }: RowProps) {
  const words = useWords();
  const mark = MARKS[state];
  return (
    <li
      class={`step step-${state}`}
      aria-current={state === "underWay" ? "step" : undefined}
      data-testid={`step-${testId}`}
      data-state={state}
    >
      <span class="step-mark" aria-hidden="true">
        {mark ? <Icon name={mark} size={12} /> : number}
      </span>
      <div class="step-text">
        <div class="step-head">
          <span class="step-label">{label}</span>
          <span class="step-state">{words.rotation.states[state]}</span>
        </div>
        {children}
      </div>
    </li>
  );
}

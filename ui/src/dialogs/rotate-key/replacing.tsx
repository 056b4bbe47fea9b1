// A rotation as it stands: its steps, what can be done next, and what came of it. An undo, and the deletion of the old
// key, are asked for a second time in its place.

import { useEffect, useRef, useState } from "preact/hooks";
import { nameOf, variablesOf } from "../../key";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote, Note } from "../../parts/note";
import { Masked } from "../../parts/text";
import { goesOn, isReplaced, stepCount, stepsDone } from "../../rotation";
import type { KeyView, RegionView, RotationView } from "../../wire";
import { useWords } from "../../words";
import { Outcome, Undone } from "./outcome";
import { type Question, QuestionNote } from "./question";
import type { Intent } from "./rotate-key-dialog";
import { Steps } from "./steps";
import type { Rotating } from "./use-rotation";

interface ReplacingProps {
  rotating: Rotating;
  rotation: RotationView;
  subject: KeyView | null;
  region: RegionView;
  intent: Intent;
  onClose: () => void;
  onDeleted: (rotation: RotationView) => void;
}

export function Replacing({ rotating, rotation, subject, region, intent, ...on }: ReplacingProps) {
  const words = useWords();
  const [question, setQuestion] = useState<Question | null>(
    intent === "undo" || intent === "delete" ? intent : null,
  );
  const { doing, failure } = rotating;
  const running = doing === "stepping";
  const busy = doing === "undoing" || doing === "finishing";
  const deleted = rotation.step === "finished" && question === "delete";

  // Once: a press on "Continue" led here.
  const begun = useRef(intent !== "continue" || !goesOn(rotation));
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (rotation.undoing) rotating.undo();
    else rotating.goOn();
  }, [rotating, rotation.undoing]);

  const { onDeleted } = on;
  useEffect(() => {
    if (deleted) onDeleted(rotation);
  }, [deleted, onDeleted, rotation]);

  // The button that was pressed may be gone: the keyboard goes on from the one that follows.
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const at = document.activeElement;
    if (at?.closest("dialog") && (doing !== null || at instanceof HTMLButtonElement)) return;
    const follows = next.current ?? document.querySelector<HTMLElement>(".step-failed button");
    follows?.focus();
  }, [doing]);
  // Never on the button that cannot be taken back: a key that is held down would press it.
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    (question ? back : next).current?.focus();
  }, [question]);

  const answer = () => {
    if (question === "delete") return rotating.finish();
    setQuestion(null);
    rotating.undo();
  };
  const name = nameOf({ description: rotation.description, masked: rotation.oldMasked });
  const canDisable = region.capabilities.disable !== "no";
  const count = stepCount(canDisable);
  const failed = rotation.failure !== null && !rotation.undoing;

  const footer = () => {
    if (question)
      return (
        <>
          <Button
            key="back"
            autoFocus
            buttonRef={back}
            disabled={busy}
            testId="question-back"
            onPress={() => setQuestion(null)}
          >
            {words.common.back}
          </Button>
          <Button key="submit" look="danger" busy={busy} testId="question-submit" onPress={answer}>
            {question === "undo"
              ? words.rotation.undoSubmit
              : busy
                ? words.rotation.deleting
                : words.rotation.deleteSubmit}
          </Button>
        </>
      );
    // At the start of the row, so that what they ask for is not confirmed by a second press at the same place.
    const undo = rotation.canUndo && !rotation.undoing && (
      <span class="foot-start rotation-ways" key="ways">
        <Button
          icon="undo"
          disabled={doing !== null}
          testId="rotate-undo"
          onPress={() => setQuestion("undo")}
        >
          {words.rotation.undo}
        </Button>
        {isReplaced(rotation) && (
          <Button icon="trash" testId="rotate-delete" onPress={() => setQuestion("delete")}>
            {words.rotation.deleteOld}
          </Button>
        )}
      </span>
    );
    if (isReplaced(rotation))
      return (
        <>
          {undo}
          <Button
            key="done"
            look="primary"
            autoFocus
            buttonRef={next}
            testId="rotate-done"
            onPress={on.onClose}
          >
            {words.common.done}
          </Button>
        </>
      );
    if (!goesOn(rotation))
      return (
        <Button key="done" look="primary" buttonRef={next} testId="rotate-done" onPress={on.onClose}>
          {words.common.done}
        </Button>
      );
    return (
      <>
        {undo}
        <Button onPress={on.onClose}>{words.common.close}</Button>
        {running ? (
          <Button
            icon="circleStop"
            buttonRef={next}
            disabled={rotating.stopping}
            testId="rotate-stop"
            onPress={rotating.stopAfterThis}
          >
            {words.rotation.stop}
          </Button>
        ) : (
          // A step that did not succeed has its button below it.
          !failed && (
            <Button
              look="primary"
              buttonRef={next}
              busy={doing === "undoing"}
              testId="rotate-continue"
              onPress={rotation.undoing ? rotating.undo : rotating.goOn}
            >
              {doing === "undoing"
                ? words.rotation.undoing
                : rotation.undoing
                  ? words.rotation.undoGoOn
                  : words.rotation.goOn}
            </Button>
          )
        )}
      </>
    );
  };

  const body = () => {
    if (question) return <QuestionNote question={question} rotation={rotation} />;
    if (rotation.step === "undone") return <Undone />;
    if (isReplaced(rotation) || rotation.step === "finished") return <Outcome rotation={rotation} />;
    return (
      <>
        {rotation.undoing && (
          <Note tone="warning" title={words.rotation.undoBegun} role="status" testId="undo-begun">
            {rotation.failure && doing === null && <FailureNote failure={rotation.failure} />}
          </Note>
        )}
        <Steps
          rotation={rotation}
          running={running}
          canDisable={canDisable}
          regionName={words.common.region(region)}
          holding={subject ? variablesOf(subject) : []}
          onRetry={rotating.goOn}
        />
        {!rotation.undoing && (
          <p class="quiet" role="status" data-testid="rotation-status">
            {doing === "undoing"
              ? words.rotation.undoing
              : rotating.stopping
                ? words.rotation.stopping
                : running
                  ? words.rotation.running(Math.min(stepsDone(rotation) + 1, count), count)
                  : words.rotation.stopped(stepsDone(rotation), count)}
          </p>
        )}
        {running && <p class="quiet">{words.rotation.mayClose}</p>}
      </>
    );
  };

  return (
    <Dialog
      size="large"
      title={words.rotation.title(name)}
      testId="rotate-dialog"
      onDismiss={() => !busy && on.onClose()}
      footer={footer()}
    >
      <p class="rotation-keys">
        <Masked masked={rotation.oldMasked} />
        {rotation.newMasked && rotation.step !== "undone" && (
          <>
            <span class="quiet">{words.rotation.becomes}</span>
            <Masked masked={rotation.newMasked} />
          </>
        )}
      </p>
      {body()}
      {failure && (
        <FailureNote
          failure={failure}
          onRetry={question === null && goesOn(rotation) ? rotating.goOn : undefined}
        />
      )}
    </Dialog>
  );
}

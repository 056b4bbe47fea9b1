// What an undo, or the deletion of the old key, would do: asked in the place of the steps before either is done.

import { Note } from "../../parts/note";
import { stepsDone, waitsEnabled } from "../../rotation";
import type { RotationView } from "../../wire";
import { useWords } from "../../words";

export type Question = "undo" | "delete";

interface QuestionProps {
  question: Question;
  rotation: RotationView;
}

export function QuestionNote({ question, rotation }: QuestionProps) {
  const words = useWords();
  if (question === "delete")
    return (
      <Note tone="warning" title={words.rotation.deleteTitle} role="alert" testId="question-delete">
        <p>{waitsEnabled(rotation) ? words.rotation.deleteEnabled : words.rotation.deleteDisabled}</p>
        <p>{words.rotation.deleteFinal}</p>
      </Note>
    );
  const { moved, newMasked } = rotation;
  return (
    <Note tone="warning" title={words.rotation.undoTitle} role="alert" testId="question-undo">
      {stepsDone(rotation) === 0 && <p>{words.rotation.undoNothing}</p>}
      {rotation.step === "oldDisabled" && <p>{words.rotation.undoOld}</p>}
      {moved.length > 0 && <p>{words.rotation.undoBack(words.counted.names(moved))}</p>}
      {newMasked && <p>{words.rotation.undoNew(newMasked)}</p>}
    </Note>
  );
}

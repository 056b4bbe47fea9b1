// What came of an undo: what is as before, and what was left alone.

import { targetOf } from "../tool";
import type { UndoneView } from "../wire";
import { useWords } from "../words";
import { Note } from "./note";

export function Undone({ undone }: { undone: UndoneView }) {
  const words = useWords();
  return (
    <Note tone="good" role="status" title={words.toast.undone(targetOf(undone.change))} testId="undone">
      {undone.also.length > 0 && (
        <>
          <p>{words.changes.also}</p>
          <ul class="entries mono">
            {undone.also.map((change) => (
              <li key={change.id}>{words.changes.set(targetOf(change), change.masked)}</li>
            ))}
          </ul>
        </>
      )}
      {undone.leftAlone.length > 0 && (
        <>
          <p>{words.changes.leftAlone}</p>
          <ul class="entries mono">
            {undone.leftAlone.map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </>
      )}
      <p>{words.changes.undoNew}</p>
    </Note>
  );
}

// What came of a rotation: the new key, the old one, what was moved here, and what has to be opened anew.

import { Note } from "../../parts/note";
import { Masked } from "../../parts/text";
import { waitsEnabled } from "../../rotation";
import type { RotationView } from "../../wire";
import { useWords } from "../../words";
import { dayOf } from "../../words/dates";

export function Outcome({ rotation }: { rotation: RotationView }) {
  const words = useWords();
  const enabled = waitsEnabled(rotation);
  const old =
    rotation.step === "finished"
      ? words.rotation.isDeleted
      : enabled
        ? words.rotation.isEnabled
        : words.rotation.isDisabled;
  const moved = rotation.moved.length > 0;
  return (
    <div class="result" data-testid="rotation-done">
      <Note tone="good" role="status" title={words.rotation.doneTitle}>
        {moved && (enabled ? words.rotation.restartEnabled : words.rotation.restart)}
      </Note>
      <dl class="facts">
        <dt>{words.rotation.newKey}</dt>
        <dd>{rotation.newMasked && <Masked masked={rotation.newMasked} />}</dd>
        <dt>{words.rotation.oldKey}</dt>
        <dd>
          <Masked masked={rotation.oldMasked} /> <span class="quiet">{old}</span>
        </dd>
        <dt>{words.rotation.movedHere}</dt>
        <dd>
          {moved ? (
            <code class="mono">{words.counted.variables(rotation.moved)}</code>
          ) : (
            words.rotation.movedNothing
          )}
        </dd>
      </dl>
      {rotation.remindAt !== null && (
        <p class="quiet">{words.rotation.remindAt(dayOf(rotation.remindAt, words.tag))}</p>
      )}
    </div>
  );
}

export function Undone() {
  const words = useWords();
  return (
    <Note tone="good" role="status" title={words.rotation.undone} testId="rotation-undone">
      {words.rotation.undoneBody}
    </Note>
  );
}

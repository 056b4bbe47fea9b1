// The difference to read before it is saved: of one key in full, of several one line each.

import { FailureNote, Note } from "../../parts/note";
import type { KeyPreviewView, PermissionPreviewView } from "../../wire";
import { useWords } from "../../words";
import { Conflict } from "./conflict";
import { Counts, Difference } from "./difference";

interface ReviewProps {
  preview: PermissionPreviewView;
  subject: string;
  /** The user decided for theirs over the service's. */
  kept: boolean;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

export function Review({ preview, subject, kept, onTakeTheirs, onKeepMine }: ReviewProps) {
  const words = useWords();
  const [only] = preview.keys;
  const limited = preview.keys.some(
    ({ change }) => change && change.addresses.after.anyone === "some" && !change.unchanged,
  );
  return (
    <>
      {preview.keys.length === 1 && only ? (
        <One key_={only} subject={subject} kept={kept} onTakeTheirs={onTakeTheirs} onKeepMine={onKeepMine} />
      ) : (
        <ul class="outcomes">
          {preview.keys.map((one) => (
            <li key={one.key.apiKeyId} data-testid={`preview-${one.key.apiKeyId}`}>
              <Several key_={one} />
            </li>
          ))}
        </ul>
      )}
      {limited && preview.thisComputer.length === 0 && (
        <Note tone="info">{words.permission.notKnownHere}</Note>
      )}
    </>
  );
}

interface OneProps extends Omit<ReviewProps, "preview"> {
  key_: KeyPreviewView;
}

function One({ key_: { failure, change }, subject, kept, onTakeTheirs, onKeepMine }: OneProps) {
  const words = useWords();
  if (failure) return <FailureNote failure={failure} />;
  if (!change) return null;
  return (
    <>
      {change.conflict && !kept && (
        <Conflict change={change} onTakeTheirs={onTakeTheirs} onKeepMine={onKeepMine} />
      )}
      {kept && <Note tone="warning">{words.permission.conflict.kept}</Note>}
      <Difference change={change} subject={subject} />
    </>
  );
}

function Several({ key_: one }: { key_: KeyPreviewView }) {
  const words = useWords();
  const name = one.description || one.masked;
  if (one.failure || !one.change)
    return (
      <>
        <strong>{name}</strong>
        <span class="field-problem">
          {words.permission.cannotPreview}{" "}
          {one.failure && words.failures[one.failure.code](one.failure as never).why}
        </span>
      </>
    );
  return (
    <details>
      <summary>
        <strong>{name}</strong> <Counts change={one.change} />
      </summary>
      <Difference change={one.change} subject={words.permission.thisKey} />
    </details>
  );
}

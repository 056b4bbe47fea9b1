// The permission was changed elsewhere while it was being edited: both are shown, and nothing is decided by itself.

import { Button } from "../../parts/button";
import { Note } from "../../parts/note";
import type { PermissionChangeView, PermissionView } from "../../wire";
import { useWords } from "../../words";

interface ConflictProps {
  change: PermissionChangeView;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

export function Conflict({ change, onTakeTheirs, onKeepMine }: ConflictProps) {
  const words = useWords();
  const { conflict } = words.permission;
  return (
    <Note
      tone="warning"
      role="alert"
      title={conflict.title}
      testId="conflict"
      actions={
        <>
          <Button onPress={onTakeTheirs}>{conflict.takeTheirs}</Button>
          <Button onPress={onKeepMine}>{conflict.keepMine}</Button>
        </>
      }
    >
      <p>{conflict.body}</p>
      <div class="sides">
        <Side title={conflict.theirs} permission={change.current} />
        <Side title={conflict.yours} permission={change.wanted} />
      </div>
    </Note>
  );
}

function Side({ title, permission }: { title: string; permission: PermissionView }) {
  const words = useWords();
  const limited = permission.type === "custom" ? permission : null;
  return (
    <section class="side" aria-label={title}>
      <h3>{title}</h3>
      {limited ? (
        <ul class="entries mono">
          {limited.accessIps.map((entry) => (
            <li key={entry}>{entry}</li>
          ))}
        </ul>
      ) : (
        <p>{words.create.anyAddress}</p>
      )}
      {limited?.models ? (
        <ul class="entries mono">
          {limited.models.map((model) => (
            <li key={model}>{model}</li>
          ))}
        </ul>
      ) : (
        <p>{words.permission.state.everyModel}</p>
      )}
    </section>
  );
}

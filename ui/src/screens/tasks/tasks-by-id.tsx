// Many tasks asked for at once, by their ids.

import { useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { TextField } from "../../parts/field";
import { FailureNote, SlowNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { KeyRef, TaskView } from "../../wire";
import { useWords } from "../../words";
import { idsIn } from "./task";

interface TasksByIdProps {
  keyRef: KeyRef;
  onFound: (tasks: TaskView[]) => void;
}

export function TasksById({ keyRef, onFound }: TasksByIdProps) {
  const { tasks, waiting } = useWords();
  const core = useCore();
  const asking = useAction();
  const [text, setText] = useState("");
  const [complain, setComplain] = useState(false);
  const lookUp = () => {
    const taskIds = idsIn(text);
    setComplain(taskIds.length === 0);
    if (taskIds.length > 0) asking.run(() => core.getTasks({ key: keyRef, taskIds }), onFound);
  };
  return (
    <div class="fields tasks-by-id">
      <TextField
        label={tasks.ids}
        hint={tasks.idsHint}
        problem={complain && idsIn(text).length === 0 ? tasks.lookUpNone : undefined}
        rows={3}
        mono
        testId="task-ids"
        onText={setText}
      />
      <div class="page-actions">
        <Button icon="search" busy={asking.busy} testId="task-look-up" onPress={lookUp}>
          {tasks.lookUp}
        </Button>
      </div>
      {asking.slow && <SlowNote what={waiting.program} onStop={asking.stop} />}
      {asking.failure && <FailureNote failure={asking.failure} onRetry={lookUp} />}
    </div>
  );
}

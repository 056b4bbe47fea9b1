// How far the call is, in one line, with the way to stop it; and what came of it once it has ended.

import { useRef } from "preact/hooks";
import { Button, IconButton } from "../../parts/button";
import { FailureNote, Note } from "../../parts/note";
import { useApp } from "../../state/app-context";
import { useCopy } from "../../state/use-copy";
import type { CallView, Failure, KeyRef } from "../../wire";
import { useWords } from "../../words";
import type { Call } from "./use-call";

interface CallProgressProps {
  call: Call;
  keyRef: KeyRef;
  onAgain: () => void;
}

export function CallProgress({ call, keyRef, onAgain }: CallProgressProps) {
  const words = useWords();
  const { calls } = words;
  const { view, going, starting, lost } = call;
  const status = useRef<HTMLDivElement>(null);
  // The button goes with the call; the focus must not be lost with it.
  const stop = () => {
    status.current?.focus();
    call.stop();
  };
  if (!view)
    return (
      <>
        {starting.slow && <p role="status">{words.waiting.slow(words.waiting.program)}</p>}
        {starting.failure && (
          <>
            <FailureNote failure={starting.failure} />
            {!saysSo(starting.failure) && <p>{calls.nothingSent}</p>}
          </>
        )}
      </>
    );
  const { state } = view;
  return (
    <>
      <div ref={status} class="call-status" tabIndex={-1} data-testid="call-status">
        <p role="status">{calls.states[state.kind]}</p>
        {going && (
          <Button icon="circleStop" testId="call-stop" onPress={stop}>
            {calls.stop}
          </Button>
        )}
        <Figures view={view} />
      </div>
      {lost && <FailureNote failure={lost} />}
      {state.kind === "failed" && (
        <>
          <FailureNote failure={state.failure} onRetry={onAgain} />
          {view.sent === null && !saysSo(state.failure) && (
            <Note icon="shieldCheck" testId="nothing-sent">
              {calls.nothingSent}
            </Note>
          )}
        </>
      )}
      {view.taskId !== null && <Created taskId={view.taskId} keyRef={keyRef} />}
    </>
  );
}

/** The failure itself says that nothing was sent. */
function saysSo({ code }: Failure): boolean {
  return code === "publicKeyUnusable" || code === "nothingToSend";
}

/** Time, tokens, pieces and the id of the request, as far as they are known. */
function Figures({ view }: { view: CallView }) {
  const { calls, common } = useWords();
  const copy = useCopy();
  return (
    <ul class="call-figures figures quiet">
      <li>{calls.time(view.millis)}</li>
      {view.usage && <li>{calls.tokens(view.usage.inputTokens, view.usage.outputTokens)}</li>}
      {view.pieces > 1 && <li>{calls.pieces(view.pieces)}</li>}
      {view.requestId && (
        <li class="call-request">
          {calls.requestId}{" "}
          <code class="mono cut" title={view.requestId}>
            {view.requestId}
          </code>
          <IconButton
            icon="copy"
            label={common.copyOf(calls.requestId)}
            onPress={() => copy.text(view.requestId)}
          />
        </li>
      )}
    </ul>
  );
}

/** The call made a task: where it is to be found. */
function Created({ taskId, keyRef }: { taskId: string; keyRef: KeyRef }) {
  const { calls } = useWords();
  const { goTo } = useApp();
  return (
    <Note
      tone="good"
      title={calls.taskTitle}
      testId="call-task"
      actions={
        <Button
          icon="listChecks"
          onPress={() => goTo("tasks", { kind: "task", task: { key: keyRef, taskId } })}
        >
          {calls.toTask}
        </Button>
      }
    >
      <p>{calls.taskBody}</p>
      <p>
        {calls.taskId} <code class="mono">{taskId}</code>
      </p>
    </Note>
  );
}

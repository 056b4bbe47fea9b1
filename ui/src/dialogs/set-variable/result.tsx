// What came of it: what fresh programs found, what to do next, and after an undo, what was left alone.

import { Button } from "../../parts/button";
import { FailureNote, Note } from "../../parts/note";
import { Undone } from "../../parts/undone";
import { isGood, Verifications } from "../../parts/verifications";
import type { ChangeView, Failure, UndoneView } from "../../wire";
import { useWords } from "../../words";

interface ResultProps {
  change: ChangeView;
  verifying: boolean;
  notVerified: Failure | null;
  undone: UndoneView | null;
  onVerify: () => void;
}

export function Result({ change, verifying, notVerified, undone, onVerify }: ResultProps) {
  const words = useWords();
  if (undone) return <Undone undone={undone} />;
  if (verifying)
    return (
      <p role="status" class="quiet" data-testid="verifying">
        {words.variable.verifying}
      </p>
    );
  const all = change.verifications.length > 0 && change.verifications.every(isGood);
  return (
    <div class="result" data-testid="variable-result">
      {notVerified ? (
        <>
          <p>{words.variable.notVerified}</p>
          <FailureNote failure={notVerified} onRetry={onVerify} />
        </>
      ) : (
        <>
          <Note
            tone={all ? "good" : "warning"}
            role="status"
            title={
              all ? words.variable.resultAll(change.variable) : words.variable.resultSome(change.variable)
            }
            actions={
              !all && (
                <Button icon="rotateCcw" onPress={onVerify}>
                  {words.variable.verifyAgain}
                </Button>
              )
            }
          >
            {words.variable.openTerminal}
          </Note>
          <Verifications all={change.verifications} label={words.changes.verified} />
        </>
      )}
      <h3>{words.variable.files}</h3>
      <ul class="entries mono">
        {change.files.map((file) => (
          <li key={file.path}>{file.path}</li>
        ))}
      </ul>
    </div>
  );
}

// What came of it: what fresh programs found, what to do next, and after an undo, what was left alone.

import { Button } from "../../parts/button";
import { FailureNote, Note } from "../../parts/note";
import { Undone } from "../../parts/undone";
import { isGood, Verifications } from "../../parts/verifications";
import { useWords } from "../../words";
import type { Writing } from "./use-writing";

interface ResultProps {
  /** Begins the name by which tests find it. */
  name: string;
  writing: Writing;
  said: {
    /** While it is looked at. */
    verifying: string;
    /** Everything sees it. */
    all: string;
    /** Not everything does. */
    some: string;
    /** What to do now. */
    next: string;
  };
}

export function Result({ name, writing, said }: ResultProps) {
  const words = useWords();
  const { change, undone, notVerified, verify } = writing;
  if (undone) return <Undone undone={undone} />;
  if (!change) return null;
  if (writing.verifying)
    return (
      <p role="status" class="quiet" data-testid="verifying">
        {said.verifying}
      </p>
    );
  const named = new Set(change.verifications.map(({ program }) => program));
  const others = change.files.filter(({ path }) => !named.has(path));
  const all = change.verifications.length > 0 && change.verifications.every(isGood);
  return (
    <div class="result" data-testid={`${name}-result`}>
      {notVerified ? (
        <>
          <p>{words.variable.notVerified}</p>
          <FailureNote failure={notVerified} onRetry={verify} />
        </>
      ) : (
        <>
          <Note
            tone={all ? "good" : "warning"}
            role="status"
            title={all ? said.all : said.some}
            actions={
              !all && (
                <Button icon="rotateCcw" onPress={verify}>
                  {words.variable.verifyAgain}
                </Button>
              )
            }
          >
            {said.next}
          </Note>
          <Verifications all={change.verifications} label={words.changes.verified} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{words.variable.files}</h3>
          <ul class="entries mono">
            {others.map((file) => (
              <li key={file.path}>{file.path}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

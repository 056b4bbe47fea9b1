// "Would this address be allowed?", answered while it is typed, with the entry that decides.

import { useMemo, useState } from "preact/hooks";
import { TextField } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { useCore } from "../../state/core-context";
import { useLatest } from "../../state/use-latest";
import { useWords } from "../../words";
import { sentenceFor } from "../../words/addresses";
import type { Editing } from "../use-editing";

export function WouldAllow({ editing }: { editing: Editing }) {
  const words = useWords();
  const core = useCore();
  const [address, setAddress] = useState("");
  const sends = editing.view?.sends;
  const ask = useMemo(
    () => (address.trim() && sends ? () => core.wouldAllow({ entries: sends, address }) : null),
    [core, address, sends],
  );
  const { answer, failure } = useLatest(ask);
  const { tester } = words.permission;
  return (
    <div class="tester">
      <TextField
        label={tester.label}
        mono
        placeholder={tester.placeholder}
        testId="would-allow"
        onText={setAddress}
      />
      <div class="tester-answer" role="status" data-testid="would-allow-answer">
        {failure && <span class="quiet">{words.permission.obstacles.notRead}</span>}
        {answer?.problem && (
          <span class="quiet">
            {sentenceFor(words.addresses.problems, answer.problem, words.permission.unknownProblem)}
          </span>
        )}
        {answer && !answer.problem && (
          <span class={answer.allowed ? "tester-yes" : "tester-no"}>
            <Icon name={answer.allowed ? "circleCheck" : "ban"} />
            {answer.allowed ? (answer.by ? tester.yes(answer.by) : tester.anyone) : tester.no}
          </span>
        )}
      </div>
    </div>
  );
}

// Credentials that are on this computer already. Looking takes a press; so does using what was found.

import { useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { Choice } from "../../parts/field";
import { FailureNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { FoundCredentialsView } from "../../wire";
import { useWords, type Words } from "../../words";

interface FoundCredentialsProps {
  chosen: string | null;
  onChoose: (id: string) => void;
}

export function FoundCredentials({ chosen, onChoose }: FoundCredentialsProps) {
  const words = useWords();
  const core = useCore();
  const finding = useAction();
  const [found, setFound] = useState<FoundCredentialsView[] | null>(null);
  return (
    <div class="found-credentials">
      {!found && (
        <>
          <Button
            icon="search"
            busy={finding.busy}
            testId="find-credentials"
            onPress={() => finding.run(() => core.findCredentials(), setFound)}
          >
            {words.accounts.find}
          </Button>
          <p class="field-hint">{words.accounts.findHint}</p>
        </>
      )}
      {finding.failure && <FailureNote failure={finding.failure} />}
      {found?.length === 0 && (
        <p class="quiet" role="status">
          {words.accounts.foundNone}
        </p>
      )}
      {found && found.length > 0 && (
        <Choice
          legend={words.accounts.found}
          value={chosen ?? ""}
          stacked
          options={found.map((one) => ({
            value: one.id,
            label: sourceOf(one, words),
            hint: aboutIt(one, words),
            disabled: one.unusable !== null || one.added,
          }))}
          onChoose={onChoose}
        />
      )}
    </div>
  );
}

function sourceOf({ source }: FoundCredentialsView, words: Words): string {
  return source.kind === "environment"
    ? words.accounts.sources.environment
    : words.accounts.sources.aliyunCli(source.profile, source.path);
}

/** What it is, and why it cannot be used where it cannot. */
function aboutIt(found: FoundCredentialsView, words: Words): string {
  const { unusable } = found;
  const reason = found.added
    ? words.accounts.already
    : unusable &&
      (unusable.kind === "mode"
        ? words.accounts.unusable.mode(unusable.mode)
        : words.accounts.unusable[unusable.kind]);
  const kind = found.kind === "sts" ? words.accounts.temporary : "";
  return [found.accessKeyId, kind, reason].filter(Boolean).join(" · ");
}

// Creating a key in two steps: the fields in the console's order, then a read-only summary with the button that asks
// the service. One opening is one attempt, so that no slip can make two keys.

import { useEffect, useRef, useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { keepEnterFromComposition } from "../../parts/keyboard";
import { Badge } from "../../parts/text";
import { UNLIMITED } from "../../permission/draft";
import { useEditing } from "../../permission/use-editing";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { useSettled } from "../../state/use-settled";
import type { CreatedKeyView, Failure, RegionView, WorkspaceView } from "../../wire";
import { useWords } from "../../words";
import { type Draft, emptyDraft, fieldOf, mayHaveCreated, problemOf, requestOf } from "./draft";
import { Fields } from "./fields";
import { Summary } from "./summary";

interface CreateKeyDialogProps {
  region: RegionView;
  workspaces: WorkspaceView[];
  onClose: () => void;
  onCreated: (created: CreatedKeyView) => void;
  /** It is not known whether a key was created. */
  onMaybeCreated: () => void;
}

export function CreateKeyDialog(props: CreateKeyDialogProps) {
  const { region, workspaces, onClose, onCreated, onMaybeCreated } = props;
  const words = useWords();
  const core = useCore();
  const attempt = useRef(crypto.randomUUID());
  const form = useRef<HTMLFormElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(workspaces));
  const editing = useEditing(region, () => UNLIMITED);
  const [step, setStep] = useState<"fields" | "summary">("fields");
  const [problem, setProblem] = useState<Failure | null>(null);
  const creating = useAction();
  const settled = useSettled(step === "summary");

  // Whoever reads the summary finds the button by pressing Enter, unless they went elsewhere meanwhile.
  useEffect(() => {
    if (settled && document.activeElement?.tagName === "H2") submit.current?.focus();
  }, [settled]);

  const review = () => {
    const found = problemOf(draft);
    setProblem(found);
    if (found) focusProblem(form.current);
    else if (!editing.obstacle) {
      editing.settle();
      creating.clear();
      setStep("summary");
      form.current?.closest("dialog")?.querySelector<HTMLElement>("h2")?.focus();
    }
  };

  const create = () =>
    creating.run(async () => {
      try {
        return await core.createKey(requestOf(draft, editing.draft, attempt.current, region));
      } catch (rejection) {
        // A line that is no address is the program's to find; it belongs beside the field.
        const failure = asFailure(rejection);
        if (fieldOf(failure)) {
          setProblem(failure);
          setStep("fields");
          focusProblem(form.current);
        } else if (mayHaveCreated(failure)) onMaybeCreated();
        throw rejection;
      }
    }, onCreated);

  const dismiss = () => {
    if (creating.busy || creating.stopped) onMaybeCreated();
    onClose();
  };

  return (
    <Dialog
      size="large"
      title={step === "fields" ? words.create.title : words.create.summaryTitle}
      aside={<Badge tone="accent">{words.common.region(region)}</Badge>}
      testId="create-dialog"
      onDismiss={dismiss}
      footer={
        step === "fields" ? (
          <>
            {editing.obstacle && editing.obstacle !== "checking" && (
              <span class="foot-start quiet" id="create-obstacle" data-testid="obstacle">
                {words.permission.obstacles[editing.obstacle]}
              </span>
            )}
            <Button onPress={dismiss}>{words.common.cancel}</Button>
            <Button
              look="primary"
              icon="arrowRight"
              disabled={editing.obstacle !== null}
              describedBy={editing.obstacle ? "create-obstacle" : undefined}
              testId="create-review"
              onPress={review}
            >
              {words.create.review}
            </Button>
          </>
        ) : (
          <>
            <Button disabled={creating.busy} onPress={() => setStep("fields")}>
              {words.common.back}
            </Button>
            <Button
              look="primary"
              busy={creating.busy}
              disabled={!settled}
              buttonRef={submit}
              testId="create-submit"
              onPress={create}
            >
              {creating.busy ? words.create.submitting : words.create.submit}
            </Button>
          </>
        )
      }
    >
      {/* The fields stay in the document under the summary: nothing that was typed can be lost on the way. */}
      <form
        ref={form}
        hidden={step !== "fields"}
        onKeyDown={keepEnterFromComposition}
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <Fields
          region={region}
          draft={draft}
          editing={editing}
          workspaces={workspaces}
          problem={problem}
          onChange={(change) => {
            setDraft((before) => ({ ...before, ...change }));
            setProblem(null);
          }}
        />
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      </form>
      {step === "summary" && (
        <Summary
          draft={draft}
          editing={editing}
          region={region}
          workspaces={workspaces}
          creating={creating}
        />
      )}
    </Dialog>
  );
}

/** Goes to the field with a problem once it is drawn. */
function focusProblem(form: HTMLFormElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}

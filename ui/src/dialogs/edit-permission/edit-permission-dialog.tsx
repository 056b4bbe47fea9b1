// Changing the permission of one key, or giving several keys the same one: the editor, the difference, a second question
// where somebody here would be shut out, the saving with its proof, and the way back.

import { useEffect, useRef, useState } from "preact/hooks";
import { keyRef, nameOf, sameKey } from "../../key";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote, SlowNote } from "../../parts/note";
import { Badge } from "../../parts/text";
import { draftOf, type PermissionDraft, requestOf } from "../../permission/draft";
import { groupsOf } from "../../permission/groups";
import { PermissionEditor } from "../../permission/permission-editor";
import { useEditing } from "../../permission/use-editing";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { useSettled } from "../../state/use-settled";
import type { KeyRef, KeyView, PermissionPreviewView, PermissionView, RegionView } from "../../wire";
import { useWords } from "../../words";
import { Outcomes } from "./outcome";
import { Review } from "./review";
import { ShutOutDialog } from "./shut-out";
import { type Job, useSaving } from "./use-saving";

interface EditPermissionDialogProps {
  keys: KeyView[];
  region: RegionView;
  onClose: () => void;
  /** A key has another permission now. */
  onKey: (key: KeyView) => void;
}

type Step = "edit" | "review" | "save";

export function EditPermissionDialog({ keys, region, onClose, onKey }: EditPermissionDialogProps) {
  const words = useWords();
  const core = useCore();
  const editing = useEditing(region, () => beginning(keys));
  const reviewing = useAction();
  const saving = useSaving(onKey);
  const [step, setStep] = useState<Step>("edit");
  const [opened, setOpened] = useState<PermissionView | null>(
    keys.length === 1 ? (keys[0]?.permission ?? null) : null,
  );
  const [preview, setPreview] = useState<PermissionPreviewView | null>(null);
  const [kept, setKept] = useState(false);
  const [question, setQuestion] = useState(false);
  const settled = useSettled(step === "review");
  const form = useRef<HTMLFormElement>(null);
  const begun = useRef(false);

  // Each step is read from its title on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the step that moves the focus
  useEffect(() => {
    if (begun.current) form.current?.closest("dialog")?.querySelector<HTMLElement>("h2")?.focus();
    begun.current = true;
  }, [step]);

  const subject = keys.length === 1 ? words.permission.thisKey : words.permission.theseKeys(keys.length);
  const workspaces = new Set(keys.map(({ workspaceId }) => workspaceId));
  const [workspaceId = null] = workspaces.size === 1 ? workspaces : [];

  const review = (which: KeyRef[] = keys.map(keyRef)) => {
    const permission = requestOf(editing.settle());
    setKept(false);
    reviewing.run(
      () => core.previewPermission({ keys: which, opened, permission }),
      (answer) => {
        setPreview(answer);
        setStep("review");
      },
    );
  };

  const changes = preview?.keys.flatMap(({ key, change }) => (change ? [{ key, change }] : [])) ?? [];
  const undecided = changes.some(({ change }) => change.conflict) && !kept;
  const toSave = changes.filter(({ change }) => !change.unchanged);
  const shutOut = toSave.flatMap(({ change }) => change.shutsOut);

  const save = () => {
    setQuestion(false);
    reviewing.run(
      async (): Promise<Job[]> => {
        const groups = await core.listAddressGroups().catch(() => []);
        return toSave.map(({ key, change }) => ({
          name: nameOf(keys.find((one) => sameKey(one, key)) ?? { description: "", masked: "" }),
          request: {
            key,
            expected: change.current,
            permission: requestOf(editing.draft),
            groups: groupsOf(groups, editing.draft, editing.view?.sends ?? [], key),
          },
        }));
      },
      (jobs) => {
        setStep("save");
        saving.start(jobs);
      },
    );
  };

  const left = saving.jobs.filter(({ request }) =>
    ["waiting", "failed"].includes(saving.outcomeOf(request.key).state),
  );
  const changedElsewhere = left.some(({ request }) => {
    const outcome = saving.outcomeOf(request.key);
    return outcome.state === "failed" && outcome.failure.code === "permissionChanged";
  });
  const states = new Set(saving.jobs.map(({ request }) => saving.outcomeOf(request.key).state));

  return (
    <Dialog
      size="large"
      title={titleOf()}
      aside={<Badge tone="accent">{words.common.region(region)}</Badge>}
      testId="permission-dialog"
      onDismiss={() => !saving.running && onClose()}
      footer={footer()}
    >
      {/* The editor stays in the document under the difference: nothing that was typed is lost on the way. */}
      <form
        ref={form}
        hidden={step !== "edit"}
        class="permission-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!editing.obstacle) review();
        }}
      >
        {keys.length > 1 && (
          <p class="quiet">
            {words.permission.several} {keys.map(nameOf).join(", ")}
          </p>
        )}
        <PermissionEditor editing={editing} workspaceId={workspaceId} subject={subject} />
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      </form>
      {step === "review" && preview && (
        <Review
          preview={preview}
          subject={subject}
          kept={kept}
          onKeepMine={() => {
            const [only] = changes;
            if (only) setOpened(only.change.current);
            setKept(true);
          }}
          onTakeTheirs={() => {
            const [only] = changes;
            if (!only) return;
            setOpened(only.change.current);
            editing.change(draftOf(only.change.current, editing.draft.groups));
            setStep("edit");
          }}
        />
      )}
      {step === "save" && <Outcomes saving={saving} />}
      {reviewing.slow && (
        <SlowNote what={words.waiting.region(words.common.region(region))} onStop={reviewing.stop} />
      )}
      {reviewing.failure && <FailureNote failure={reviewing.failure} />}
      {saving.undoFailure && <FailureNote failure={saving.undoFailure} />}
      {question && <ShutOutDialog all={shutOut} onBack={() => setQuestion(false)} onAnyway={save} />}
    </Dialog>
  );

  function titleOf(): string {
    const [only] = keys;
    if (step === "review") return words.permission.summaryTitle;
    if (step === "save" && saving.running === null) {
      if (states.has("undone") && !states.has("saved")) return words.permission.undoneTitle;
      if (left.length === 0) return words.permission.doneTitle;
      return saving.jobs.length === 1 ? words.permission.notSavedTitle : words.permission.partTitle;
    }
    return keys.length === 1 && only
      ? words.permission.title(nameOf(only))
      : words.permission.titleSeveral(keys.length);
  }

  function footer() {
    if (step === "edit")
      return (
        <>
          {editing.obstacle && editing.obstacle !== "checking" && (
            <span class="foot-start quiet" id="permission-obstacle" data-testid="obstacle">
              {words.permission.obstacles[editing.obstacle]}
            </span>
          )}
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button
            look="primary"
            icon="arrowRight"
            busy={reviewing.busy}
            disabled={editing.obstacle !== null}
            describedBy={editing.obstacle ? "permission-obstacle" : undefined}
            testId="permission-review"
            onPress={() => review()}
          >
            {reviewing.busy ? words.permission.reviewing : words.permission.review}
          </Button>
        </>
      );
    if (step === "review")
      return (
        <>
          {toSave.length > 0 && keys.length > 1 && (
            <span class="foot-start quiet">{words.permission.fewer(toSave.length)}</span>
          )}
          <Button disabled={reviewing.busy} onPress={() => setStep("edit")}>
            {words.common.back}
          </Button>
          <Button
            look="primary"
            busy={reviewing.busy}
            disabled={toSave.length === 0 || undecided || !settled}
            testId="permission-save"
            onPress={() => (shutOut.some(({ already }) => !already) ? setQuestion(true) : save())}
          >
            {words.permission.save}
          </Button>
        </>
      );
    if (saving.running === "save" && saving.jobs.length > 1)
      return (
        <Button disabled={saving.stopping} onPress={saving.stop}>
          {words.permission.stop}
        </Button>
      );
    return (
      <>
        {left.length > 0 && !saving.running && (
          <Button
            icon="rotateCcw"
            testId="permission-resume"
            onPress={() =>
              changedElsewhere ? review(left.map(({ request }) => request.key)) : saving.resume()
            }
          >
            {changedElsewhere ? words.permission.lookAgain : words.permission.resume}
          </Button>
        )}
        {states.has("saved") && (
          <Button icon="undo" busy={saving.running !== null} testId="permission-undo" onPress={saving.undo}>
            {saving.running === "undo" ? words.permission.undoing : words.permission.undoSave}
          </Button>
        )}
        <Button look="primary" disabled={saving.running !== null} testId="permission-done" onPress={onClose}>
          {words.common.done}
        </Button>
      </>
    );
  }
}

/** One key begins with what it has; several with what they share, or with nobody let in yet. */
function beginning(keys: KeyView[]): PermissionDraft {
  const [first, ...others] = keys;
  if (!first) return draftOf({ type: "all" });
  const same = others.every(
    ({ permission }) => JSON.stringify(permission) === JSON.stringify(first.permission),
  );
  return same ? draftOf(first.permission) : { ...draftOf({ type: "all" }), kind: "custom" };
}

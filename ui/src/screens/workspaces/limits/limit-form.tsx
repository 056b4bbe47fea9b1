// Setting the limit of one model, or taking it away. An empty field sets none.

import { useEffect, useRef, useState } from "preact/hooks";
import { bringIntoView } from "../../../parts/bring-into-view";
import { Button } from "../../../parts/button";
import { TextField } from "../../../parts/field";
import { keepEnterFromComposition } from "../../../parts/keyboard";
import { FailureNote, SlowNote } from "../../../parts/note";
import { useCore } from "../../../state/core-context";
import { useToasts } from "../../../state/toasts";
import { useAction } from "../../../state/use-action";
import type { LimitView, ModelLimitRowView, WorkspaceRef } from "../../../wire";
import { useWords } from "../../../words";
import { limitOf, problemOf, secondsOf, timeOf } from "./limit";

interface LimitFormProps {
  workspace: WorkspaceRef;
  row: ModelLimitRowView;
  onRow: (row: ModelLimitRowView) => void;
  onClose: () => void;
}

export function LimitForm({ workspace, row, onRow, onClose }: LimitFormProps) {
  const words = useWords();
  const core = useCore();
  const toasts = useToasts();
  const saving = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [requests, setRequests] = useState(String(row.workspace?.requests ?? ""));
  const [usage, setUsage] = useState(String(row.workspace?.usage ?? ""));
  const [tried, setTried] = useState(false);
  const { modelLimits } = words;
  const seconds = secondsOf(row);
  const number = new Intl.NumberFormat(words.tag);
  const most = { requests: row.account.requests, usage: row.account.usage };
  const problems = { requests: problemOf(requests, most.requests), usage: problemOf(usage, most.usage) };
  const limit = limitOf(requests, usage, seconds);

  useEffect(() => {
    bringIntoView(form.current);
    form.current?.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
  }, []);

  const put = (wanted: LimitView | null) =>
    saving.run(
      async () => {
        const { failed } = await core.updateModelLimits({
          workspace,
          limits: [{ model: row.model, limit: wanted }],
        });
        const [first] = failed;
        if (first) throw first.failure;
      },
      () => {
        onRow({ ...row, workspace: wanted });
        toasts.say(wanted ? modelLimits.saved(row.model) : modelLimits.removed(row.model));
        onClose();
      },
    );

  const save = () => {
    setTried(true);
    const wrong = problems.requests !== null || problems.usage !== null;
    if (!wrong && limit) put(limit);
    else
      requestAnimationFrame(() =>
        (
          form.current?.querySelector<HTMLElement>("[aria-invalid=true]") ??
          form.current?.querySelector<HTMLElement>("input")
        )?.focus(),
      );
  };

  const field = (
    what: "requests" | "usage",
    label: string,
    initial: string,
    onText: (text: string) => void,
  ) => {
    const top = most[what];
    const problem = problems[what];
    const sentence =
      problem === "tooHigh" && top !== null
        ? modelLimits.tooHigh(number.format(top))
        : problem && modelLimits.notWhole;
    return (
      <TextField
        label={label}
        initial={initial}
        hint={top === null ? modelLimits.empty : modelLimits.upTo(number.format(top))}
        problem={tried && sentence}
        testId={`limit-${what}`}
        onText={(text) => {
          saving.clear();
          onText(text);
        }}
      />
    );
  };

  return (
    <form
      ref={form}
      class="limit-form"
      onKeyDown={(event) => {
        keepEnterFromComposition(event);
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault();
        if (!saving.busy) onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {field(
        "requests",
        modelLimits.requestsField(timeOf(seconds.requests, modelLimits)),
        requests,
        setRequests,
      )}
      {field("usage", modelLimits.tokensField(timeOf(seconds.usage, modelLimits)), usage, setUsage)}
      {tried && !limit && !problems.requests && !problems.usage && (
        <p class="field-problem" role="alert">
          {modelLimits.nothing}
        </p>
      )}
      {saving.slow && <SlowNote what={words.waiting.program} onStop={saving.stop} />}
      {saving.failure && <FailureNote failure={saving.failure} />}
      <div class="page-actions">
        <Button look="primary" type="submit" busy={saving.busy} testId="limit-save">
          {saving.busy ? modelLimits.saving : modelLimits.save}
        </Button>
        {row.workspace && (
          <Button disabled={saving.busy} testId="limit-remove" onPress={() => put(null)}>
            {modelLimits.remove}
          </Button>
        )}
        <Button look="quiet" disabled={saving.busy} onPress={onClose}>
          {words.common.cancel}
        </Button>
      </div>
    </form>
  );
}

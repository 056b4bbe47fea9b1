// One model with the account's limit and the workspace's own below it.

import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../parts/button";
import type { ModelLimitRowView, WorkspaceRef } from "../../../wire";
import { useWords } from "../../../words";
import { linesOf } from "./limit";
import { LimitForm } from "./limit-form";

interface LimitRowProps {
  workspace: WorkspaceRef;
  row: ModelLimitRowView;
  editing: boolean;
  onEdit: (on: boolean) => void;
  onRow: (row: ModelLimitRowView) => void;
}

export function LimitRow({ workspace, row, editing, onEdit, onRow }: LimitRowProps) {
  const words = useWords();
  const { modelLimits } = words;
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(editing);
  const account = linesOf(row.account, modelLimits, words.tag);
  const own = row.workspace && linesOf(row.workspace, modelLimits, words.tag);

  // The form is gone, and the focus with it.
  useEffect(() => {
    if (wasEditing.current && !editing && document.activeElement === document.body) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  return (
    <li class="limit" data-testid={`limit-${row.model}`}>
      <div class="limit-head">
        <span class="limit-model mono" title={row.model}>
          {row.model}
        </span>
        {!editing && (
          <Button
            look="quiet"
            buttonRef={button}
            label={own ? modelLimits.changeOf(row.model) : modelLimits.setOf(row.model)}
            onPress={() => onEdit(true)}
          >
            {own ? modelLimits.change : modelLimits.set}
          </Button>
        )}
      </div>
      <dl class="limit-facts figures">
        <dt>{modelLimits.own}</dt>
        <dd class={own ? "limit-own" : "quiet"}>
          {own ? own.map((line) => <p key={line}>{line}</p>) : modelLimits.notLimited}
        </dd>
        <dt>{modelLimits.account}</dt>
        <dd>{account.length > 0 ? account.map((line) => <p key={line}>{line}</p>) : modelLimits.noLimit}</dd>
      </dl>
      {editing && <LimitForm workspace={workspace} row={row} onRow={onRow} onClose={() => onEdit(false)} />}
    </li>
  );
}

// The editor of a permission: who may use a key, and for what. Creating and changing have the same one.

import { bringIntoView } from "../parts/bring-into-view";
import { Choice } from "../parts/field";
import { useWords } from "../words";
import { AllowlistField } from "./allowlist/allowlist-field";
import { ModelScope } from "./models/model-scope";
import { StateLine } from "./state-line";
import type { Editing } from "./use-editing";

interface PermissionEditorProps {
  editing: Editing;
  /** Whose models are listed. */
  workspaceId: string | null;
  /** "this key", "these 3 keys". */
  subject: string;
}

export function PermissionEditor({ editing, workspaceId, subject }: PermissionEditorProps) {
  const words = useWords();
  const { draft, region } = editing;
  const canLimit = region.capabilities.customPermission !== "no";
  return (
    <div class="permission">
      <StateLine editing={editing} subject={subject} />
      <Choice
        legend={words.create.permission}
        cards
        value={draft.kind}
        options={[
          { value: "all", label: words.create.all, hint: words.create.allHint },
          {
            value: "custom",
            label: words.create.custom,
            hint: canLimit ? words.create.customHint : words.create.customNot,
            disabled: !canLimit,
          },
        ]}
        onChoose={(kind) => editing.change({ kind })}
      />
      {draft.kind === "custom" && (
        <div class="fields-custom" ref={bringIntoView}>
          <AllowlistField editing={editing} />
          <ModelScope editing={editing} workspaceId={workspaceId} />
        </div>
      )}
    </div>
  );
}

// One group: its name and its addresses, in the same box with chips as a key's.

import { useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { TextField } from "../../parts/field";
import { keepEnterFromComposition } from "../../parts/keyboard";
import { FailureNote } from "../../parts/note";
import { ChipBox } from "../../permission/allowlist/chip-box";
import { Decisions } from "../../permission/allowlist/decisions";
import { addressesOf, UNLIMITED } from "../../permission/draft";
import { splitEntries } from "../../permission/split";
import { useEditing } from "../../permission/use-editing";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { AddressGroupView, RegionView, SavedGroupView } from "../../wire";
import { useWords } from "../../words";

interface GroupFormProps {
  group: AddressGroupView | null;
  addresses: string;
  region: RegionView;
  onClose: () => void;
  onSaved: (saved: SavedGroupView) => void;
}

export function GroupForm({ group, addresses, region, onClose, onSaved }: GroupFormProps) {
  const words = useWords();
  const core = useCore();
  const saving = useAction();
  const [name, setName] = useState(group?.name ?? "");
  const editing = useEditing(region, () => ({
    ...UNLIMITED,
    kind: "custom",
    entries: splitEntries(addresses),
  }));
  const { groups } = words.permission;
  const save = () => {
    const { entries } = editing.settle();
    saving.run(
      () => core.saveAddressGroup({ id: group?.id ?? null, name, addresses: addressesOf(entries, "") }),
      onSaved,
    );
  };
  return (
    <form
      class="group-form"
      onKeyDown={keepEnterFromComposition}
      onSubmit={(event) => {
        // It stands in the form of a key's permission, which is not what is being sent.
        event.preventDefault();
        event.stopPropagation();
        if (!editing.obstacle) save();
      }}
    >
      <TextField
        label={groups.name}
        initial={group?.name ?? ""}
        autoFocus
        testId="group-name"
        onText={(text) => {
          setName(text);
          saving.clear();
        }}
      />
      <div class="field">
        <span class="field-label">{words.create.addresses}</span>
        <ChipBox editing={editing} describedBy="group-box-hint" />
        <div class="field-hint" id="group-box-hint">
          {words.permission.boxHint}
        </div>
      </div>
      <Decisions editing={editing} />
      {saving.failure && <FailureNote failure={saving.failure} />}
      <div class="group-buttons">
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button
          look="primary"
          type="submit"
          busy={saving.busy}
          disabled={editing.obstacle !== null || name.trim() === ""}
          testId="group-save"
        >
          {saving.busy ? groups.saving : groups.save}
        </Button>
      </div>
    </form>
  );
}

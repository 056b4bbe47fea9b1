// Named groups of addresses, kept on this computer: made, changed and deleted here. A change reaches no key by itself: the
// keys that use the group are offered, each with what would change.

import { useCallback, useState } from "preact/hooks";
import { Button, IconButton } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote, Note } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { useLoad } from "../../state/use-load";
import type { AddressGroupView, RegionView, SavedGroupView } from "../../wire";
import { useWords } from "../../words";
import { GroupForm } from "./group-form";
import { Offers } from "./offers";

interface AddressGroupsDialogProps {
  region: RegionView;
  /** A new group with these addresses is to be made at once. */
  newAddresses: string | null;
  onClose: () => void;
}

type Formed = { group: AddressGroupView | null; addresses: string };

export function AddressGroupsDialog({ region, newAddresses, onClose }: AddressGroupsDialogProps) {
  const words = useWords();
  const core = useCore();
  const load = useCallback(() => core.listAddressGroups(), [core]);
  const loading = useLoad(load);
  const [form, setForm] = useState<Formed | null>(
    newAddresses === null ? null : { group: null, addresses: newAddresses },
  );
  const [removing, setRemoving] = useState<AddressGroupView | null>(null);
  const [saved, setSaved] = useState<SavedGroupView | null>(null);
  const { groups } = words.permission;
  const all = loading.value;

  return (
    <Dialog
      title={groups.title}
      testId="groups-dialog"
      onDismiss={onClose}
      footer={
        <>
          {!form && (
            <Button icon="plus" onPress={() => setForm({ group: null, addresses: "" })}>
              {groups.new}
            </Button>
          )}
          <Button look="primary" onPress={onClose}>
            {words.common.done}
          </Button>
        </>
      }
    >
      <p class="quiet">{groups.lead}</p>
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      {saved && (
        <Note tone="good" role="status" testId="group-saved">
          {groups.saved(saved.group.name)}
        </Note>
      )}
      {saved && saved.offers.length > 0 && <Offers offers={saved.offers} onUpdated={loading.reload} />}
      {form && (
        <GroupForm
          key={form.group?.id ?? "new"}
          group={form.group}
          addresses={form.addresses}
          region={region}
          onClose={() => setForm(null)}
          onSaved={(answer) => {
            setSaved(answer);
            setForm(null);
            loading.reload();
          }}
        />
      )}
      {all && all.length === 0 && !form && <p>{groups.none}</p>}
      {all && all.length > 0 && (
        <ul class="groups">
          {all.map((group) => (
            <li key={group.id} class="group" data-testid={`group-${group.id}`}>
              <div class="group-text">
                <strong>{group.name}</strong>
                <span class="quiet">
                  {groups.entries(group.entries.length)} ·{" "}
                  {group.usedBy.length > 0 ? groups.usedBy(group.usedBy.length) : groups.unused}
                </span>
                <span class="mono quiet cut">{group.entries.join(", ")}</span>
                {group.outdated.length > 0 && (
                  <span class="outcome-odd">{groups.outdated(group.outdated.length)}</span>
                )}
              </div>
              <IconButton
                icon="pencil"
                label={groups.edit(group.name)}
                onPress={() => {
                  setSaved(null);
                  setForm({ group, addresses: group.entries.join("\n") });
                }}
              />
              <IconButton icon="trash" label={groups.remove(group.name)} onPress={() => setRemoving(group)} />
            </li>
          ))}
        </ul>
      )}
      {removing && (
        <RemoveGroup
          group={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null);
            setSaved(null);
            loading.reload();
          }}
        />
      )}
    </Dialog>
  );
}

interface RemoveGroupProps {
  group: AddressGroupView;
  onClose: () => void;
  onRemoved: () => void;
}

function RemoveGroup({ group, onClose, onRemoved }: RemoveGroupProps) {
  const words = useWords();
  const core = useCore();
  const removing = useAction();
  return (
    <Dialog
      alert
      size="small"
      title={words.permission.groups.removeTitle(group.name)}
      testId="group-remove"
      onDismiss={() => !removing.busy && onClose()}
      footer={
        <>
          <Button autoFocus disabled={removing.busy} onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button
            look="danger"
            busy={removing.busy}
            onPress={() => removing.run(() => core.deleteAddressGroup(group.id), onRemoved)}
          >
            {words.permission.groups.submitRemove}
          </Button>
        </>
      }
    >
      <p>{words.permission.groups.removeBody}</p>
      {removing.failure && <FailureNote failure={removing.failure} />}
    </Dialog>
  );
}

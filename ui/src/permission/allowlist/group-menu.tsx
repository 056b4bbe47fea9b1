// Named groups of addresses: put one into the list, keep the list as one, or see to them all.

import { useCallback, useState } from "preact/hooks";
import { AddressGroupsDialog } from "../../dialogs/address-groups/address-groups-dialog";
import { Icon } from "../../parts/icon";
import { Menu, type MenuItem } from "../../parts/menu";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import { useWords } from "../../words";
import type { Editing } from "../use-editing";

/** What the dialog of groups begins with. */
type Opened = { addresses: string } | "all";

export function GroupMenu({ editing }: { editing: Editing }) {
  const words = useWords();
  const core = useCore();
  const load = useCallback(() => core.listAddressGroups(), [core]);
  const loading = useLoad(load);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { groups } = words.permission;
  const { draft, view } = editing;

  const items: MenuItem[] = (loading.value ?? []).map((group) => ({
    id: `group-${group.id}`,
    label: group.name,
    hint: groups.entries(group.entries.length),
    onSelect: () => {
      const fresh = group.entries.filter((entry) => !draft.entries.includes(entry));
      editing.change({
        entries: [...draft.entries, ...fresh],
        groups: [...new Set([...draft.groups, group.id])],
      });
    },
  }));
  if (view && view.sends.length > 0)
    items.push({
      id: "group-save-list",
      label: groups.saveList,
      icon: "plus",
      apart: items.length > 0,
      onSelect: () => setOpened({ addresses: view.sends.join("\n") }),
    });
  items.push({
    id: "groups-manage",
    label: groups.manage,
    icon: "settings",
    apart: items.length > 0 && !(view && view.sends.length > 0),
    onSelect: () => setOpened("all"),
  });

  return (
    <>
      <Menu
        label={groups.from}
        items={items}
        align="start"
        buttonClass="button button-quiet"
        testId="group-menu"
      >
        <Icon name="chevronsUpDown" />
        <span>{groups.from}</span>
      </Menu>
      {opened && (
        <AddressGroupsDialog
          region={editing.region}
          newAddresses={opened === "all" ? null : opened.addresses}
          onClose={() => {
            setOpened(null);
            loading.reload();
          }}
        />
      )}
    </>
  );
}

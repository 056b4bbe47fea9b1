// What can be done with one workspace. The default one stays, and its menu says so.

import { Icon } from "../../parts/icon";
import { Menu } from "../../parts/menu";
import { useApp } from "../../state/app-context";
import { useCopy } from "../../state/use-copy";
import type { RegionView, WorkspaceRowView } from "../../wire";
import { useWords } from "../../words";
import { nameOf, refOf } from "./workspace";

interface WorkspaceMenuProps {
  region: RegionView;
  workspace: WorkspaceRowView;
  onDelete: () => void;
}

export function WorkspaceMenu({ region, workspace, onDelete }: WorkspaceMenuProps) {
  const { workspaces } = useWords();
  const { goTo } = useApp();
  const copy = useCopy();
  const ref = refOf(region.id, workspace);
  return (
    <Menu
      label={workspaces.menu(nameOf(workspace))}
      testId="workspace-menu"
      items={[
        {
          id: "keys",
          label: workspaces.showKeys,
          icon: "keyRound",
          onSelect: () => goTo("keys", { kind: "keysOf", workspace: ref }),
        },
        {
          id: "cost",
          label: workspaces.showCost,
          icon: "chartColumn",
          onSelect: () => goTo("cost", { kind: "costOf", workspace: ref }),
        },
        {
          id: "copy-id",
          label: workspaces.copyIdItem,
          icon: "copy",
          onSelect: () => copy.text(workspace.id),
        },
        {
          id: "delete",
          label: workspaces.remove,
          icon: "trash",
          danger: true,
          apart: true,
          refused: workspace.isDefault ? workspaces.defaultStays : undefined,
          onSelect: onDelete,
        },
      ]}
    >
      <Icon name="moreHorizontal" />
    </Menu>
  );
}

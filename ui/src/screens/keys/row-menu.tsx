// Everything that can be done with one key. What its region or its state does not allow is not offered.

import { hasValue, nameOf } from "../../key";
import { Icon } from "../../parts/icon";
import { Menu, type MenuItem } from "../../parts/menu";
import type { KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import type { KeyActions } from "./use-key-actions";

interface RowMenuProps {
  keyView: KeyView;
  region: RegionView;
  revealed: boolean;
  actions: KeyActions;
}

export function RowMenu({ keyView, region, revealed, actions }: RowMenuProps) {
  const words = useWords();
  const items: MenuItem[] = [
    {
      id: "details",
      label: words.actions.details,
      icon: "info",
      onSelect: () => actions.showDetails(keyView),
    },
  ];
  if (region.capabilities.customPermission !== "no")
    items.push(
      {
        id: "edit-permission",
        label: words.permission.edit,
        icon: "shieldCheck",
        onSelect: () => actions.editPermission([keyView]),
      },
      {
        id: "select",
        label: words.permission.select,
        icon: "circleCheck",
        onSelect: () => actions.pick(keyView),
      },
    );
  if (hasValue(keyView)) {
    items.push(
      {
        id: "reveal",
        label: revealed ? words.actions.hide : words.actions.reveal,
        icon: revealed ? "eyeOff" : "eye",
        onSelect: () => actions.toggleReveal(keyView),
      },
      { id: "copy", label: words.actions.copy, icon: "copy", onSelect: () => actions.copy(keyView) },
      {
        id: "copy-with-host",
        label: words.actions.copyWithHost,
        icon: "copy",
        onSelect: () => actions.copyWithHost(keyView),
      },
      {
        id: "set-variable",
        label: words.actions.setVariable,
        icon: "terminal",
        onSelect: () => actions.setVariable(keyView),
      },
      {
        id: "download",
        label: words.actions.download,
        icon: "download",
        onSelect: () => actions.download(keyView),
      },
    );
  }
  if (keyView.kept.state === "memoryOnly") {
    items.push(
      {
        id: "keep",
        label: words.actions.keep,
        icon: "shieldCheck",
        apart: true,
        onSelect: () => actions.keep(keyView),
      },
      {
        id: "release",
        label: words.actions.release,
        icon: "check",
        onSelect: () => actions.release(keyView),
      },
    );
  }
  const dangerous: MenuItem[] = [];
  if (keyView.disabled)
    dangerous.push({
      id: "enable",
      label: words.actions.enable,
      icon: "circlePlay",
      onSelect: () => actions.enable(keyView),
    });
  else if (region.capabilities.disable !== "no")
    dangerous.push({
      id: "disable",
      label: words.actions.disable,
      icon: "ban",
      onSelect: () => actions.disable(keyView),
    });
  if (region.capabilities.reset !== "no")
    dangerous.push({
      id: "reset",
      label: words.actions.reset,
      icon: "rotateCcw",
      onSelect: () => actions.reset(keyView),
    });
  dangerous.push({
    id: "delete",
    label: words.actions.delete,
    icon: "trash",
    danger: true,
    onSelect: () => actions.remove(keyView),
  });
  if (dangerous[0]) dangerous[0].apart = true;
  return (
    <Menu label={words.keys.menu(nameOf(keyView))} items={[...items, ...dangerous]} testId="row-menu">
      <Icon name="moreHorizontal" />
    </Menu>
  );
}

// Everything that can be done with one key. What its state does not allow is not offered; what its region cannot is greyed,
// with the reason.

import { hasValue, keyRef, nameOf } from "../../key";
import { Icon } from "../../parts/icon";
import { Menu, type MenuItem } from "../../parts/menu";
import { useApp } from "../../state/app-context";
import type { KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import { hasTemporaryKeys } from "../temporary-keys/new-temporary-key";
import { type Cannot, reasonNot } from "./arrange";
import type { KeyActions } from "./use-key-actions";

interface RowMenuProps {
  keyView: KeyView;
  region: RegionView;
  revealed: boolean;
  /** The service's list has it: else only its value can be used. */
  listed: boolean;
  actions: KeyActions;
}

export function RowMenu({ keyView, region, revealed, listed, actions }: RowMenuProps) {
  const words = useWords();
  const { goTo } = useApp();
  const refused = (what: Cannot) => reasonNot(region, what, words.clouds.cannot, words.common.region(region));
  const items: MenuItem[] = [
    {
      id: "details",
      label: words.actions.details,
      icon: "info",
      onSelect: () => actions.showDetails(keyView),
    },
  ];
  if (listed)
    items.push(
      {
        id: "edit-permission",
        label: words.permission.edit,
        icon: "shieldCheck",
        refused: refused("customPermission"),
        onSelect: () => actions.editPermission([keyView]),
      },
      {
        id: "edit-description",
        label: words.clouds.editDescription,
        icon: "pencil",
        onSelect: () => actions.editDescription(keyView),
      },
    );
  // Several keys are selected to be given one permission.
  if (listed && !refused("customPermission"))
    items.push({
      id: "select",
      label: words.permission.select,
      icon: "circleCheck",
      onSelect: () => actions.pick(keyView),
    });
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
        id: "use-in-tool",
        label: words.tools.fromMenu,
        icon: "wrench",
        refused: keyView.disabled ? words.tools.keyDisabled : undefined,
        onSelect: () => goTo("tools", { kind: "toolKey", key: keyRef(keyView) }),
      },
      {
        id: "doctor",
        label: words.doctor.fromMenu,
        icon: "stethoscope",
        onSelect: () =>
          goTo("doctor", {
            kind: "doctor",
            key: keyRef(keyView),
            variable: keyView.usedHere[0]?.variable ?? "DASHSCOPE_API_KEY",
          }),
      },
      {
        id: "temporary-key",
        label: words.temporaryKeys.fromMenu,
        icon: "timer",
        refused: keyView.disabled
          ? words.temporaryKeys.keyDisabled
          : hasTemporaryKeys(region)
            ? undefined
            : words.temporaryKeys.regionCannot,
        onSelect: () => goTo("temporaryKeys", { kind: "temporaryKey", key: keyRef(keyView) }),
      },
      {
        id: "download",
        label: words.actions.download,
        icon: "download",
        onSelect: () => actions.download(keyView),
      },
      {
        id: "export",
        label: words.exports.fromMenu,
        icon: "fileText",
        onSelect: () => actions.exportKey(keyView),
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
  const dangerous = listed ? atTheService() : [forgetting()];
  if (dangerous[0]) dangerous[0].apart = true;
  return (
    <Menu label={words.keys.menu(nameOf(keyView))} items={[...items, ...dangerous]} testId="row-menu">
      <Icon name="moreHorizontal" />
    </Menu>
  );

  function forgetting(): MenuItem {
    return {
      id: "forget",
      label: words.clouds.forget,
      icon: "trash",
      danger: true,
      onSelect: () => actions.forget(keyView),
    };
  }

  /** What changes the key at the service, the safest first. */
  function atTheService(): MenuItem[] {
    return [
      {
        id: "rotate",
        label: keyView.rotation ? words.rotation.fromMenu : words.clouds.replace,
        icon: "repeat",
        onSelect: () => actions.rotate(keyView),
      },
      keyView.disabled
        ? {
            id: "enable",
            label: words.actions.enable,
            icon: "circlePlay",
            refused: refused("disable"),
            onSelect: () => actions.enable(keyView),
          }
        : {
            id: "disable",
            label: words.actions.disable,
            icon: "ban",
            refused: refused("disable"),
            onSelect: () => actions.disable(keyView),
          },
      {
        id: "reset",
        label: words.actions.reset,
        icon: "rotateCcw",
        refused: refused("reset"),
        onSelect: () => actions.reset(keyView),
      },
      {
        id: "delete",
        label: words.actions.delete,
        icon: "trash",
        danger: true,
        onSelect: () => actions.remove(keyView),
      },
    ];
  }
}

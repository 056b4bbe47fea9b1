// The dialog that is open over the list, and what follows when it has done its work.

import {
  CreateKeyDialog,
  DeleteKeyDialog,
  EditDescriptionDialog,
  EditPermissionDialog,
  ExportKeyDialog,
  ForgetKeyDialog,
  PasteKeyDialog,
  ResetKeyDialog,
  RevealSheet,
  RotateKeyDialog,
  SetVariableDialog,
} from "../../dialogs/lazy";
import { nameOf, sameKey } from "../../key";
import { useApp } from "../../state/app-context";
import type { KeyList, KeyRef, KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import type { OpenDialog } from "./open-dialog";
import type { KeyActions } from "./use-key-actions";

interface KeyDialogsProps {
  dialog: OpenDialog;
  region: RegionView;
  list: KeyList | null;
  actions: KeyActions;
  /** Another dialog takes the place of this one. */
  onDialog: (next: OpenDialog) => void;
  onClose: () => void;
  /** The list is not what it was. */
  onChanged: () => void;
  /** A key is as this says now. */
  onKey: (key: KeyView) => void;
  /** A key is gone. */
  onGone: (key: KeyRef) => void;
  onSelectionDone: () => void;
}

export function KeyDialogs(props: KeyDialogsProps) {
  const { dialog, region, list, actions, onDialog, onClose, onChanged, onKey, onGone } = props;
  const words = useWords();
  const { refresh } = useApp();

  const gone = (key: KeyRef, said: string) => {
    onClose();
    onGone(key);
    actions.say(said);
    onChanged();
  };

  switch (dialog.kind) {
    case "create":
      return (
        list && (
          <CreateKeyDialog
            region={region}
            workspaces={list.workspaces}
            onClose={onClose}
            onCreated={(created) => {
              onDialog({ kind: "created", created });
              onChanged();
            }}
            onMaybeCreated={() => {
              onChanged();
              refresh();
            }}
          />
        )
      );
    case "created":
    case "resetDone":
      return (
        <RevealSheet
          created={dialog.kind === "created" ? dialog.created : dialog.result.created}
          reset={dialog.kind === "resetDone" ? dialog.result : null}
          region={region}
          onKept={onChanged}
          onClose={onClose}
          onSetVariable={(key) => onDialog({ kind: "variable", key })}
        />
      );
    case "reset":
      return (
        <ResetKeyDialog
          subject={dialog.key}
          onClose={onClose}
          onReset={(result) => {
            onDialog({ kind: "resetDone", result });
            onChanged();
          }}
        />
      );
    case "delete":
      return (
        <DeleteKeyDialog
          subject={dialog.key}
          canDisable={region.capabilities.disable !== "no" && !dialog.key.disabled}
          onClose={onClose}
          onDisable={() => {
            const row = list?.keys.find((one) => sameKey(one, dialog.key));
            onClose();
            if (row) actions.disable(row);
          }}
          onDeleted={() => gone(dialog.key, words.toast.deleted(nameOf(dialog.key)))}
        />
      );
    case "forget":
      return (
        <ForgetKeyDialog
          subject={dialog.key}
          onClose={onClose}
          onForgotten={() => gone(dialog.key, words.clouds.forgotten(nameOf(dialog.key)))}
        />
      );
    case "description":
      return (
        <EditDescriptionDialog
          subject={dialog.key}
          region={region}
          onClose={onClose}
          onSaved={(key) => {
            onClose();
            onKey(key);
            actions.say(words.clouds.described);
          }}
        />
      );
    case "permission":
      return (
        <EditPermissionDialog
          keys={dialog.keys}
          region={region}
          onClose={() => {
            onClose();
            if (dialog.keys.length > 1) props.onSelectionDone();
          }}
          onKey={onKey}
        />
      );
    case "variable":
      return <SetVariableDialog subject={dialog.key} onClose={onClose} onChanged={onChanged} />;
    case "export":
      return <ExportKeyDialog subject={dialog.key} onClose={onClose} />;
    case "rotate":
    case "rotation": {
      const rotation = dialog.kind === "rotation" ? dialog.rotation : null;
      const key = dialog.kind === "rotate" ? dialog.key : dialog.rotation.oldKey;
      // The row of now: it may have changed since the dialog was opened.
      const row = list?.keys.find((one) => sameKey(one, key));
      return (
        <RotateKeyDialog
          subject={row ?? (dialog.kind === "rotate" ? dialog.key : null)}
          rotation={rotation}
          intent={dialog.kind === "rotation" ? dialog.intent : "show"}
          onClose={onClose}
          onChanged={onChanged}
          onReset={(key) => onDialog({ kind: "reset", key })}
          onDeleted={(ended) =>
            gone(ended.oldKey, words.rotation.deleted(nameOf({ ...ended, masked: ended.oldMasked })))
          }
        />
      );
    }
    case "paste":
      return (
        <PasteKeyDialog
          onClose={onClose}
          onKept={() => {
            onChanged();
            refresh();
          }}
          onSetVariable={(key) => onDialog({ kind: "variable", key })}
        />
      );
    default:
      return null;
  }
}

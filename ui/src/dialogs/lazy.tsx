// The dialogs that open over keys, regions and settings, each loaded when it is opened.

import type { ComponentType } from "preact";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { lazy, type Placeholder } from "../parts/lazy";
import { FailureNote } from "../parts/note";
import { Skeleton } from "../parts/text";
import { useWords } from "../words";

interface Closable {
  onClose: () => void;
}

const Waiting: Placeholder<Closable> = ({ loading, props }) => {
  const words = useWords();
  return (
    <Dialog
      title={words.waiting.part}
      footer={<Button onPress={props.onClose}>{words.common.close}</Button>}
      onDismiss={props.onClose}
    >
      {loading.failure ? (
        <FailureNote failure={loading.failure} onRetry={loading.reload} />
      ) : (
        <Skeleton rows={3} label={words.waiting.part} />
      )}
    </Dialog>
  );
};

const dialog = <Props extends Closable>(load: () => Promise<ComponentType<Props>>) => lazy(load, Waiting);

export const AccountDialog = dialog(async () => (await import("./account/account-dialog")).AccountDialog);
export const CreateKeyDialog = dialog(
  async () => (await import("./create-key/create-key-dialog")).CreateKeyDialog,
);
export const DeleteKeyDialog = dialog(async () => (await import("./delete-key-dialog")).DeleteKeyDialog);
export const EditDescriptionDialog = dialog(
  async () => (await import("./edit-description-dialog")).EditDescriptionDialog,
);
export const EditPermissionDialog = dialog(
  async () => (await import("./edit-permission/edit-permission-dialog")).EditPermissionDialog,
);
export const ExportKeyDialog = dialog(
  async () => (await import("./export-key/export-key-dialog")).ExportKeyDialog,
);
export const ForgetKeyDialog = dialog(async () => (await import("./forget-key-dialog")).ForgetKeyDialog);
export const PasteKeyDialog = dialog(
  async () => (await import("./paste-key/paste-key-dialog")).PasteKeyDialog,
);
export const ResetKeyDialog = dialog(async () => (await import("./reset-key-dialog")).ResetKeyDialog);
export const RevealSheet = dialog(async () => (await import("./reveal-sheet")).RevealSheet);
export const RotateKeyDialog = dialog(
  async () => (await import("./rotate-key/rotate-key-dialog")).RotateKeyDialog,
);
export const SetVariableDialog = dialog(
  async () => (await import("./set-variable/set-variable-dialog")).SetVariableDialog,
);

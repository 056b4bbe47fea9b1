// Changing what a key is called. Nothing else of it changes.

import { useState } from "preact/hooks";
import { keyRef } from "../key";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { TextField } from "../parts/field";
import { keepEnterFromComposition } from "../parts/keyboard";
import { FailureNote, SlowNote } from "../parts/note";
import { Badge, Masked } from "../parts/text";
import { useCore } from "../state/core-context";
import { useAction } from "../state/use-action";
import type { KeyView, RegionView } from "../wire";
import { useWords } from "../words";
import { characters, DESCRIPTION_LIMIT } from "./create-key/draft";

interface EditDescriptionDialogProps {
  subject: KeyView;
  region: RegionView;
  onClose: () => void;
  onSaved: (key: KeyView) => void;
}

export function EditDescriptionDialog({ subject, region, onClose, onSaved }: EditDescriptionDialogProps) {
  const words = useWords();
  const core = useCore();
  const saving = useAction();
  const [description, setDescription] = useState(subject.description);
  const length = characters(description.trim());
  const unchanged = description.trim() === subject.description.trim();

  const save = () => {
    if (unchanged || length > DESCRIPTION_LIMIT) return;
    saving.run(
      () => core.editDescription({ key: keyRef(subject), description: description.trim() }),
      onSaved,
    );
  };

  return (
    <Dialog
      size="small"
      title={words.clouds.descriptionTitle}
      aside={<Badge tone="accent">{words.common.region(region)}</Badge>}
      testId="description-dialog"
      onDismiss={() => !saving.busy && onClose()}
      footer={
        <>
          <Button disabled={saving.busy} onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button
            look="primary"
            busy={saving.busy}
            disabled={unchanged || length > DESCRIPTION_LIMIT}
            testId="description-save"
            onPress={save}
          >
            {saving.busy ? words.accounts.saving : words.clouds.descriptionSubmit}
          </Button>
        </>
      }
    >
      <p>
        <Masked masked={subject.masked} />
      </p>
      <form
        class="fields"
        onKeyDown={keepEnterFromComposition}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={words.create.description}
          optional
          autoFocus
          initial={subject.description}
          hint={words.create.descriptionHint}
          counter={{
            text: words.create.counted(length, DESCRIPTION_LIMIT),
            aloud: words.create.countedAloud(length, DESCRIPTION_LIMIT),
            over: length > DESCRIPTION_LIMIT,
          }}
          testId="description"
          onText={(text) => {
            saving.clear();
            setDescription(text);
          }}
        />
      </form>
      {saving.slow && (
        <SlowNote what={words.waiting.region(words.common.region(region))} onStop={saving.stop} />
      )}
      {saving.failure && <FailureNote failure={saving.failure} />}
    </Dialog>
  );
}

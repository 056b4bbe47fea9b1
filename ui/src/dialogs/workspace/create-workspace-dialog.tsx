// Creating a workspace: its name, and where the region leaves a choice, where its models run.

import { useRef, useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Choice, TextField } from "../../parts/field";
import { keepEnterFromComposition } from "../../parts/keyboard";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { Badge } from "../../parts/text";
import { isHere } from "../../place";
import { siteHintOf, siteOf } from "../../screens/workspaces/workspace";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { RegionView, WorkspaceRowView } from "../../wire";
import { useWords } from "../../words";
import { wordsFor } from "../../words/failures";
import { characters, mayHaveCreated } from "../create-key/draft";

export const NAME_LIMIT = 30;

interface CreateWorkspaceDialogProps {
  region: RegionView;
  onClose: () => void;
  onCreated: (workspace: WorkspaceRowView) => void;
  /** It is not known whether it was created. */
  onMaybeCreated: () => void;
}

export function CreateWorkspaceDialog(props: CreateWorkspaceDialogProps) {
  const { region, onClose, onCreated, onMaybeCreated } = props;
  const words = useWords();
  const core = useCore();
  const creating = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState("");
  const [site, setSite] = useState(region.serviceSites[0] ?? null);
  const [tried, setTried] = useState(false);
  const { workspaces } = words;
  const { failure } = creating;
  const length = characters(name.trim());

  const problem = () => {
    if (length > NAME_LIMIT || failure?.code === "workspaceNameInvalid") {
      const { why, next } = wordsFor(
        words.failures,
        failure?.code === "workspaceNameInvalid"
          ? failure
          : { code: "workspaceNameInvalid", length, limit: NAME_LIMIT },
      );
      return `${why} ${next}`;
    }
    return tried && length === 0 ? workspaces.nameEmpty : null;
  };

  const create = () => {
    setTried(true);
    if (length === 0 || length > NAME_LIMIT) {
      form.current?.querySelector<HTMLElement>("input[type=text]")?.focus();
      return;
    }
    creating.run(async () => {
      try {
        return await core.createWorkspace({ region: region.id, name: name.trim(), serviceSite: site });
      } catch (rejection) {
        if (mayHaveCreated(asFailure(rejection))) onMaybeCreated();
        throw rejection;
      }
    }, onCreated);
  };

  const stop = () => {
    creating.stop();
    onMaybeCreated();
  };

  return (
    <Dialog
      size="small"
      title={workspaces.createTitle}
      aside={<Badge tone="accent">{words.common.region(region)}</Badge>}
      testId="create-workspace-dialog"
      onDismiss={() => !creating.busy && onClose()}
      footer={
        <>
          <Button disabled={creating.busy} onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button look="primary" busy={creating.busy} testId="create-workspace-submit" onPress={create}>
            {creating.busy ? workspaces.creating : workspaces.create}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        class="fields"
        onKeyDown={keepEnterFromComposition}
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <TextField
          label={workspaces.name}
          autoFocus
          hint={workspaces.nameHint}
          problem={problem()}
          counter={{
            text: words.create.counted(length, NAME_LIMIT),
            aloud: words.create.countedAloud(length, NAME_LIMIT),
            over: length > NAME_LIMIT,
          }}
          testId="workspace-name"
          onText={(text) => {
            creating.clear();
            setName(text);
          }}
        />
        {site !== null && (
          <Choice
            legend={workspaces.site}
            value={site}
            stacked
            options={region.serviceSites.map((value) => ({
              value,
              label: siteOf(value, workspaces),
              hint: siteHintOf(value, workspaces),
            }))}
            onChoose={setSite}
          />
        )}
        {!isHere(region) && <p class="quiet">{workspaces.createThen}</p>}
      </form>
      {creating.slow && <SlowNote what={words.waiting.region(words.common.region(region))} onStop={stop} />}
      {creating.stopped && <Note tone="warning">{workspaces.maybeCreated}</Note>}
      {failure && failure.code !== "workspaceNameInvalid" && <FailureNote failure={failure} />}
      {failure && mayHaveCreated(failure) && <p class="quiet">{workspaces.maybeCreated}</p>}
    </Dialog>
  );
}

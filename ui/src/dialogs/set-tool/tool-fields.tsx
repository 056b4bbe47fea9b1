// The fields for what a tool is to use: the key, the host, the model.

import { useCallback } from "preact/hooks";
import { HostSelect } from "../../kept-keys/host-select";
import { KeySelect } from "../../kept-keys/key-select";
import type { KeptKey } from "../../kept-keys/use-chosen-key";
import type { KeptPlace } from "../../kept-keys/use-kept-keys";
import { SelectField, TextField } from "../../parts/field";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import { useWords } from "../../words";
import { ANOTHER, type ToolWish, USUAL } from "./use-tool-wish";

interface ToolFieldsProps {
  places: KeptPlace[];
  wish: ToolWish;
  /** What it reads for no model of the user's own. */
  usual: string;
}

export function ToolFields({ places, wish, usual }: ToolFieldsProps) {
  const words = useWords();
  const { chosen, host } = wish;
  if (!chosen) return null;
  return (
    <section class="field-pair" aria-label={words.tools.form}>
      <KeySelect
        label={words.keptKeys.key}
        places={places}
        chosen={chosen}
        reason={() => null}
        testId="tool-key"
        onChoose={wish.choose}
      />
      <HostSelect keyView={chosen.keyView} host={host} onChoose={wish.chooseHost} />
      <ModelField chosen={chosen} wish={wish} usual={usual} />
    </section>
  );
}

interface ModelFieldProps extends Pick<ToolFieldsProps, "wish" | "usual"> {
  chosen: KeptKey;
}

function ModelField({ chosen, wish, usual }: ModelFieldProps) {
  const { tools } = useWords();
  const core = useCore();
  const { region, workspaceId } = chosen.keyView;
  const { value: models, failure } = useLoad(
    useCallback(
      () => core.listModels({ region, workspaceId: workspaceId || null }),
      [core, region, workspaceId],
    ),
  );
  const listed = (models ?? []).map(({ id, callable }) => ({
    value: id,
    label: callable === false ? tools.modelNotCallable(id) : id,
  }));
  const { entry } = wish;
  // One that was chosen for another key stays chosen.
  const kept = entry === USUAL || entry === ANOTHER || listed.some(({ value }) => value === entry);
  return (
    <>
      <SelectField
        label={tools.model}
        value={entry}
        options={[
          { value: USUAL, label: usual },
          ...(kept ? [] : [{ value: entry, label: entry }]),
          ...listed,
          { value: ANOTHER, label: tools.modelOther },
        ]}
        hint={failure ? tools.modelsFailed : undefined}
        testId="tool-model"
        onChoose={wish.chooseModel}
      />
      {entry === ANOTHER && (
        <TextField label={tools.modelName} mono testId="tool-model-name" onText={wish.typeModel} />
      )}
    </>
  );
}

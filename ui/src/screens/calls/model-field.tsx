// The choice of the model, with a line for the name of another one.

import { SelectField, TextField } from "../../parts/field";
import { useWords } from "../../words";
import { ANOTHER, type ModelChoice } from "./use-model";

export function ModelField({ choice }: { choice: ModelChoice }) {
  const { calls } = useWords();
  const { loading, entry, typed, choose, type } = choice;
  const { value: models, failure, stopped } = loading;
  if (!models && !failure && !stopped)
    return (
      <SelectField
        label={calls.model}
        value={ANOTHER}
        options={[{ value: ANOTHER, label: calls.modelsLoading }]}
        onChoose={() => {}}
      />
    );
  return (
    <>
      {models && models.length > 0 && (
        <SelectField
          label={calls.model}
          value={entry}
          options={[
            ...models.map(({ id, callable }) => ({
              value: id,
              label: callable === false ? calls.modelNotCallable(id) : id,
            })),
            { value: ANOTHER, label: calls.modelOther },
          ]}
          testId="call-model"
          onChoose={choose}
        />
      )}
      {entry === ANOTHER && (
        <TextField
          label={calls.modelName}
          {...(failure ? { hint: calls.modelsFailed } : {})}
          mono
          initial={typed}
          testId="call-model-name"
          onText={type}
        />
      )}
    </>
  );
}

// Own addresses of the service and a certificate authority of one's own: for networks that need them, folded away for
// everybody else.

import { TextField } from "../../parts/field";
import { isHere } from "../../place";
import { useApp } from "../../state/app-context";
import { useWords } from "../../words";
import { type AccountDraft, type fieldOf, withEndpoint } from "./draft";

interface AdvancedProps {
  draft: AccountDraft;
  problem: (...fields: ReturnType<typeof fieldOf>[]) => string | null;
  onChange: (changes: Partial<AccountDraft>) => void;
}

export function Advanced({ draft, problem, onChange }: AdvancedProps) {
  const words = useWords();
  const { app } = useApp();
  const set = draft.endpoints.length > 0 || draft.stsEndpoint !== "" || draft.caFile !== "";
  const wrong = problem("endpoint");
  return (
    <details class="folded" open={set}>
      <summary>{words.accounts.advanced}</summary>
      <div class="fields">
        <p class="field-hint">{words.accounts.advancedHint}</p>
        <TextField
          label={words.accounts.sts}
          optional
          mono
          initial={draft.stsEndpoint}
          hint={words.accounts.stsHint}
          testId="sts-endpoint"
          onText={(stsEndpoint) => onChange({ stsEndpoint })}
        />
        <TextField
          label={words.accounts.caFile}
          optional
          mono
          initial={draft.caFile}
          hint={words.accounts.caHint}
          problem={problem("ca")}
          testId="ca-file"
          onText={(caFile) => onChange({ caFile })}
        />
        <fieldset class="endpoints">
          <legend>{words.accounts.endpoints}</legend>
          <div class="endpoint endpoint-head" aria-hidden="true">
            <span />
            <span>{words.accounts.control}</span>
            <span>{words.accounts.data}</span>
          </div>
          {app.regions
            .filter((region) => !isHere(region))
            .map(({ region, nameEn, nameZh }) => {
              const name = words.common.region({ nameEn, nameZh });
              const endpoint = draft.endpoints.find((one) => one.region === region);
              const put = (change: Parameters<typeof withEndpoint>[2]) =>
                onChange({ endpoints: withEndpoint(draft.endpoints, region, change) });
              return (
                <div class="endpoint" key={region}>
                  <span>{name}</span>
                  <Address
                    label={words.accounts.controlOf(name)}
                    initial={endpoint?.control ?? ""}
                    testId={`control-${region}`}
                    onText={(text) => put({ control: text || null })}
                  />
                  <Address
                    label={words.accounts.dataOf(name)}
                    initial={endpoint?.data ?? ""}
                    testId={`data-${region}`}
                    onText={(text) => put({ data: text || null })}
                  />
                </div>
              );
            })}
          {wrong && (
            <div class="field-problem" role="alert">
              {wrong}
            </div>
          )}
        </fieldset>
      </div>
    </details>
  );
}

interface AddressProps {
  label: string;
  initial: string;
  testId: string;
  onText: (text: string) => void;
}

/** Never written to while someone types, as every input. */
function Address({ label, initial, testId, onText }: AddressProps) {
  return (
    <input
      type="text"
      class="input mono"
      aria-label={label}
      title={label}
      placeholder="https://"
      defaultValue={initial}
      spellcheck={false}
      autocomplete="off"
      data-testid={testId}
      onInput={(event) => !event.isComposing && onText(event.currentTarget.value.trim())}
      onCompositionEnd={(event) => onText(event.currentTarget.value.trim())}
    />
  );
}

// Where a pasted key is kept, which host it is used with, and what it is called.

import { Choice, SelectField, TextField } from "../../parts/field";
import { Note } from "../../parts/note";
import { useApp } from "../../state/app-context";
import type { PastedKeyView } from "../../wire";
import { useWords } from "../../words";
import { type Draft, hostOfDraft, hostsFor, placesFor } from "./draft";

interface KeepFormProps {
  pasted: PastedKeyView;
  draft: Draft;
  place: string;
  onChange: (changes: Partial<Draft>) => void;
}

export function KeepForm({ pasted, draft, place, onChange }: KeepFormProps) {
  const words = useWords();
  const { app } = useApp();
  const places = placesFor(pasted, app.regions);
  const hosts = hostsFor(pasted, draft, place);
  const host = hostOfDraft(pasted, draft, place);
  return (
    <section class="paste-section" data-testid="keep-form">
      <h3>{words.paste.keepTitle}</h3>
      {places.length > 1 && (
        <SelectField
          label={words.paste.place}
          value={place}
          options={places.map((one) => ({ value: one.id, label: words.common.region(one) }))}
          testId="paste-place"
          onChoose={(chosen) => onChange({ place: chosen, origin: null })}
        />
      )}
      {hosts.length > 1 && host && (
        <Choice
          legend={words.paste.hostUse}
          value={host.origin}
          options={hosts.map((one) => ({
            value: one.origin,
            label: one.origin,
            ...(one.plan === "payAsYouGo" ? {} : { hint: words.paste.plans[one.plan] }),
          }))}
          stacked
          onChoose={(origin) => onChange({ place, origin })}
        />
      )}
      {hosts.length === 1 && host && pasted.kind !== "thisComputer" && (
        <dl class="facts">
          <dt>{words.paste.hostUse}</dt>
          <dd class="mono">{host.origin}</dd>
        </dl>
      )}
      {!host && <Note tone="warning">{words.paste.hostNone}</Note>}
      <TextField
        label={words.paste.description}
        optional
        initial={draft.description}
        hint={words.paste.descriptionHint}
        testId="paste-description"
        onText={(description) => onChange({ description })}
      />
    </section>
  );
}

// What was looked at, what cannot be seen from here, and the report to take along.

import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { FailureNote, SlowNote } from "../../parts/note";
import { CopyRow } from "../../parts/text";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useToasts } from "../../state/toasts";
import { useAction } from "../../state/use-action";
import { useWords } from "../../words";
import { momentOf } from "../../words/dates";
import type { Seen } from "./use-diagnosis";

export function LookedAt({ seen }: { seen: Seen }) {
  const words = useWords();
  const core = useCore();
  const { app } = useApp();
  const toasts = useToasts();
  const saving = useAction();
  const { doctor } = words;
  const { request, diagnosis } = seen;
  const save = () =>
    saving.run(
      () => core.saveDiagnosis(request),
      ({ path }) => toasts.say(doctor.saved(path)),
    );
  return (
    <section class="doctor-looked" aria-labelledby="doctor-looked">
      <h2 id="doctor-looked">{doctor.lookedAt}</h2>
      <p class="quiet figures">{doctor.at(momentOf(diagnosis.at, words.tag))}</p>
      <ul class="looked-at">
        {diagnosis.inOrder.map(({ what, count }) => (
          <li key={what}>
            <Icon name="check" />
            {doctor.checked[what](count)}
          </li>
        ))}
      </ul>
      {app.platform === "windows" ? (
        <p class="quiet">{doctor.windowsPrograms}</p>
      ) : (
        <div class="doctor-sudo">
          <h3>{doctor.sudoTitle}</h3>
          <p class="quiet">{doctor.sudo}</p>
          <CopyRow label={doctor.sudoLabel} value={`sudo --preserve-env=${request.variable}`} />
        </div>
      )}
      {saving.failure && <FailureNote failure={saving.failure} onRetry={save} />}
      {saving.slow && <SlowNote what={words.waiting.program} onStop={saving.stop} />}
      <div class="page-actions">
        <Button icon="fileText" busy={saving.busy} testId="doctor-save" onPress={save}>
          {doctor.save}
        </Button>
      </div>
      <p class="field-hint">{doctor.saveHint}</p>
    </section>
  );
}

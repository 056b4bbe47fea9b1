// The question and its answer. Somebody who came from a key has asked already: it is looked at once.

import { useEffect, useRef, useState } from "preact/hooks";
import { SetVariableDialog } from "../../dialogs/set-variable/set-variable-dialog";
import type { KeptPlace } from "../../kept-keys/use-kept-keys";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useApp } from "../../state/app-context";
import type { KeyRef } from "../../wire";
import { useWords } from "../../words";
import { Findings } from "./findings";
import { LookedAt } from "./looked-at";
import { Question } from "./question";
import { Sources } from "./sources";
import { useDiagnosis } from "./use-diagnosis";

/** What the dialog that sets the variable begins with. */
export interface Setting {
  key: KeyRef;
  variable: string;
  commentOut: string[];
}

export function Examination({ places }: { places: KeptPlace[] }) {
  const words = useWords();
  const { app, errand } = useApp();
  const { looking, seen, look } = useDiagnosis();
  const [setting, setSetting] = useState<Setting | null>(null);
  const begin = errand?.kind === "doctor" ? errand : null;
  const begun = useRef(false);
  const { doctor } = words;

  useEffect(() => {
    if (!begin || begun.current) return;
    begun.current = true;
    look({ key: begin.key, variable: begin.variable, folders: [] });
  }, [begin, look]);

  const again = () => seen && look(seen.request);
  return (
    <>
      <p class="lead">{app.platform === "windows" ? doctor.leadWindows : doctor.lead}</p>
      <Question places={places} begin={begin} busy={looking.busy} again={seen !== null} onLook={look} />
      {looking.busy && !seen && <Skeleton rows={3} label={doctor.looking} />}
      {looking.slow && <SlowNote what={doctor.waitingFor} onStop={looking.stop} />}
      {looking.stopped && <Note>{doctor.stopped}</Note>}
      {looking.failure && <FailureNote failure={looking.failure} />}
      {seen && (
        <div class="diagnosis" aria-busy={looking.busy} data-testid="diagnosis">
          <Findings
            seen={seen}
            onSet={(commentOut) =>
              setSetting({ key: seen.request.key, variable: seen.request.variable, commentOut })
            }
            onLookAgain={again}
          />
          <Sources sources={seen.diagnosis.sources} />
          <LookedAt seen={seen} />
        </div>
      )}
      {setting && (
        <SetVariableDialog
          subject={setting.key}
          variable={setting.variable}
          commentOut={setting.commentOut}
          onClose={() => setSetting(null)}
          onChanged={again}
        />
      )}
    </>
  );
}

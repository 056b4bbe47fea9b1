// Looking, and what was seen for which question: an answer stays while the same is asked again.

import { useCallback, useState } from "preact/hooks";
import { useCore } from "../../state/core-context";
import { type Action, useAction } from "../../state/use-action";
import type { DiagnoseRequest, DiagnosisView } from "../../wire";

export interface Seen {
  request: DiagnoseRequest;
  diagnosis: DiagnosisView;
}

export interface Diagnosis {
  looking: Action;
  seen: Seen | null;
  look(request: DiagnoseRequest): void;
}

export function useDiagnosis(): Diagnosis {
  const core = useCore();
  const looking = useAction();
  const [seen, setSeen] = useState<Seen | null>(null);
  const { run } = looking;
  const look = useCallback(
    (request: DiagnoseRequest) => {
      setSeen((before) => (before && isSame(before.request, request) ? before : null));
      run(
        () => core.diagnose(request),
        (diagnosis) => setSeen({ request, diagnosis }),
      );
    },
    [core, run],
  );
  return { looking, seen, look };
}

function isSame(one: DiagnoseRequest, other: DiagnoseRequest): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

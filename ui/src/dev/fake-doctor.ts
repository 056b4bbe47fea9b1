// A doctor that has one answer for every question.

import type { Core } from "../core";
import type { DiagnosisView } from "../wire";
import { HEALTHY } from "./sample-diagnosis";

type DoctorCore = Pick<Core, "diagnose" | "saveDiagnosis">;

export function fakeDoctor(diagnosis: DiagnosisView = HEALTHY): DoctorCore {
  return {
    diagnose: async () => structuredClone(diagnosis),
    saveDiagnosis: async ({ variable }) => ({ path: `~/Downloads/studio-keys-${variable}.md` }),
  };
}

// Which key, in which variable, and which project folders besides.

import { useState } from "preact/hooks";
import { KeySelect } from "../../kept-keys/key-select";
import { useChosenKey } from "../../kept-keys/use-chosen-key";
import type { KeptPlace } from "../../kept-keys/use-kept-keys";
import { keyRef } from "../../key";
import { Button } from "../../parts/button";
import { TextField } from "../../parts/field";
import { useApp } from "../../state/app-context";
import type { DiagnoseRequest, KeyRef, PlatformView } from "../../wire";
import { useWords } from "../../words";

/** The variable that Alibaba's own guides name. */
const VARIABLE = "DASHSCOPE_API_KEY";

/** A whole path, as people have them on each system. */
const EXAMPLES: Record<PlatformView, string> = {
  linux: "/home/ann/app",
  macos: "/Users/ann/app",
  windows: "C:\\Users\\ann\\app",
};

interface QuestionProps {
  places: KeptPlace[];
  begin: { key: KeyRef; variable: string } | null;
  busy: boolean;
  /** It was looked before. */
  again: boolean;
  onLook: (request: DiagnoseRequest) => void;
}

export function Question({ places, begin, busy, again, onLook }: QuestionProps) {
  const { doctor } = useWords();
  const { app } = useApp();
  const { chosen, choose } = useChosenKey(places, begin?.key ?? null, () => true);
  const [variable, setVariable] = useState(begin?.variable ?? VARIABLE);
  const [folders, setFolders] = useState("");
  const [complain, setComplain] = useState(false);
  if (!chosen) return null;
  const wrongName = !/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable.trim());
  const paths = folders
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const wrongFolders = paths.some((path) => !/^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path));
  const ask = () => {
    setComplain(wrongName || wrongFolders);
    if (wrongName || wrongFolders || busy) return;
    onLook({ key: keyRef(chosen.keyView), variable: variable.trim(), folders: paths });
  };
  return (
    <form
      class="card doctor-question"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <div class="doctor-fields">
        <KeySelect
          label={doctor.key}
          places={places}
          chosen={chosen}
          reason={() => null}
          testId="doctor-key"
          onChoose={choose}
        />
        <TextField
          label={doctor.variable}
          initial={variable}
          hint={doctor.variableHint}
          problem={complain && wrongName ? doctor.variableProblem : undefined}
          mono
          testId="doctor-variable"
          onText={setVariable}
          onEnter={ask}
        />
      </div>
      <TextField
        label={doctor.folders}
        hint={doctor.foldersHint}
        problem={complain && wrongFolders ? doctor.foldersProblem(EXAMPLES[app.platform]) : undefined}
        optional
        rows={2}
        mono
        testId="doctor-folders"
        onText={setFolders}
      />
      <div class="page-actions">
        <Button type="submit" look="primary" icon="stethoscope" busy={busy} testId="doctor-look">
          {again ? doctor.lookAgain : doctor.look}
        </Button>
      </div>
    </form>
  );
}

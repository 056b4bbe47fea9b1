// Without changing anything: a terminal or a program that is started with the key, and the lines for those who type them.

import { useCallback, useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { Code } from "../../parts/code";
import { FailureNote } from "../../parts/note";
import { Tabs } from "../../parts/tabs";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { useCopy } from "../../state/use-copy";
import { useLoad } from "../../state/use-load";
import type { BaseUrlRequest, KeyRef, LineShell } from "../../wire";
import { useWords } from "../../words";

/** Their own names, the same in every language. */
const SHELLS: Record<LineShell, string> = {
  bash: "bash",
  zsh: "zsh",
  fish: "fish",
  powerShell: "PowerShell",
  commandPrompt: "Command Prompt",
};

interface OnceProps {
  subject: KeyRef;
  variable: string;
  baseUrl: BaseUrlRequest | null;
}

export function Once(props: OnceProps) {
  const { variable } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details class="once" data-testid="once" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{variable.once}</summary>
      {open && (
        <>
          <Programs {...props} />
          <Lines {...props} />
        </>
      )}
    </details>
  );
}

function Programs({ subject, variable, baseUrl }: OnceProps) {
  const words = useWords();
  const { app } = useApp();
  const core = useCore();
  const starting = useAction();
  const [started, setStarted] = useState<string | null>(null);
  const loading = useLoad(useCallback(() => core.listPrograms(), [core]));
  const programs = loading.value ?? [];
  const handing = programs.filter((one) => one.handsOver).map((one) => one.name);
  return (
    <section>
      <p class="quiet">{words.variable.onceLead}</p>
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      {loading.value && programs.length === 0 && app.platform !== "macos" && (
        <p class="quiet">{words.variable.noPrograms}</p>
      )}
      <div class="once-programs">
        {programs.map((one) => (
          <Button
            key={one.id}
            disabled={starting.busy}
            testId={`start-${one.id}`}
            onPress={() => {
              setStarted(null);
              starting.run(
                () => core.startProgram({ program: one.id, key: subject, variable, baseUrl }),
                (program) => setStarted(program.name),
              );
            }}
          >
            {words.variable.start(one.name)}
          </Button>
        ))}
      </div>
      {handing.length > 0 && (
        <p class="field-hint">{words.variable.handsOver(words.counted.names(handing))}</p>
      )}
      {app.platform === "macos" && <p class="field-hint">{words.variable.terminalOfMacos}</p>}
      {started && <p role="status">{words.variable.started(started)}</p>}
      {starting.failure && <FailureNote failure={starting.failure} />}
    </section>
  );
}

function Lines({ subject, variable }: OnceProps) {
  const words = useWords();
  const core = useCore();
  const copy = useCopy();
  const loading = useLoad(
    useCallback(() => core.variableLines({ key: subject, variable }), [core, subject, variable]),
  );
  const [chosen, setChosen] = useState<LineShell | null>(null);
  if (!loading.value)
    return loading.failure ? <FailureNote failure={loading.failure} onRetry={loading.reload} /> : null;
  const shells = [...new Set(loading.value.map((one) => one.shell))];
  const shell = chosen ?? shells[0];
  if (!shell) return null;
  return (
    <section>
      <h3>{words.variable.byHand}</h3>
      <p class="quiet">{words.variable.byHandLead}</p>
      <Tabs
        label={words.variable.byHand}
        tabs={shells.map((one) => ({ id: one, label: SHELLS[one] }))}
        chosen={shell}
        onChoose={setChosen}
      >
        {loading.value
          .filter((one) => one.shell === shell)
          .map(({ scope, text }) => (
            <div key={scope} class="once-lines">
              <Code label={`${SHELLS[shell]}, ${words.variable.scopes[scope]}`} text={text} />
              <Button
                icon="copy"
                onPress={() =>
                  copy.secret(() => core.copyVariableLines({ key: subject, variable, shell, scope }))
                }
              >
                {words.variable.copyLines[scope]}
              </Button>
            </div>
          ))}
        <p class="field-hint">{words.variable.copyLinesHint}</p>
      </Tabs>
    </section>
  );
}

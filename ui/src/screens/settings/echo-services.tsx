// The two services that "Add my address" asks, to be changed and to be put back.

import { useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { TextField } from "../../parts/field";
import { FailureNote } from "../../parts/note";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useToasts } from "../../state/toasts";
import { useAction } from "../../state/use-action";
import { useWords } from "../../words";

type Services = [string, string];

export function EchoServices() {
  const words = useWords();
  const core = useCore();
  const toasts = useToasts();
  const { app, refresh } = useApp();
  const saved = app.preferences.echoServices;
  const usual = app.usualEchoServices;
  const saving = useAction();
  const [typed, setTyped] = useState<Services>(saved);
  // The fields are never written to while someone types: a reset draws new ones.
  const [round, setRound] = useState(0);
  const { echo } = words.permission;

  // Saved here and not with the other choices, because the program may refuse what is no web address.
  const save = (services: Services) =>
    saving.run(
      () => core.savePreferences({ ...app.preferences, echoServices: services }),
      () => {
        refresh();
        toasts.say(echo.saved);
      },
    );
  const same = (one: Services, other: Services) => one.every((service, index) => service === other[index]);

  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        save(typed);
      }}
    >
      <p class="quiet">{echo.lead}</p>
      {([0, 1] as const).map((index) => (
        <TextField
          key={`${round} ${index}`}
          label={index === 0 ? echo.first : echo.second}
          initial={typed[index]}
          mono
          testId={`echo-${index}`}
          onText={(text) => {
            saving.clear();
            setTyped(index === 0 ? [text.trim(), typed[1]] : [typed[0], text.trim()]);
          }}
        />
      ))}
      {saving.failure && <FailureNote failure={saving.failure} />}
      <div class="page-actions">
        <Button type="submit" busy={saving.busy} disabled={same(typed, saved)}>
          {echo.save}
        </Button>
        <Button
          look="quiet"
          icon="rotateCcw"
          disabled={same(typed, usual) && same(saved, usual)}
          onPress={() => {
            setTyped(usual);
            setRound(round + 1);
            save(usual);
          }}
        >
          {echo.reset}
        </Button>
      </div>
    </form>
  );
}

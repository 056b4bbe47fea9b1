// The form that makes a temporary key: from which key, for which host, for how long, and what that means.

import { useState } from "preact/hooks";
import { HostSelect } from "../../kept-keys/host-select";
import { KeySelect } from "../../kept-keys/key-select";
import { useChosenKey } from "../../kept-keys/use-chosen-key";
import type { KeptPlace } from "../../kept-keys/use-kept-keys";
import { keyRef, nameOf, permissionSummary } from "../../key";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { keepEnterFromComposition } from "../../parts/keyboard";
import { FailureNote, SlowNote } from "../../parts/note";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { RegionView, TemporaryKeyView } from "../../wire";
import { useWords } from "../../words";
import { Lifetime, secondsOf, USUAL_LIFETIME } from "./lifetime";

/** The region has temporary keys, as far as is known: the service decides. */
export function hasTemporaryKeys(region: RegionView): boolean {
  return region.capabilities.temporaryKeys !== "no";
}

interface NewTemporaryKeyProps {
  places: KeptPlace[];
  onCreated: (view: TemporaryKeyView) => void;
}

export function NewTemporaryKey({ places, onCreated }: NewTemporaryKeyProps) {
  const words = useWords();
  const core = useCore();
  const { errand } = useApp();
  const begin = errand?.kind === "temporaryKey" ? errand.key : null;
  const { chosen, host, choose, chooseHost } = useChosenKey(places, begin, hasTemporaryKeys);
  const [lifetime, setLifetime] = useState(USUAL_LIFETIME);
  const [complain, setComplain] = useState(false);
  const creating = useAction();
  if (!chosen) return null;
  const { keyView, region } = chosen;
  const { temporaryKeys } = words;

  const create = () => {
    const seconds = secondsOf(lifetime);
    setComplain(seconds === null);
    if (seconds === null || !host) return;
    creating.run(
      () => core.createTemporaryKey({ key: keyRef(keyView), seconds, origin: host.origin }),
      onCreated,
    );
  };

  return (
    <form
      class="card"
      aria-label={temporaryKeys.newTitle}
      onKeyDown={keepEnterFromComposition}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <h2>{temporaryKeys.newTitle}</h2>
      <div class="field-pair">
        <KeySelect
          label={words.keptKeys.key}
          places={places}
          chosen={chosen}
          reason={(one) => (hasTemporaryKeys(one) ? null : temporaryKeys.regionWithout)}
          testId="temporary-parent"
          onChoose={(key) => {
            creating.clear();
            choose(key);
          }}
        />
        <HostSelect keyView={keyView} host={host} onChoose={chooseHost} />
      </div>
      <Lifetime draft={lifetime} complain={complain} onChange={setLifetime} />
      <ul class="sentences">
        <li>
          <Icon name="shieldCheck" />
          {temporaryKeys.inherits(nameOf(keyView), permissionSummary(keyView.permission, words.keys))}
        </li>
        <li>
          <Icon name="timer" />
          {temporaryKeys.notEarly}
        </li>
        <li>
          <Icon name="lock" />
          {temporaryKeys.notStored}
        </li>
      </ul>
      <div class="page-actions">
        <Button
          type="submit"
          look="primary"
          icon="timer"
          busy={creating.busy}
          disabled={!host}
          testId="temporary-create"
        >
          {creating.busy ? temporaryKeys.creating : temporaryKeys.create}
        </Button>
      </div>
      {creating.slow && (
        <SlowNote what={words.waiting.region(words.common.region(region))} onStop={creating.stop} />
      )}
      {creating.failure && <FailureNote failure={creating.failure} />}
    </form>
  );
}

// Where secrets rest, when that needs something from the user: a locked keyring, none at all, or the passphrase of the
// encrypted file.

import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { TextField } from "../parts/field";
import { keepEnterFromComposition } from "../parts/keyboard";
import { FailureNote, Note, SlowNote } from "../parts/note";
import { useApp } from "../state/app-context";
import { useCore } from "../state/core-context";
import { useAction } from "../state/use-action";
import type { SecretStoreView } from "../wire";
import { useWords } from "../words";

/** Nothing while everything is well. */
export function StoreBanner() {
  const words = useWords();
  const { secretStore } = useApp().app;
  switch (secretStore.state) {
    case "locked":
      return (
        <Note
          tone="warning"
          icon="lock"
          title={words.store.lockedTitle}
          testId="store-locked"
          actions={<Probe />}
        >
          {words.store.lockedBody(secretStore.name)}
        </Note>
      );
    case "absent":
      return <Absent store={secretStore} />;
    case "passphraseNeeded":
      return (
        <Note tone="warning" icon="lock" title={words.store.unlockTitle} testId="store-unlock">
          <p>{words.store.unlockBody}</p>
          <PassphraseForm />
        </Note>
      );
    default:
      return null;
  }
}

/** Asks the keyring again. */
export function Probe({ label }: { label?: string }) {
  const words = useWords();
  const core = useCore();
  const { storeChanged } = useApp();
  const probing = useAction();
  return (
    <>
      <Button
        icon="rotateCcw"
        busy={probing.busy}
        onPress={() => probing.run(() => core.probeStore(), storeChanged)}
      >
        {label ?? words.common.tryAgain}
      </Button>
      {probing.slow && <SlowNote what={words.waiting.store} onStop={probing.stop} />}
      {probing.failure && <FailureNote failure={probing.failure} />}
    </>
  );
}

function Absent({ store }: { store: Extract<SecretStoreView, { state: "absent" }> }) {
  const words = useWords();
  const [choosing, setChoosing] = useState(false);
  return (
    <Note tone="warning" title={words.store.absentTitle} testId="store-absent">
      <p>{words.store.absentBody(store.name)}</p>
      {store.packages.length > 0 && (
        <p>
          {words.store.absentPackages} <code class="mono">{store.packages.join(" ")}</code>
        </p>
      )}
      {choosing ? (
        <>
          <p>
            <strong>{words.store.fileTitle}</strong>
          </p>
          <p>{words.store.fileBody}</p>
          <PassphraseForm create onCancel={() => setChoosing(false)} />
        </>
      ) : (
        <>
          <p>{words.store.absentOr}</p>
          <div class="note-actions">
            <Button icon="fileText" onPress={() => setChoosing(true)}>
              {words.store.useFile}
            </Button>
            <Probe />
          </div>
        </>
      )}
    </Note>
  );
}

/** Opens the encrypted file, or makes it. The passphrase is read when it is sent and not kept. */
function PassphraseForm({ create = false, onCancel }: { create?: boolean; onCancel?: () => void }) {
  const words = useWords();
  const core = useCore();
  const { storeChanged } = useApp();
  const sending = useAction();
  const [problem, setProblem] = useState<string | null>(null);

  const send = (form: HTMLFormElement) => {
    const [first, second] = [...form.querySelectorAll<HTMLInputElement>("input[type=password]")];
    const passphrase = first?.value ?? "";
    if (!passphrase) return setProblem(words.store.passphraseEmpty);
    if (create && second?.value !== passphrase) return setProblem(words.store.passphraseDiffers);
    setProblem(null);
    sending.run(
      () => (create ? core.choosePassphraseFile(passphrase) : core.unlockPassphraseFile(passphrase)),
      (store) => {
        form.reset();
        storeChanged(store);
      },
    );
  };

  return (
    <form
      class="passphrase"
      onKeyDown={keepEnterFromComposition}
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
    >
      <TextField
        type="password"
        label={words.store.passphrase}
        problem={problem}
        onText={() => problem && setProblem(null)}
      />
      {create && <TextField type="password" label={words.store.passphraseAgain} onText={() => {}} />}
      {sending.failure && <FailureNote failure={sending.failure} />}
      {sending.slow && <SlowNote what={words.waiting.store} onStop={sending.stop} />}
      <div class="note-actions">
        <Button type="submit" look="primary" busy={sending.busy}>
          {create ? words.store.create : words.store.unlock}
        </Button>
        {onCancel && (
          <Button look="quiet" onPress={onCancel}>
            {words.common.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

// Keeping a key that exists already. It is pasted, told by its shape, asked for at its hosts if the user agrees, and kept
// in the keyring. Until then the program holds its value, and forgets it when this goes.

import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { keepEnterFromComposition } from "../../parts/keyboard";
import { FailureNote, SlowNote } from "../../parts/note";
import { Masked } from "../../parts/text";
import { bareRegion } from "../../place";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { KeyRef, KeyView, PastedKeyView } from "../../wire";
import { placeOf, useWords } from "../../words";
import { wordsFor } from "../../words/failures";
import { AskHosts } from "./ask-hosts";
import { type Draft, draftOf, hasChoice, keepRequest, matchOf, placeOfDraft } from "./draft";
import { KeepForm } from "./keep-form";
import { Kept } from "./kept";
import { Recognized } from "./recognized";
import { SecretField } from "./secret-field";

interface PasteKeyDialogProps {
  onClose: () => void;
  /** A key is kept that was not before. The dialog stays and says so. */
  onKept: (key: KeyView) => void;
  onSetVariable: (key: KeyRef) => void;
}

export function PasteKeyDialog({ onClose, onKept, onSetVariable }: PasteKeyDialogProps) {
  const words = useWords();
  const core = useCore();
  const { app, region: shown, goTo } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState<PastedKeyView | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [kept, setKept] = useState<{ key: KeyView; listed: boolean } | null>(null);
  const looking = useAction();
  const keeping = useAction();
  const held = useRef<string | null>(null);

  const forget = useRef(() => {
    if (held.current !== null) core.forgetPasted(held.current).catch(() => undefined);
    held.current = null;
  });
  useEffect(() => () => forget.current(), []);

  // Each page begins at its top.
  const page = kept ? 2 : pasted ? 1 : 0;
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    const dialog = document.querySelector<HTMLElement>("[data-testid=paste-dialog]");
    dialog?.querySelector<HTMLElement>(page === 0 ? "input" : "h2")?.focus();
    dialog?.querySelector(".dialog-body")?.scrollTo?.(0, 0);
  }, [page]);

  const look = () => {
    const value = field.current?.value ?? "";
    looking.run(
      () =>
        core.recognizeKey(value).catch((rejection: unknown) => {
          field.current?.focus();
          throw rejection;
        }),
      (found) => {
        if (field.current) field.current.value = "";
        held.current = found.id;
        setDraft(draftOf(found));
        setPasted(found);
      },
    );
  };
  const another = () => {
    forget.current();
    keeping.clear();
    looking.clear();
    setPasted(null);
    setDraft(null);
  };
  const place = pasted && draft && placeOfDraft(pasted, draft, app.regions, shown);
  const keep = () => {
    if (!pasted || !draft || place === null) return;
    const request = keepRequest(pasted, draft, place);
    keeping.run(
      () => core.keepPasted(request),
      (key) => {
        held.current = null;
        setKept({ key, listed: !key.apiKeyId.startsWith("-") });
        onKept(key);
      },
    );
  };

  const where = words.place[placeOf(app.secretStore, app.platform)];
  const busy = keeping.busy;
  const invalid = looking.failure?.code === "pastedInvalid" ? looking.failure : null;
  const match = pasted && draft && matchOf(pasted, draft);
  const region =
    kept &&
    (app.regions.find((one) => one.id === kept.key.region) ??
      app.regions.find((one) => one.region === bareRegion(kept.key.region)));

  const footer = () => {
    if (kept)
      return (
        <Button look="primary" testId="paste-done" onPress={onClose}>
          {words.common.done}
        </Button>
      );
    if (!pasted)
      return (
        <>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button look="primary" busy={looking.busy} testId="paste-look" onPress={look}>
            {looking.busy ? words.paste.looking : words.paste.submit}
          </Button>
        </>
      );
    return (
      <>
        <span class="foot-start">
          <Button disabled={busy} testId="paste-another" onPress={another}>
            {words.paste.another}
          </Button>
        </span>
        <Button disabled={busy} onPress={onClose}>
          {words.common.cancel}
        </Button>
        <Button look="primary" busy={busy} testId="paste-keep" onPress={keep}>
          {busy ? words.paste.keeping : words.paste.keep}
        </Button>
      </>
    );
  };

  const body = () => {
    if (kept)
      return (
        region && <Kept kept={kept.key} listed={kept.listed} region={region} onSetVariable={onSetVariable} />
      );
    if (!pasted || !draft || place === null)
      return (
        <>
          <p class="quiet">{words.paste.lead(where)}</p>
          <form
            class="fields"
            onKeyDown={keepEnterFromComposition}
            onSubmit={(event) => {
              event.preventDefault();
              look();
            }}
          >
            <SecretField
              fieldRef={field}
              problem={invalid && `${sentences(invalid).why} ${sentences(invalid).next}`}
              onText={looking.clear}
            />
          </form>
          {invalid?.problem === "accessKey" && (
            <div>
              <Button icon="circleUser" onPress={() => goTo("settings")}>
                {words.accounts.title}
              </Button>
            </div>
          )}
          {looking.slow && <SlowNote what={words.paste.lists} onStop={looking.stop} />}
          {looking.failure && !invalid && <FailureNote failure={looking.failure} onRetry={look} />}
        </>
      );
    const change = (changes: Partial<Draft>) => {
      keeping.clear();
      setDraft((now) => now && { ...now, ...changes });
    };
    const common = { pasted, draft, onChange: change };
    return (
      <>
        <p>
          <Masked masked={pasted.masked} />
        </p>
        <Recognized {...common} />
        {!match && hasChoice(pasted) && <AskHosts {...common} />}
        {!match && <KeepForm {...common} place={place} />}
        {keeping.slow && <SlowNote what={words.waiting.store} onStop={keeping.stop} />}
        {keeping.failure && (
          <FailureNote
            failure={keeping.failure}
            {...(keeping.failure.code === "pastedGone"
              ? { actions: <Button onPress={another}>{words.refused.pasteAgain}</Button> }
              : { onRetry: keep })}
          />
        )}
      </>
    );
  };

  return (
    <Dialog
      size={pasted && !kept && !match ? "large" : "medium"}
      title={kept ? words.paste.keptTitle : words.paste.title}
      testId="paste-dialog"
      onDismiss={() => !busy && onClose()}
      footer={footer()}
    >
      {body()}
    </Dialog>
  );

  function sentences(failure: NonNullable<typeof invalid>) {
    return wordsFor(words.failures, failure);
  }
}

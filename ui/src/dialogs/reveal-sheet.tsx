// The one moment in which the service shows a key. Two truths are possible, and the sheet says which one holds: the key
// is in the keyring already, or this is the only chance to save it, and then the sheet does not let go by a slip.

import { useState } from "preact/hooks";
import { keyRef } from "../key";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Check } from "../parts/field";
import { FailureNote, Note } from "../parts/note";
import { Badge } from "../parts/text";
import { useApp } from "../state/app-context";
import { useCore } from "../state/core-context";
import { useToasts } from "../state/toasts";
import { useAction } from "../state/use-action";
import { useCopy } from "../state/use-copy";
import { useReveal } from "../state/use-reveal";
import type { CreatedKeyView, Failure, KeyRef, RegionView, ResetKeyView } from "../wire";
import { placeOf, useWords } from "../words";
import { wordsFor } from "../words/failures";
import { RevealNext } from "./reveal-next";
import { RevealValue } from "./reveal-value";

interface RevealSheetProps {
  created: CreatedKeyView;
  /** The key was reset and not created. */
  reset: ResetKeyView | null;
  region: RegionView;
  /** A key that was only in memory is in the keyring now. */
  onKept: () => void;
  onClose: () => void;
  onSetVariable: (key: KeyRef) => void;
}

export function RevealSheet({ created, reset, region, onKept, onClose, onSetVariable }: RevealSheetProps) {
  const words = useWords();
  const core = useCore();
  const copy = useCopy();
  const toasts = useToasts();
  const reveal = useReveal();
  const keeping = useAction();
  const downloading = useAction();
  const [notKept, setNotKept] = useState<Failure | null>(created.notKept);
  const [taken, setTaken] = useState(false);
  const [ticked, setTicked] = useState(false);
  const [asked, setAsked] = useState(false);
  const key = keyRef(created.key);
  const mayClose = notKept === null || taken || ticked;

  const close = () => (mayClose ? onClose() : setAsked(true));
  const take = () => setTaken(true);
  const keep = () =>
    keeping.run(
      () => core.keepKey(key),
      () => {
        setNotKept(null);
        setAsked(false);
        onKept();
      },
    );
  const download = () =>
    downloading.run(
      () => core.downloadKey(key),
      ({ path }) => {
        take();
        toasts.say(words.toast.downloaded(path));
      },
    );

  return (
    <Dialog
      size="large"
      title={reset ? words.reveal.resetTitle : words.reveal.createdTitle}
      aside={<Badge tone="accent">{words.common.region(region)}</Badge>}
      closesOutside={mayClose}
      testId={notKept ? "reveal-unsafe" : "reveal-safe"}
      onDismiss={close}
      footer={
        <>
          {!mayClose && (
            <p
              class={asked ? "foot-start field-problem" : "foot-start field-hint"}
              role={asked ? "alert" : undefined}
            >
              {words.reveal.mustSave}
            </p>
          )}
          <Button
            look="primary"
            disabled={!mayClose}
            autoFocus={notKept === null}
            testId="reveal-close"
            onPress={close}
          >
            {notKept ? words.reveal.closeUnsafe : words.common.done}
          </Button>
        </>
      }
    >
      {notKept ? (
        <Unsafe
          failure={notKept}
          reset={reset !== null}
          busy={keeping.busy}
          again={keeping.failure}
          onKeep={keep}
        />
      ) : (
        <Safe region={region} reset={reset !== null} />
      )}
      <RevealValue
        created={created}
        reveal={reveal}
        onCopy={() => copy.key(key, take)}
        onCopyBoth={() => copy.keyWithHost(key, take)}
      />
      {reset && <Followed reset={reset} />}
      {notKept && (
        <div class="reveal-save">
          <Button icon="download" busy={downloading.busy} onPress={download}>
            {words.reveal.download}
          </Button>
          <Check label={words.reveal.saved} checked={ticked} testId="reveal-saved" onChange={setTicked} />
        </div>
      )}
      <RevealNext
        keyRef={key}
        region={region}
        offerVariable={mayClose}
        onSetVariable={() => onSetVariable(key)}
        onDownload={notKept ? null : download}
      />
      {downloading.failure && <FailureNote failure={downloading.failure} />}
    </Dialog>
  );
}

/** Case A: it is kept. */
function Safe({ region, reset }: { region: RegionView; reset: boolean }) {
  const words = useWords();
  const { app } = useApp();
  const where = words.place[placeOf(app.secretStore, app.platform)];
  return (
    <Note
      tone="good"
      icon="shieldCheck"
      title={reset ? words.reveal.safeReset(where) : words.reveal.safe(where)}
      testId="reveal-case-a"
    >
      {region.id === "this-computer" ? words.reveal.safeHere : words.reveal.safeCloud}
    </Note>
  );
}

interface UnsafeProps {
  failure: Failure;
  reset: boolean;
  busy: boolean;
  again: Failure | null;
  onKeep: () => void;
}

/** Case B: it is in memory only, and why. */
function Unsafe({ failure, reset, busy, again, onKeep }: UnsafeProps) {
  const words = useWords();
  const { app } = useApp();
  const where = words.place[placeOf(app.secretStore, app.platform)];
  return (
    <Note
      tone="danger"
      role="alert"
      title={reset ? words.reveal.unsafeReset(where) : words.reveal.unsafe(where)}
      testId="reveal-case-b"
      actions={
        <Button icon="shieldCheck" busy={busy} onPress={onKeep}>
          {words.reveal.keep}
        </Button>
      }
    >
      <p>{wordsFor(words.failures, again ?? failure).why}</p>
      <p>
        <strong>{words.reveal.unsafeOnce}</strong>
      </p>
    </Note>
  );
}

/** After a reset: what on this computer has the new value. */
function Followed({ reset }: { reset: ResetKeyView }) {
  const words = useWords();
  return (
    <>
      {reset.followed.length > 0 && (
        <Note tone="good" testId="followed">
          {words.reveal.followed(words.counted.names(reset.followed), reset.followed.length > 1)}{" "}
          {words.variable.openTerminal}
        </Note>
      )}
      {reset.notFollowed && (
        <>
          <p>{words.reveal.notFollowed}</p>
          <FailureNote failure={reset.notFollowed} />
        </>
      )}
    </>
  );
}

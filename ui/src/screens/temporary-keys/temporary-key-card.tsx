// One temporary key while it works: the time it has left, its value on demand, and lines that use it. Once it has ended
// it says so and is gone.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { nameOf } from "../../key";
import { Button } from "../../parts/button";
import { FailureNote } from "../../parts/note";
import { Revealed } from "../../parts/revealed";
import { Badge, Masked } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useToasts } from "../../state/toasts";
import { useCopy } from "../../state/use-copy";
import type { ShownValue } from "../../state/use-shown-value";
import type { RegionView } from "../../wire";
import { useWords } from "../../words";
import { timeOf } from "../../words/dates";
import { countdownOf, lengthOf } from "../../words/durations";
import { Snippets } from "./snippets";
import type { HeldKey } from "./use-temporary-keys";

interface TemporaryKeyCardProps {
  held: HeldKey;
  region: RegionView | undefined;
  shown: ShownValue;
  /** It was created just now. */
  fresh: boolean;
  onForgotten: () => void;
}

export function TemporaryKeyCard({ held, region, shown, fresh, onForgotten }: TemporaryKeyCardProps) {
  const words = useWords();
  const core = useCore();
  const copy = useCopy();
  const toasts = useToasts();
  const { view, left } = held;
  const ended = left <= 0;
  const [open, setOpen] = useState(false);
  const card = useRef<HTMLElement>(null);
  const hasFocus = useRef(false);
  const revealed = ended ? null : shown.valueOf(view.id);
  const failure = shown.failureOf(view.id);
  const when = timeOf(view.expiresAt, words.tag);
  const { temporaryKeys } = words;

  // Its buttons go before it does; the focus must not be lost with them.
  useLayoutEffect(() => {
    if (ended && hasFocus.current) card.current?.querySelector<HTMLElement>("h3")?.focus();
  }, [ended]);
  const isShown = revealed !== null;
  useEffect(() => {
    if (fresh || isShown) card.current?.scrollIntoView({ block: "nearest" });
  }, [fresh, isShown]);
  useEffect(
    () => () => {
      if (hasFocus.current) document.querySelector<HTMLElement>("#content h1")?.focus();
    },
    [],
  );

  const reveal = () =>
    revealed ? shown.hide() : shown.show(view.id, () => core.revealTemporaryKey(view.id));
  const forget = () => {
    if (revealed) shown.hide();
    core.forgetTemporaryKey(view.id).then(() => {
      toasts.say(temporaryKeys.forgotten(when));
      onForgotten();
    }, copy.failed);
  };

  return (
    <article
      ref={card}
      class={ended ? "card temporary temporary-ended" : "card temporary"}
      data-testid={`temporary-${view.id}`}
      onFocusIn={() => {
        hasFocus.current = true;
      }}
      onFocusOut={() => {
        hasFocus.current = false;
      }}
    >
      <header class="temporary-head">
        <div class="temporary-name">
          <h3 tabIndex={-1}>
            <Masked masked={view.masked} />
          </h3>
          <span class="quiet temporary-from">
            {temporaryKeys.from(nameOf({ description: view.description, masked: view.parent.apiKeyId }))}
          </span>
          {region && <Badge>{words.common.region(region)}</Badge>}
        </div>
        {!ended && (
          <div class="temporary-time">
            <span class="temporary-left figures" role="timer" aria-label={temporaryKeys.left}>
              <span aria-hidden="true">{countdownOf(left)}</span>
              <span class="aloud">{temporaryKeys.leftAloud(lengthOf(left, words.times))}</span>
            </span>
            <span class="quiet figures">{temporaryKeys.endsAt(when)}</span>
          </div>
        )}
      </header>
      {ended ? (
        <p role="status">{temporaryKeys.ended}</p>
      ) : (
        <>
          {revealed && <Revealed revealed={revealed} />}
          {failure && <FailureNote failure={failure} onRetry={reveal} />}
          <div class="temporary-tools">
            <Button icon="copy" onPress={() => copy.secret(() => core.copyTemporaryKey(view.id))}>
              {temporaryKeys.copy}
            </Button>
            <Button look="quiet" icon={revealed ? "eyeOff" : "eye"} onPress={reveal}>
              {revealed ? temporaryKeys.hide : temporaryKeys.reveal}
            </Button>
            <Button look="quiet" icon="code" expanded={open} onPress={() => setOpen(!open)}>
              {open ? temporaryKeys.hideUse : temporaryKeys.use}
            </Button>
            <Button look="quiet" icon="x" testId="temporary-forget" onPress={forget}>
              {temporaryKeys.forget}
            </Button>
          </div>
          {open && <Snippets id={view.id} />}
        </>
      )}
    </article>
  );
}

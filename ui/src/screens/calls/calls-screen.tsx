// Calling a model with what is said encrypted, and seeing what leaves this computer.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useKeptKeys } from "../../kept-keys/use-kept-keys";
import { WithKeptKeys } from "../../kept-keys/with-kept-keys";
import { useApp } from "../../state/app-context";
import { type CallDraft, useCallDraft, useEndedCall } from "../../state/call-draft";
import type { Errand } from "../../state/errand";
import { Header } from "../../window/header";
import { StoreBanner } from "../../window/store-banner";
import type { StartCallRequest } from "../../wire";
import { useWords } from "../../words";
import { CallForm } from "./call-form";
import { CallProgress } from "./call-progress";
import { CallSides } from "./call-sides";
import { goesOn, useCall } from "./use-call";

export function CallsScreen() {
  const { calls } = useWords();
  const { errand } = useApp();
  const kept = useKeptKeys();
  const [draft, put] = useCallDraft(beginningWith(errand));
  const [before, keep] = useEndedCall();
  const call = useCall(before?.view ?? null);
  const [request, setRequest] = useState<StartCallRequest | null>(before?.request ?? null);
  const outcome = useRef<HTMLDivElement>(null);
  const busy = call.going || call.starting.busy;
  const { view } = call;

  // One that goes on is stopped with the screen: there is no answer to come back to.
  useLayoutEffect(() => {
    keep(request && view && !goesOn(view) ? { request, view } : null);
  }, [keep, request, view]);

  // Once a call has begun, what became of it is what matters; of one that had ended before, it is the form.
  const id = view?.id;
  useEffect(() => {
    if (id !== undefined && id !== before?.view.id) outcome.current?.scrollIntoView({ block: "start" });
  }, [id, before]);

  const send = (next: StartCallRequest) => {
    setRequest(next);
    call.start(next);
  };

  return (
    <div class="screen">
      <Header title={calls.title} />
      <div class="banners">
        <StoreBanner />
      </div>
      <div class="page page-wide">
        <WithKeptKeys loading={kept} icon="lockKeyhole" lead={calls.lead} suits={() => true}>
          {(places) => (
            <>
              <div class="lead">
                <p>{calls.protects}</p>
                <p>{calls.protectsNot}</p>
              </div>
              <CallForm places={places} draft={draft} busy={busy} onDraft={put} onSend={send} />
            </>
          )}
        </WithKeptKeys>
        {request && (
          <div ref={outcome} class="call-outcome">
            <CallProgress call={call} keyRef={request.key} onAgain={() => send(request)} />
            {view && <CallSides view={view} encrypted={request.encrypt} />}
          </div>
        )}
      </div>
    </div>
  );
}

/** Who comes to make a task begins with one, and with the key that it is to be made with. */
function beginningWith(errand: Errand | null): Partial<CallDraft> {
  if (errand?.kind !== "makeTask") return {};
  return { mode: "task", ...(errand.key && { key: errand.key, host: null }) };
}

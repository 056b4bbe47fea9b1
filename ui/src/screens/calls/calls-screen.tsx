// Calling a model with what is said encrypted, and seeing what leaves this computer.

import { useEffect, useRef, useState } from "preact/hooks";
import { useKeptKeys } from "../../kept-keys/use-kept-keys";
import { WithKeptKeys } from "../../kept-keys/with-kept-keys";
import { Header } from "../../window/header";
import { StoreBanner } from "../../window/store-banner";
import type { StartCallRequest } from "../../wire";
import { useWords } from "../../words";
import { CallForm } from "./call-form";
import { CallProgress } from "./call-progress";
import { CallSides } from "./call-sides";
import { useCall } from "./use-call";

export function CallsScreen() {
  const { calls } = useWords();
  const kept = useKeptKeys();
  const call = useCall();
  const [request, setRequest] = useState<StartCallRequest | null>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const busy = call.going || call.starting.busy;
  const { view } = call;

  // Once a call has begun, what became of it is what matters.
  const id = view?.id;
  useEffect(() => {
    if (id !== undefined) outcome.current?.scrollIntoView({ block: "start" });
  }, [id]);

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
              <CallForm places={places} busy={busy} onSend={send} />
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

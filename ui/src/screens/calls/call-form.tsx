// What is to be called, and how: the key, the host, the model, the text, encrypted or not, and in which way the answer
// comes.

import type { ComponentChildren } from "preact";
import { HostSelect } from "../../kept-keys/host-select";
import { KeySelect } from "../../kept-keys/key-select";
import { useChosenKey } from "../../kept-keys/use-chosen-key";
import type { KeptPlace } from "../../kept-keys/use-kept-keys";
import { keyRef } from "../../key";
import { Button } from "../../parts/button";
import { Check, Choice, TextField } from "../../parts/field";
import { isComposing } from "../../parts/keyboard";
import type { CallDraft } from "../../state/call-draft";
import type { CallMode, KeyView, RegionView, StartCallRequest } from "../../wire";
import { useWords, type Words } from "../../words";
import { ModelField } from "./model-field";
import { useModel } from "./use-model";

const MODES: CallMode[] = ["whole", "streamed", "task"];

interface CallFormProps {
  places: KeptPlace[];
  draft: CallDraft;
  busy: boolean;
  onDraft: (change: Partial<CallDraft>) => void;
  onSend: (request: StartCallRequest) => void;
}

export function CallForm({ places, draft, busy, onDraft, onSend }: CallFormProps) {
  const words = useWords();
  const { chosen, host, choose, chooseHost } = useChosenKey(places, draft.key, () => true, draft.host);
  const { mode } = draft;
  if (!chosen) return null;
  return (
    <Fields
      keyView={chosen.keyView}
      region={chosen.region}
      draft={draft}
      busy={busy}
      blocked={host === null}
      onDraft={onDraft}
      onSend={(call) => host && onSend({ key: keyRef(chosen.keyView), origin: host.origin, mode, ...call })}
    >
      <KeySelect
        label={words.keptKeys.key}
        places={places}
        chosen={chosen}
        reason={() => null}
        testId="call-key"
        onChoose={(key) => {
          choose(key);
          onDraft({ key: keyRef(key), host: null });
        }}
      />
      <HostSelect
        keyView={chosen.keyView}
        host={host}
        onChoose={(origin) => {
          chooseHost(origin);
          // The host is one of this key's: without it, it would mean nothing.
          onDraft({ key: keyRef(chosen.keyView), host: origin });
        }}
      />
    </Fields>
  );
}

interface FieldsProps {
  keyView: KeyView;
  region: RegionView;
  draft: CallDraft;
  busy: boolean;
  /** There is no host to send it to. */
  blocked: boolean;
  /** The fields for the key and the host. */
  children: ComponentChildren;
  onDraft: (change: Partial<CallDraft>) => void;
  onSend: (call: Pick<StartCallRequest, "model" | "text" | "encrypt">) => void;
}

function Fields({ keyView, region, draft, busy, blocked, children, onDraft, onSend }: FieldsProps) {
  const words = useWords();
  const { calls } = words;
  const { text, mode } = draft;
  const choice = useModel(keyView, draft, onDraft);
  const can = region.capabilities.payloadEncryption !== "no" && mode !== "task";
  const encrypt = can && (draft.encrypt ?? region.capabilities.payloadEncryption === "yes");
  const ready = !blocked && choice.model !== "" && text.trim() !== "";
  const send = () => ready && !busy && onSend({ model: choice.model, text, encrypt });

  return (
    <form
      class="card"
      aria-label={calls.form}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        if (isComposing(event)) event.preventDefault();
        else if (event.ctrlKey || event.metaKey) {
          event.preventDefault();
          send();
        }
      }}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="call-where">
        {children}
        <ModelField choice={choice} />
      </div>
      <TextField
        label={calls.text}
        hint={calls.textHint}
        rows={3}
        initial={text}
        testId="call-text"
        onText={(next) => onDraft({ text: next })}
      />
      <Choice<CallMode>
        legend={calls.mode}
        cards
        value={mode}
        options={MODES.map((value) => ({ value, ...calls.modes[value] }))}
        onChoose={(next) => onDraft({ mode: next })}
      />
      <Check
        label={calls.encrypt}
        hint={hintOf(region, mode, calls)}
        checked={encrypt}
        disabled={!can}
        testId="call-encrypt"
        onChange={(wish) => onDraft({ encrypt: wish })}
      />
      <div class="page-actions">
        <Button type="submit" look="primary" icon="send" busy={busy} disabled={!ready} testId="call-send">
          {calls.send}
        </Button>
      </div>
    </form>
  );
}

function hintOf(region: RegionView, mode: CallMode, calls: Words["calls"]): string {
  if (mode === "task") return calls.encryptNotTask;
  const { payloadEncryption } = region.capabilities;
  if (payloadEncryption === "no") return calls.encryptNotHere;
  return payloadEncryption === "disputed" ? calls.encryptDisputed : calls.encryptHint;
}

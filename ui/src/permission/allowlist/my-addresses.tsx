// Under which addresses the service sees this computer. Asked on a click and never before: services on the internet learn
// of it.

import { useState } from "preact/hooks";
import { bringIntoView } from "../../parts/bring-into-view";
import { Button } from "../../parts/button";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { MyAddressesView } from "../../wire";
import { useWords } from "../../words";
import { sentenceFor } from "../../words/addresses";
import { momentOf } from "../../words/dates";
import type { Editing } from "../use-editing";

export interface AskingMine {
  button: preact.ComponentChild;
  answer: preact.ComponentChild;
}

/** The button for the row of tools, and the answer for the room below it. */
export function useMyAddresses(editing: Editing): AskingMine {
  const words = useWords();
  const core = useCore();
  const asking = useAction();
  const [found, setFound] = useState<MyAddressesView | null>(null);
  const ask = () => {
    setFound(null);
    asking.run(() => core.myAddresses(editing.region.id), setFound);
  };
  return {
    button: (
      <Button look="quiet" icon="monitor" busy={asking.busy} testId="my-addresses" onPress={ask}>
        {asking.busy ? words.permission.mine.asking : words.permission.mine.add}
      </Button>
    ),
    answer: (
      <>
        {asking.slow && <SlowNote what={words.permission.echo.title} onStop={asking.stop} />}
        {asking.failure && <FailureNote failure={asking.failure} />}
        {found && <Found found={found} editing={editing} onClose={() => setFound(null)} />}
      </>
    ),
  };
}

interface FoundProps {
  found: MyAddressesView;
  editing: Editing;
  onClose: () => void;
}

function Found({ found, editing, onClose }: FoundProps) {
  const words = useWords();
  const { mine } = words.permission;
  const sends = editing.view?.sends ?? [];
  const here = found.answers.every(({ source }) => source === "");
  return (
    <div ref={bringIntoView}>
      <Note
        tone={found.notes.some(({ code }) => code !== "mayChange") ? "warning" : "info"}
        icon="monitor"
        role="status"
        testId="found-mine"
        actions={
          <>
            {found.addresses.map((address) =>
              sends.includes(address) || editing.draft.entries.includes(address) ? (
                <span key={address} class="quiet">
                  <span class="mono">{address}</span> {mine.isIn}
                </span>
              ) : (
                <Button key={address} icon="plus" onPress={() => editing.add(address)}>
                  {mine.addOne(address)}
                </Button>
              ),
            )}
            <Button look="quiet" onPress={onClose}>
              {mine.close}
            </Button>
          </>
        }
      >
        <p>{found.addresses.length === 0 ? mine.none : here ? mine.askedHere : mine.lead}</p>
        {!here && (
          <ul class="answers">
            {found.answers.map(({ source, family, address, at, failure }) => (
              <li key={`${source} ${family}`}>
                <span class="quiet">{mine.families[family]}</span>{" "}
                {address ? (
                  <strong class="mono">{address}</strong>
                ) : (
                  <span>{failure && sentenceFor(words.addresses.echoes, failure, mine.none)}</span>
                )}{" "}
                <span class="quiet">
                  {mine.source(hostOf(source))}, {mine.at(momentOf(at, words.tag))}
                </span>
              </li>
            ))}
          </ul>
        )}
        {found.notes.map((note) => (
          <p key={JSON.stringify(note)}>{sentenceFor(words.addresses.mine, note, "")}</p>
        ))}
      </Note>
    </div>
  );
}

function hostOf(source: string): string {
  return URL.canParse(source) ? new URL(source).host : source;
}

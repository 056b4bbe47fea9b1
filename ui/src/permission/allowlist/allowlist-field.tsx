// The allowlist: chips, what there is to decide about them, what they cover, and ways to fill and to try it.

import { useId } from "preact/hooks";
import { Button } from "../../parts/button";
import { FailureNote } from "../../parts/note";
import { useWords } from "../../words";
import { sentenceFor } from "../../words/addresses";
import type { Editing } from "../use-editing";
import { ChipBox } from "./chip-box";
import { Decisions } from "./decisions";
import { GroupMenu } from "./group-menu";
import { useMyAddresses } from "./my-addresses";
import { Strip } from "./strip";
import { WouldAllow } from "./would-allow";

export function AllowlistField({ editing }: { editing: Editing }) {
  const words = useWords();
  const id = useId();
  const mine = useMyAddresses(editing);
  const { view, draft } = editing;
  const used = view?.used ?? draft.entries.length;
  const limit = view?.limit ?? 20;
  return (
    <section
      class="allowlist"
      aria-label={words.create.addresses}
      onKeyDown={(event) => {
        if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || !editing.undo) return;
        // In a field with text, the keys are the browser's: they undo letters.
        if (event.target instanceof HTMLInputElement && event.target.type === "text") return;
        event.preventDefault();
        editing.undo();
      }}
    >
      <div class="field-head">
        <h3>{words.create.addresses}</h3>
        <span class={used > limit ? "field-counter over" : "field-counter"} data-testid="entry-count">
          <span aria-hidden="true">{words.permission.entries(used, limit)}</span>
          <span class="aloud">{words.permission.entriesAloud(used, limit)}</span>
        </span>
      </div>
      <ChipBox editing={editing} describedBy={`${id}-hint`} />
      <div class="field-hint" id={`${id}-hint`}>
        <BoxSays editing={editing} />
      </div>
      <div class="tools">
        {mine.button}
        <GroupMenu editing={editing} />
        {draft.entries.length === 0 && (
          <Button
            look="quiet"
            onPress={() =>
              editing.add(editing.region.capabilities.ipv6 === "yes" ? "0.0.0.0/0\n::/0" : "0.0.0.0/0")
            }
          >
            {words.permission.letAnyone}
          </Button>
        )}
        <Button
          look="quiet"
          icon="undo"
          disabled={!editing.undo}
          testId="undo-step"
          onPress={() => editing.undo?.()}
        >
          {words.permission.undo}
        </Button>
      </div>
      {mine.answer}
      {editing.failure && <FailureNote failure={editing.failure} />}
      <Decisions editing={editing} />
      {view && view.sends.length > 0 && (
        <>
          <Strip coverage={view.coverage} />
          <WouldAllow editing={editing} />
        </>
      )}
    </section>
  );
}

/** How it is typed; or what the text in the box would be as an entry. A problem is not said before the text is whole. */
function BoxSays({ editing }: { editing: Editing }) {
  const words = useWords();
  const said = editing.ofBox[0];
  if (said?.state.kind === "good" && said.state.note)
    return <>{sentenceFor(words.addresses.notes, said.state.note, words.permission.boxHint)}</>;
  if (said?.state.kind === "good")
    return (
      <>
        <span class="mono">{said.state.entries.slice(0, 4).join(", ")}</span>:{" "}
        {words.permission.size(said.state.addresses)}
      </>
    );
  return <>{words.permission.boxHint}</>;
}

// What a pasted key is, as far as its shape tells, and which keys of the lists it could be.

import { Choice } from "../../parts/field";
import { bareRegion } from "../../place";
import { useApp } from "../../state/app-context";
import type { PastedKeyView } from "../../wire";
import { useWords } from "../../words";
import { type Draft, hasChoice, matchName } from "./draft";

const NONE = "";

interface RecognizedProps {
  pasted: PastedKeyView;
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

export function Recognized({ pasted, draft, onChange }: RecognizedProps) {
  const words = useWords();
  const regionName = useRegionName();
  return (
    <>
      <section class="paste-kind" data-testid="paste-kind">
        <h3>{words.paste.kinds[pasted.kind]}</h3>
        <p class="quiet">
          {pasted.kind === "thisComputer" && hasChoice(pasted)
            ? words.paste.likeThisComputer
            : words.paste.kindHints[pasted.kind]}
        </p>
      </section>
      {pasted.matches.length > 0 && (
        <Choice
          legend={words.paste.matches}
          value={draft.match ?? NONE}
          options={[
            ...pasted.matches.map((match) => ({
              value: matchName(match),
              label: words.paste.match(match.description || words.paste.unnamed, regionName(match.region)),
              hint: words.paste.matchWorkspace(match.workspaceName),
            })),
            { value: NONE, label: words.paste.matchNone, hint: words.paste.matchNoneHint },
          ]}
          stacked
          onChoose={(name) => onChange({ match: name === NONE ? null : name, place: null, origin: null })}
        />
      )}
      {pasted.matches.length === 0 && pasted.kind !== "plan" && (
        <p class="quiet">{words.paste.matchesNone}</p>
      )}
    </>
  );
}

/** A place by its region's name, with its account where that is another than the one worked with. */
export function useRegionName(): (place: string) => string {
  const words = useWords();
  const { app } = useApp();
  return (place) => {
    const [, account] = place.split("@");
    const region = app.regions.find((one) => one.region === bareRegion(place));
    const name = region ? words.common.region(region) : place;
    const other = account !== undefined && account !== region?.account;
    const owner = other ? app.accounts.find((one) => one.id === account)?.name : undefined;
    return owner ? `${name} · ${owner}` : name;
  };
}

// Keys that the service's list does not have: those that were pasted, and those that are gone from it while their values are
// still kept here. Each a group of its own below the list.

import type { Reveal } from "../../state/use-reveal";
import type { KeyRef, KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import { KeysTable } from "./keys-table";
import type { KeyActions } from "./use-key-actions";

interface UnlistedKeysProps {
  keys: KeyView[];
  selected: KeyRef | null;
  region: RegionView;
  actions: KeyActions;
  reveal: Reveal;
}

export function UnlistedKeys({ keys, ...rest }: UnlistedKeysProps) {
  const words = useWords();
  const { unlistedTitle, unlistedHint, strandedTitle, strandedHint } = words.clouds;
  const stranded = keys.filter((key) => key.kept.state === "stranded");
  const pasted = keys.filter((key) => !stranded.includes(key));
  return (
    <>
      {pasted.length > 0 && (
        <Group id="unlisted" title={unlistedTitle} hint={unlistedHint} keys={pasted} {...rest} />
      )}
      {stranded.length > 0 && (
        <Group id="stranded" title={strandedTitle} hint={strandedHint} keys={stranded} {...rest} />
      )}
    </>
  );
}

interface GroupProps extends UnlistedKeysProps {
  id: string;
  title: string;
  hint: string;
}

function Group({ id, title, hint, ...rest }: GroupProps) {
  return (
    <section class="unlisted" aria-labelledby={`${id}-title`} data-testid={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="quiet">{hint}</p>
      <KeysTable search="" unlisted={title} {...rest} />
    </section>
  );
}

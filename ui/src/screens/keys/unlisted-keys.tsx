// Pasted keys that the service's list does not have, or no longer: a group of their own below it.

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
  return (
    <section class="unlisted" aria-labelledby="unlisted-title" data-testid="unlisted">
      <h2 id="unlisted-title">{words.clouds.unlistedTitle}</h2>
      <p class="quiet">{words.clouds.unlistedHint}</p>
      <KeysTable keys={keys} search="" listed={false} {...rest} />
    </section>
  );
}

// A pasted key that is kept: where it stands, and what can be done with it next.

import { keyRef, nameOf } from "../../key";
import { Button } from "../../parts/button";
import { Note } from "../../parts/note";
import { Masked } from "../../parts/text";
import { useApp } from "../../state/app-context";
import type { KeyRef, KeyView, RegionView } from "../../wire";
import { placeOf, useWords } from "../../words";
import { RevealNext } from "../reveal-next";

interface KeptProps {
  kept: KeyView;
  /** It is an entry of a list. */
  listed: boolean;
  region: RegionView;
  onSetVariable: (key: KeyRef) => void;
}

export function Kept({ kept, listed, region, onSetVariable }: KeptProps) {
  const words = useWords();
  const { app, region: shown, chooseRegion } = useApp();
  const where = words.place[placeOf(app.secretStore, app.platform)];
  return (
    <>
      <Note
        tone="good"
        role="status"
        title={words.paste.kept(where)}
        testId="paste-kept"
        actions={
          shown.id !== region.id && (
            <Button icon="arrowRight" onPress={() => chooseRegion(region.id)}>
              {words.paste.showIn(words.common.region(region))}
            </Button>
          )
        }
      >
        {listed ? words.paste.keptAs(nameOf(kept)) : words.paste.keptUnlisted}
      </Note>
      <p>
        <Masked masked={kept.masked} />
      </p>
      <RevealNext
        keyRef={keyRef(kept)}
        region={region}
        offerVariable
        onSetVariable={() => onSetVariable(keyRef(kept))}
        onDownload={null}
      />
    </>
  );
}

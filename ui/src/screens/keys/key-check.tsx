// One small call with a key, and what came of it.

import { useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { CheckedView, KeyRef, RegionView } from "../../wire";
import { useWords } from "../../words";

export function KeyCheck({ keyRef, region }: { keyRef: KeyRef; region: RegionView }) {
  const words = useWords();
  const core = useCore();
  const checking = useAction();
  const [checked, setChecked] = useState<CheckedView | null>(null);
  const name = words.common.region(region);
  return (
    <>
      <Button
        icon="activity"
        busy={checking.busy}
        onPress={() => {
          setChecked(null);
          checking.run(() => core.checkKey(keyRef), setChecked);
        }}
      >
        {checking.busy ? words.panel.testing : words.actions.test}
      </Button>
      {checking.slow && <SlowNote what={words.waiting.region(name)} onStop={checking.stop} />}
      {checking.failure && <FailureNote failure={checking.failure} />}
      {checked && (
        <Note tone="good" role="status" testId="checked">
          {words.panel.testOk(name, checked.millis, checked.models)}
        </Note>
      )}
    </>
  );
}

// One small call with a key, and what came of it.

import { useEffect, useState } from "preact/hooks";
import { keyRef } from "../../key";
import { Button } from "../../parts/button";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { CheckedView, KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import type { KeyActions } from "./use-key-actions";
import { WayOn } from "./way-on";

interface KeyCheckProps {
  keyView: KeyView;
  region: RegionView;
  /** The service's list has it. */
  listed: boolean;
  actions: KeyActions;
  onKey: (key: KeyView) => void;
}

export function KeyCheck({ keyView, region, listed, actions, onKey }: KeyCheckProps) {
  const words = useWords();
  const core = useCore();
  const checking = useAction();
  const [checked, setChecked] = useState<CheckedView | null>(null);
  const name = words.common.region(region);
  const check = () => {
    setChecked(null);
    checking.run(() => core.checkKey(keyRef(keyView)), setChecked);
  };
  // What was said of a key need not be true of it any more.
  const { masked, disabled } = keyView;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it was said of
  useEffect(() => {
    setChecked(null);
    checking.clear();
  }, [masked, disabled]);
  return (
    <>
      <Button icon="activity" busy={checking.busy} onPress={check}>
        {checking.busy ? words.panel.testing : words.actions.test}
      </Button>
      {checking.slow && <SlowNote what={words.waiting.region(name)} onStop={checking.stop} />}
      {checking.failure && (
        <FailureNote
          failure={checking.failure}
          actions={
            <WayOn
              failure={checking.failure}
              keyView={keyView}
              region={region}
              listed={listed}
              actions={actions}
              onKey={onKey}
              onCheck={check}
            />
          }
        />
      )}
      {checked && (
        <Note tone="good" role="status" testId="checked">
          {words.panel.testOk(name, checked.millis, checked.models)}
        </Note>
      )}
    </>
  );
}

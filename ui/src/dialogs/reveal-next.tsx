// What can be done next with a new key, as rows large enough to be found.

import { useState } from "preact/hooks";
import { Icon, type IconName } from "../parts/icon";
import { FailureNote, Note, SlowNote } from "../parts/note";
import { useCore } from "../state/core-context";
import { useAction } from "../state/use-action";
import type { CheckedView, KeyRef, RegionView } from "../wire";
import { useWords } from "../words";

interface RevealNextProps {
  keyRef: KeyRef;
  region: RegionView;
  /** Not while the key is in memory only and unsaved: another dialog would let go of it. */
  offerVariable: boolean;
  onSetVariable: () => void;
  onDownload: (() => void) | null;
}

export function RevealNext({ keyRef, region, offerVariable, onSetVariable, onDownload }: RevealNextProps) {
  const words = useWords();
  const core = useCore();
  const checking = useAction();
  const [checked, setChecked] = useState<CheckedView | null>(null);
  const name = words.common.region(region);
  return (
    <section class="next">
      <h3>{words.reveal.next}</h3>
      {offerVariable && (
        <NextRow
          icon="terminal"
          label={words.reveal.setVariable}
          hint={words.reveal.setVariableHint}
          onPress={onSetVariable}
        />
      )}
      <NextRow
        icon="activity"
        label={checking.busy ? words.panel.testing : words.reveal.test}
        hint={words.reveal.testHint}
        onPress={() => {
          setChecked(null);
          checking.run(() => core.checkKey(keyRef), setChecked);
        }}
      />
      {checking.slow && <SlowNote what={words.waiting.region(name)} onStop={checking.stop} />}
      {checking.failure && <FailureNote failure={checking.failure} />}
      {checked && (
        <Note tone="good" role="status" testId="checked">
          {words.panel.testOk(name, checked.millis, checked.models)}
        </Note>
      )}
      {onDownload && (
        <button type="button" class="next-quiet" title={words.reveal.downloadHint} onClick={onDownload}>
          <Icon name="download" size={14} /> {words.reveal.download}
        </button>
      )}
    </section>
  );
}

interface NextRowProps {
  icon: IconName;
  label: string;
  hint: string;
  onPress: () => void;
}

function NextRow({ icon, label, hint, onPress }: NextRowProps) {
  return (
    <button type="button" class="next-row" onClick={onPress}>
      <Icon name={icon} size={18} />
      <span class="next-text">
        <span class="next-label">{label}</span>
        <span class="next-hint">{hint}</span>
      </span>
      <Icon name="chevronRight" />
    </button>
  );
}

// The host that a key is used with: a choice where there are several.

import { SelectField } from "../parts/field";
import { Note } from "../parts/note";
import type { HostView, KeyView } from "../wire";
import { useWords } from "../words";

interface HostSelectProps {
  keyView: KeyView;
  host: HostView | null;
  onChoose: (origin: string) => void;
}

export function HostSelect({ keyView, host, onChoose }: HostSelectProps) {
  const words = useWords();
  if (!host) return <Note tone="warning">{words.keptKeys.noHost}</Note>;
  return (
    <SelectField
      label={words.keptKeys.host}
      value={host.origin}
      options={keyView.hosts.map(({ origin, kind }) => ({
        value: origin,
        label: words.keptKeys.hostOption(origin, words.keptKeys.hosts[kind]),
      }))}
      testId="host"
      onChoose={onChoose}
    />
  );
}

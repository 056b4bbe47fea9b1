// Where a key can be used: its hosts, the one that is used with it, and the addresses on that one.

import { useState } from "preact/hooks";
import { hasValue, keyRef } from "../../key";
import { Button } from "../../parts/button";
import { Choice } from "../../parts/field";
import { FailureNote } from "../../parts/note";
import { CopyRow } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { HostKindView, KeyView } from "../../wire";
import { useWords } from "../../words";

/** The order in which they are offered, whichever is in use. */
const KINDS: HostKindView[] = ["own", "workspace", "shared", "plan", "thisComputer"];

interface KeyHostsProps {
  keyView: KeyView;
  onCopyPair: () => void;
  onKey: (key: KeyView) => void;
}

export function KeyHosts({ keyView, onCopyPair, onKey }: KeyHostsProps) {
  const words = useWords();
  const core = useCore();
  const choosing = useAction();
  // What was pressed counts at once; the program's answer follows.
  const [wanted, setWanted] = useState<string | null>(null);
  const { hosts } = keyView;
  const used = hosts.find((host) => host.origin === wanted) ?? hosts[0];

  const choose = (origin: string) => {
    setWanted(origin);
    choosing.run(
      async () => {
        try {
          return await core.chooseHost({ key: keyRef(keyView), origin });
        } catch (rejection) {
          setWanted(null);
          throw rejection;
        }
      },
      (key) => {
        setWanted(null);
        onKey(key);
      },
    );
  };

  return (
    <section data-testid="hosts">
      <h3>{words.clouds.hosts}</h3>
      {!used && <p class="quiet">{words.clouds.hostNone}</p>}
      {hosts.length > 1 && used && (
        <Choice
          legend={words.clouds.hostUse}
          value={used.origin}
          options={hosts
            .toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))
            .map((host) => ({
              value: host.origin,
              label: words.clouds.hostKinds[host.kind],
              hint: words.clouds.hostHints[host.kind],
            }))}
          stacked
          onChoose={choose}
        />
      )}
      {choosing.failure && <FailureNote failure={choosing.failure} />}
      {used && (
        <>
          <CopyRow label={words.clouds.hostKinds[used.kind]} value={used.origin} />
          <CopyRow label={words.panel.openai} value={used.baseUrls.openai} />
          <CopyRow label={words.panel.native} value={used.baseUrls.native} />
          <CopyRow label={words.panel.anthropic} value={used.baseUrls.anthropic} />
          {hasValue(keyView) && (
            <div class="panel-edit">
              <Button icon="copy" testId="copy-pair" onPress={onCopyPair}>
                {words.clouds.copyPair}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

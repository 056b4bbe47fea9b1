// The smallest policy that a RAM user needs, ready to be copied, with what it allows in words.

import { useCallback, useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { Choice } from "../../parts/field";
import { FailureNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useCopy } from "../../state/use-copy";
import { useLoad } from "../../state/use-load";
import { useWords } from "../../words";

const KINDS = ["manage", "look"] as const;

/** `folded`: to be opened by those who want it. */
export function RamPolicy({ folded = false }: { folded?: boolean }) {
  const words = useWords();
  const [open, setOpen] = useState(!folded);
  return (
    <details class="folded" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.accounts.showPolicy}</summary>
      {open && <Policy />}
    </details>
  );
}

function Policy() {
  const words = useWords();
  const core = useCore();
  const copy = useCopy();
  const load = useCallback(() => core.ramPolicy(), [core]);
  const { value, failure, reload } = useLoad(load);
  const [kind, setKind] = useState<(typeof KINDS)[number]>("manage");
  return (
    <div class="policy" data-testid="ram-policy">
      <p class="quiet">{words.accounts.policyLead}</p>
      <Choice
        legend={words.accounts.policy}
        value={kind}
        options={KINDS.map((one) => ({
          value: one,
          label: words.accounts.policies[one],
          hint: words.accounts.policyHints[one],
        }))}
        stacked
        onChoose={setKind}
      />
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {value && (
        <>
          <section class="policy-text" aria-label={words.accounts.policyText}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <pre class="mono" tabIndex={0}>
              {value[kind]}
            </pre>
          </section>
          <div>
            <Button icon="copy" testId="copy-policy" onPress={() => copy.text(value[kind])}>
              {words.accounts.copyPolicy}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

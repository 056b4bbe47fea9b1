// What is wrong, a card each, the gravest first; or that nothing is.

import { useEffect, useRef } from "preact/hooks";
import { Note } from "../../parts/note";
import { useWords } from "../../words";
import { FindingCard } from "./finding-card";
import type { Seen } from "./use-diagnosis";

interface FindingsProps {
  seen: Seen;
  /** Sets the variable, with these lines of others commented out. */
  onSet: (commentOut: string[]) => void;
  onLookAgain: () => void;
}

export function Findings({ seen, onSet, onLookAgain }: FindingsProps) {
  const { doctor } = useWords();
  const { findings, at } = seen.diagnosis;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment is another answer
  useEffect(() => heading.current?.focus({ preventScroll: false }), [at]);
  return (
    <section class="doctor-findings" aria-labelledby="doctor-findings">
      <h2 id="doctor-findings" ref={heading} tabIndex={-1}>
        {findings.length === 0 ? doctor.nothing : doctor.found(findings.length)}
      </h2>
      {findings.length === 0 && (
        <Note tone="good" role="status" testId="doctor-nothing">
          {doctor.nothingBody(seen.request.variable)}
        </Note>
      )}
      {findings.length > 1 && <p class="quiet">{doctor.foundLead}</p>}
      {findings.length > 0 && (
        <ol class="findings">
          {findings.map((finding) => (
            <li key={JSON.stringify(finding)}>
              <FindingCard finding={finding} request={seen.request} onSet={onSet} onLookAgain={onLookAgain} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

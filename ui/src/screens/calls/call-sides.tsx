// Four boxes: what is meant beside what leaves this computer, and the answer beside what came back. The left side is for
// people, the right side is what anybody on the way can see.

import type { ComponentChildren } from "preact";
import { Code } from "../../parts/code";
import { Badge } from "../../parts/text";
import type { CallView, SentView } from "../../wire";
import { useWords } from "../../words";
import { goesOn } from "./use-call";

interface CallSidesProps {
  view: CallView;
  /** It was to be encrypted. */
  encrypted: boolean;
}

export function CallSides({ view, encrypted }: CallSidesProps) {
  const { calls } = useWords();
  const over = !goesOn(view);
  return (
    <section class="call-sides" aria-label={calls.results}>
      <Side title={calls.meant} hint={calls.meantHint} testId="call-meant">
        <Code label={calls.meant} text={view.meant} />
      </Side>
      <Side
        title={calls.sent}
        hint={calls.sentHint}
        badge={view.sent && <WireBadge encrypted={encrypted} />}
        testId="call-sent"
      >
        {view.sent ? (
          <Sent sent={view.sent} />
        ) : (
          <p class="quiet">{over ? calls.sentNever : calls.sentNotYet}</p>
        )}
      </Side>
      <Side
        title={calls.answer}
        hint={encrypted ? calls.answerHint : calls.answerPlainHint}
        testId="call-answer"
      >
        {view.answer ? (
          <Code label={calls.answer} text={view.answer} prose />
        ) : (
          <p class="quiet">{over ? calls.answerNone : calls.answerNotYet}</p>
        )}
      </Side>
      <Side
        title={calls.received}
        hint={calls.receivedHint}
        badge={view.received && <WireBadge encrypted={encrypted} />}
        testId="call-received"
      >
        {view.received ? (
          <Code label={calls.received} text={view.received} />
        ) : (
          <p class="quiet">{over ? calls.receivedNone : calls.receivedNotYet}</p>
        )}
      </Side>
    </section>
  );
}

interface SideProps {
  title: string;
  hint: string;
  badge?: ComponentChildren;
  testId: string;
  children: ComponentChildren;
}

function Side({ title, hint, badge, testId, children }: SideProps) {
  return (
    <div class="call-side" data-testid={testId}>
      <header class="call-side-head">
        <h2>{title}</h2>
        {badge}
        <span class="quiet">{hint}</span>
      </header>
      {children}
    </div>
  );
}

function WireBadge({ encrypted }: { encrypted: boolean }) {
  const { calls } = useWords();
  return encrypted ? (
    <Badge tone="good" icon="lockKeyhole">
      {calls.encrypted}
    </Badge>
  ) : (
    <Badge tone="warning" icon="eye">
      {calls.readable}
    </Badge>
  );
}

function Sent({ sent }: { sent: SentView }) {
  const { calls } = useWords();
  return (
    <div class="call-sent">
      <code class="mono call-sent-line">{sent.line}</code>
      <h3>{calls.headers}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached */}
      <section class="call-headers mono" aria-label={calls.headers} tabIndex={0}>
        <dl>
          {sent.headers.map(({ name, value }) => (
            <div key={`${name} ${value}`}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <h3>{calls.body}</h3>
      <Code label={calls.body} text={sent.body} />
    </div>
  );
}

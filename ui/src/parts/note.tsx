// Sentences that matter: a note, a failure, and a wait that takes long.

import type { ComponentChildren } from "preact";
import type { Failure } from "../wire";
import { useWords } from "../words";
import { wordsFor } from "../words/failures";
import { Button } from "./button";
import { Icon, type IconName } from "./icon";

type Tone = "info" | "good" | "warning" | "danger";

const ICONS: Record<Tone, IconName> = {
  info: "info",
  good: "circleCheck",
  warning: "triangleAlert",
  danger: "triangleAlert",
};

interface NoteProps {
  tone?: Tone;
  title?: ComponentChildren;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  icon?: IconName;
  role?: "alert" | "status";
  testId?: string;
}

export function Note({ tone = "info", title, children, actions, icon, role, testId }: NoteProps) {
  return (
    <div class={`note note-${tone}`} role={role} data-testid={testId}>
      <Icon name={icon ?? ICONS[tone]} />
      <div class="note-text">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {actions && <div class="note-actions">{actions}</div>}
      </div>
    </div>
  );
}

interface FailureNoteProps {
  failure: Failure;
  onRetry?: (() => void) | undefined;
  actions?: ComponentChildren;
}

/** A failure in three sentences, with at most one thing to do about it. */
export function FailureNote({ failure, onRetry, actions }: FailureNoteProps) {
  const words = useWords();
  const { what, why, next } = wordsFor(words.failures, failure);
  const retry = onRetry && (
    <Button icon="rotateCcw" onPress={onRetry}>
      {words.common.tryAgain}
    </Button>
  );
  return (
    <Note
      tone="danger"
      title={what}
      actions={actions ?? retry}
      role="alert"
      testId={`failure-${failure.code}`}
    >
      <p>{why}</p>
      <p>{next}</p>
    </Note>
  );
}

/** More than two seconds have gone: what is waited for, and a way out. */
export function SlowNote({ what, onStop }: { what: string; onStop: () => void }) {
  const words = useWords();
  return (
    <div class="slow" role="status">
      <span>{words.waiting.slow(what)}</span>
      <Button look="quiet" onPress={onStop}>
        {words.waiting.stop}
      </Button>
    </div>
  );
}

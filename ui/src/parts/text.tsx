// Small pieces of text: masked keys, badges, values with a copy button, text that may be cut off, and the shape of what
// is not there yet.

import type { ComponentChildren } from "preact";
import { lastFour } from "../key";
import { useCopy } from "../state/use-copy";
import { useWords } from "../words";
import { IconButton } from "./button";
import { Icon, type IconName } from "./icon";

/** A masked key: cannot be selected, so that nobody pastes an ellipsis somewhere. */
export function Masked({ masked }: { masked: string }) {
  const words = useWords();
  return (
    <span class="masked mono">
      <span aria-hidden="true">{masked}</span>
      <span class="aloud">{words.keys.endingIn(lastFour(masked))}</span>
    </span>
  );
}

/** Text that ends in an ellipsis where there is no room, with its whole in a tooltip. */
export function Cut({ text, class: name }: { text: string; class?: string }) {
  return (
    <span class={name ? `cut ${name}` : "cut"} title={text}>
      {text}
    </span>
  );
}

interface BadgeProps {
  tone?: "neutral" | "good" | "warning" | "accent";
  icon?: IconName;
  title?: string;
  /** Without a ground. */
  plain?: boolean;
  children: ComponentChildren;
}

export function Badge({ tone = "neutral", icon, title, plain = false, children }: BadgeProps) {
  return (
    <span class={`badge badge-${tone}${plain ? " badge-plain" : ""}`} title={title}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

/** A label, a value that is no secret, and a button that copies it. */
export function CopyRow({ label, value }: { label: string; value: string }) {
  const words = useWords();
  const copy = useCopy();
  return (
    <div class="copy-row">
      <span class="copy-label">{label}</span>
      <code class="copy-value" title={value}>
        {value}
      </code>
      <IconButton icon="copy" label={words.common.copyOf(label)} onPress={() => copy.text(value)} />
    </div>
  );
}

/** Grey bars in the place of rows that are being loaded. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} class="skeleton-row" />
      ))}
    </div>
  );
}

// Text for machines, as it is. What does not fit is scrolled to, by the keyboard too.

interface CodeProps {
  label: string;
  text: string;
  /** Prose: lines are broken between words. */
  prose?: boolean;
}

export function Code({ label, text, prose = false }: CodeProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached
    <section class={prose ? "code code-prose" : "code"} aria-label={label} tabIndex={0}>
      <pre>{text}</pre>
    </section>
  );
}

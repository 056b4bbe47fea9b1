// A key's value while it may be seen, with a thin line that shows how long.

import type { RevealedView } from "../wire";
import { useWords } from "../words";

export function Revealed({ revealed }: { revealed: RevealedView }) {
  const words = useWords();
  return (
    <div class="revealed">
      <code class="revealed-value" data-testid="revealed-value">
        {revealed.value}
      </code>
      <div class="revealed-time" aria-hidden="true">
        {/* An object is set through the object model, which the content security policy allows. */}
        <div class="revealed-line" style={{ animationDuration: `${revealed.hidesInSeconds}s` }} />
      </div>
      <span class="field-hint">{words.panel.hidesIn(revealed.hidesInSeconds)}</span>
    </div>
  );
}

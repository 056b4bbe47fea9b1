// The key in the middle of the sheet: masked until it is revealed, with its base URL and the copying of both as a pair.

import { keyRef } from "../key";
import { Button, IconButton } from "../parts/button";
import { FailureNote } from "../parts/note";
import { Revealed } from "../parts/revealed";
import { CopyRow, Masked } from "../parts/text";
import type { Reveal } from "../state/use-reveal";
import type { CreatedKeyView } from "../wire";
import { useWords } from "../words";

interface RevealValueProps {
  created: CreatedKeyView;
  reveal: Reveal;
  onCopy: () => void;
  onCopyBoth: () => void;
}

export function RevealValue({ created, reveal, onCopy, onCopyBoth }: RevealValueProps) {
  const words = useWords();
  const key = keyRef(created.key);
  const revealed = reveal.valueOf(key);
  const failure = reveal.failureOf(key);
  return (
    <section class="reveal-key">
      <div class="reveal-row">
        <span class="copy-label">{words.reveal.value}</span>
        {revealed ? <Revealed revealed={revealed} /> : <Masked masked={created.key.masked} />}
        <span class="reveal-tools">
          <IconButton
            icon={revealed ? "eyeOff" : "eye"}
            label={revealed ? words.actions.hide : words.actions.reveal}
            pressed={revealed !== null}
            onPress={() => (revealed ? reveal.hide() : reveal.show(key))}
          />
          <IconButton icon="copy" label={words.actions.copy} onPress={onCopy} />
        </span>
      </div>
      {failure && <FailureNote failure={failure} onRetry={() => reveal.show(key)} />}
      <CopyRow label={words.reveal.baseUrl} value={created.baseUrls.openai} />
      <Button icon="copy" onPress={onCopyBoth}>
        {words.reveal.both}
      </Button>
    </section>
  );
}

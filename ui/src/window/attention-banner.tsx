// Keys whose value may be lost because the program was interrupted: each is named and offered a way out.

import { Button } from "../parts/button";
import { FailureNote, Note } from "../parts/note";
import { Masked } from "../parts/text";
import { useApp } from "../state/app-context";
import { useCore } from "../state/core-context";
import { useAction } from "../state/use-action";
import type { AttentionView, KeyRef, RegionView } from "../wire";
import { useWords } from "../words";
import { momentOf } from "../words/dates";

export interface AttentionActions {
  onReset: (key: KeyRef, attention: AttentionView) => void;
  onDelete: (key: KeyRef, attention: AttentionView) => void;
}

export function AttentionBanner({ region, ...actions }: { region: RegionView } & AttentionActions) {
  const words = useWords();
  const all = useApp().app.attention.filter((one) => one.region === region.id);
  const canReset = region.capabilities.reset !== "no";
  if (all.length === 0) return null;
  return (
    <section class="attention" aria-label={words.attention.title(all.length)}>
      {all.map((one) => (
        <Attention key={one.id} attention={one} canReset={canReset} {...actions} />
      ))}
    </section>
  );
}

interface AttentionProps extends AttentionActions {
  attention: AttentionView;
  canReset: boolean;
}

function Attention({ attention, canReset, onReset, onDelete }: AttentionProps) {
  const words = useWords();
  const core = useCore();
  const { refresh } = useApp();
  const dismissing = useAction();
  const name = attention.description ? `“${attention.description}”` : words.attention.unnamed;
  const key = attention.apiKeyId === null ? null : { region: attention.region, apiKeyId: attention.apiKeyId };

  return (
    <Note
      tone="warning"
      title={words.attention[attention.kind](name)}
      testId={`attention-${attention.id}`}
      actions={
        <>
          {key ? (
            <>
              {canReset && (
                <Button icon="rotateCcw" onPress={() => onReset(key, attention)}>
                  {words.attention.reset}
                </Button>
              )}
              <Button icon="trash" onPress={() => onDelete(key, attention)}>
                {words.attention.delete}
              </Button>
            </>
          ) : (
            <Button icon="rotateCcw" onPress={refresh}>
              {words.attention.ask}
            </Button>
          )}
          <Button
            look="quiet"
            busy={dismissing.busy}
            onPress={() => dismissing.run(() => core.dismissAttention(attention.id), refresh)}
          >
            {words.common.dismiss}
          </Button>
        </>
      }
    >
      {attention.masked && <Masked masked={attention.masked} />}{" "}
      {words.attention.started(momentOf(attention.startedAt, words.tag))}
      {dismissing.failure && <FailureNote failure={dismissing.failure} />}
    </Note>
  );
}

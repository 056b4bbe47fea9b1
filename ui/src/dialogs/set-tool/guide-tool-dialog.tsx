// Leading through a tool whose settings are in its own window: what is to be used, and the steps for that. Nothing is
// written.

import { useCallback, useState } from "preact/hooks";
import type { KeptPlace } from "../../kept-keys/use-kept-keys";
import { WithKeptKeys } from "../../kept-keys/with-kept-keys";
import { keyRef } from "../../key";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useLatest } from "../../state/use-latest";
import type { Loading } from "../../state/use-load";
import { useSlow } from "../../state/use-slow";
import type { KeyRef, ToolView } from "../../wire";
import { useWords } from "../../words";
import { GuideSteps } from "./guide-steps";
import { ToolFields } from "./tool-fields";
import { EVERYWHERE, useToolWish } from "./use-tool-wish";

interface GuideToolDialogProps {
  tool: ToolView;
  kept: Loading<KeptPlace[]>;
  /** The key that it is to be given; none for any. */
  begin: KeyRef | null;
  onClose: () => void;
}

export function GuideToolDialog({ tool, kept, begin, onClose }: GuideToolDialogProps) {
  const words = useWords();
  const { tools } = words;
  const core = useCore();
  const wish = useToolWish(kept.value ?? [], tool, begin);
  const [round, setRound] = useState(0);
  const { id } = tool;
  const { model, chosen } = wish;
  const region = chosen?.keyView.region;
  const apiKeyId = chosen?.keyView.apiKeyId;
  const origin = wish.host?.origin;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what asks again
  const ask = useCallback(async () => {
    const key = { region: region ?? "", apiKeyId: apiKeyId ?? "" };
    const request = { tool: id, key, origin: origin ?? "", model };
    return { request, guide: await core.toolGuide(request) };
  }, [core, id, region, apiKeyId, origin, model, round]);
  const whole = apiKeyId !== undefined && origin !== undefined && model !== "";
  const { answer, failure, current } = useLatest(whole ? ask : null);
  const slow = useSlow(whole && !current);

  return (
    <Dialog
      size="large"
      title={tools.guide(tool.name)}
      testId="guide-dialog"
      closesOutside
      onDismiss={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          {words.common.done}
        </Button>
      }
    >
      <WithKeptKeys loading={kept} icon="wrench" lead={tools.lead} suits={EVERYWHERE}>
        {(places) => (
          <>
            <p class="quiet">{tools.guideLead(tool.name)}</p>
            <ToolFields places={places} wish={wish} usual={tools.modelUsual} />
            {failure && current ? (
              <FailureNote failure={failure} onRetry={() => setRound((before) => before + 1)} />
            ) : answer && chosen ? (
              <GuideSteps
                name={tool.name}
                {...answer}
                current={current}
                masked={chosen.keyView.masked}
                keyRef={keyRef(chosen.keyView)}
              />
            ) : (
              whole && <Skeleton rows={3} label={tools.guideLoading} />
            )}
            {slow && <SlowNote what={words.waiting.program} onStop={onClose} />}
          </>
        )}
      </WithKeptKeys>
    </Dialog>
  );
}

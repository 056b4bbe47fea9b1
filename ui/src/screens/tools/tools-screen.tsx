// The programs that use keys: those that are set up from here, and those that are led by hand.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { GuideToolDialog } from "../../dialogs/set-tool/guide-tool-dialog";
import { SetToolDialog } from "../../dialogs/set-tool/set-tool-dialog";
import { useKeptKeys } from "../../kept-keys/use-kept-keys";
import { nameOf, sameKey } from "../../key";
import { Button } from "../../parts/button";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import { useVisible } from "../../state/use-visible";
import { Header } from "../../window/header";
import { StoreBanner } from "../../window/store-banner";
import type { KeyRef, KeyView, ToolId } from "../../wire";
import { useWords } from "../../words";
import { GuidedTool } from "./guided-tool";
import { WrittenTool } from "./written-tool";

export function ToolsScreen() {
  const words = useWords();
  const { tools } = words;
  const core = useCore();
  const { errand } = useApp();
  const loading = useLoad(useCallback(() => core.listTools(), [core]));
  const kept = useKeptKeys();
  const [open, setOpen] = useState<ToolId | null>(null);
  const begin = errand?.kind === "toolKey" ? errand.key : null;
  const { value: all, reload } = loading;

  // A tool may have been installed, or its settings changed, while nobody looked.
  const visible = useVisible();
  const wasHidden = useRef(false);
  useEffect(() => {
    if (visible && wasHidden.current) reload();
    wasHidden.current = !visible;
  }, [visible, reload]);

  const keyOf = (key: KeyRef): KeyView | undefined =>
    kept.value?.flatMap(({ keys }) => keys).find((one) => sameKey(one, key));
  const beginKey = begin && keyOf(begin);
  const subject = all?.find(({ id }) => id === open);
  const close = () => setOpen(null);

  return (
    <div class="screen">
      <Header title={tools.title} />
      <div class="banners">
        <StoreBanner />
      </div>
      <div class="page">
        {loading.failure && <FailureNote failure={loading.failure} onRetry={reload} />}
        {!all && (loading.waiting === "skeleton" || loading.waiting === "slow") && (
          <Skeleton rows={4} label={tools.loading} />
        )}
        {loading.waiting === "slow" && <SlowNote what={tools.wait} onStop={loading.stop} />}
        {loading.stopped && (
          <Button icon="rotateCcw" onPress={reload}>
            {words.common.tryAgain}
          </Button>
        )}
        {all && (
          <>
            {beginKey ? (
              <Note role="status" testId="tool-errand">
                {tools.withKey(nameOf(beginKey))}
              </Note>
            ) : (
              <p class="lead">{tools.lead}</p>
            )}
            <section class="tool-group">
              <h2>{tools.written}</h2>
              <p class="quiet">{tools.writtenLead}</p>
              <ul class="tool-list">
                {all
                  .filter(({ handling }) => handling === "written")
                  .map((tool) => (
                    <li key={tool.id}>
                      <WrittenTool
                        tool={tool}
                        keyView={tool.used ? keyOf(tool.used.key) : undefined}
                        keysKnown={kept.value !== null}
                        onSet={() => setOpen(tool.id)}
                        onLook={reload}
                      />
                    </li>
                  ))}
              </ul>
            </section>
            <section class="tool-group">
              <h2>{tools.guided}</h2>
              <p class="quiet">{tools.guidedLead}</p>
              <ul class="tool-list tool-list-guided">
                {all
                  .filter(({ handling }) => handling === "guided")
                  .map((tool) => (
                    <li key={tool.id}>
                      <GuidedTool tool={tool} onGuide={() => setOpen(tool.id)} />
                    </li>
                  ))}
              </ul>
            </section>
          </>
        )}
      </div>
      {subject?.handling === "written" && (
        <SetToolDialog
          tool={subject}
          kept={kept}
          begin={begin}
          onClose={close}
          onChanged={() => {
            reload();
            kept.reload();
          }}
        />
      )}
      {subject?.handling === "guided" && (
        <GuideToolDialog tool={subject} kept={kept} begin={begin} onClose={close} />
      )}
    </div>
  );
}

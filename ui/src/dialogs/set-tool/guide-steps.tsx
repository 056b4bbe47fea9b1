// The steps for a tool that is set up by hand: its page, its fields in its own words, and a link where it takes one. The key
// itself is never on the screen: it is copied, and leaves the clipboard again.

import { Button } from "../../parts/button";
import { FailureNote, Note } from "../../parts/note";
import { CopyRow, Masked } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { useCopy } from "../../state/use-copy";
import type { KeyRef, ToolGuideRequest, ToolGuideView } from "../../wire";
import { useWords, type Words } from "../../words";

interface GuideStepsProps {
  name: string;
  /** What the guide was made for. */
  request: ToolGuideRequest;
  guide: ToolGuideView;
  /** It is the one for what is wished now. */
  current: boolean;
  masked: string;
  keyRef: KeyRef;
}

export function GuideSteps({ name, request, guide, current, masked, keyRef }: GuideStepsProps) {
  const { tools } = useWords();
  const core = useCore();
  const copy = useCopy();
  const opening = useAction();
  const said = aboutCalls(request, tools);
  return (
    <>
      {said && (
        <Note tone="warning" testId="guide-calls">
          {said}
        </Note>
      )}
      <ol class="guide" aria-busy={!current} data-testid="guide-steps">
        <li>
          <p>{tools.openPage(name)}</p>
          <CopyRow label={tools.page} value={guide.page} />
          <div class="page-actions">
            <Button
              icon="externalLink"
              busy={opening.busy}
              testId="open-tool-page"
              onPress={() =>
                opening.run(
                  () => core.openToolPage(guide.tool),
                  () => {},
                )
              }
            >
              {tools.openInBrowser}
            </Button>
          </div>
          {opening.failure && <FailureNote failure={opening.failure} />}
        </li>
        <li>
          <p>{tools.fillIn}</p>
          {guide.fields.map((field) =>
            field.kind === "text" ? (
              <CopyRow key={field.label} label={field.label} value={field.value} />
            ) : (
              <div key={field.label} class="guide-key">
                <div class="copy-row">
                  <span class="copy-label">{field.label}</span>
                  <Masked masked={masked} />
                  <Button icon="copy" testId="guide-copy-key" onPress={() => copy.key(keyRef)}>
                    {tools.copyKey}
                  </Button>
                </div>
                <p class="field-hint">{tools.copyKeyHint}</p>
              </div>
            ),
          )}
        </li>
        <li>
          <p>{tools.save(name)}</p>
        </li>
      </ol>
      {guide.importLink && (
        <Note
          tone="warning"
          title={tools.link(name)}
          testId="import-link"
          actions={
            <Button icon="copy" onPress={() => copy.secret(() => core.copyImportLink(request))}>
              {tools.copyLink}
            </Button>
          }
        >
          {tools.linkCarries}
        </Note>
      )}
    </>
  );
}

/** Where the tool calls from, if that is not this computer. */
function aboutCalls({ tool, origin }: ToolGuideRequest, tools: Words["tools"]): string | null {
  const isHere = /^https?:\/\/(127\.|localhost\b|\[::1\])/.test(origin);
  if (tool === "cursor") return isHere ? tools.cursorNotHere : tools.cursorCalls;
  return tool === "dify" && isHere ? tools.difyNotHere : null;
}

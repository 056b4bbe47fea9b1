// Lines that use a temporary key, in three languages. On the screen they hold its masked form; what is copied holds the
// key.

import { useCallback, useState } from "preact/hooks";
import { bringIntoView } from "../../parts/bring-into-view";
import { Button } from "../../parts/button";
import { Code } from "../../parts/code";
import { FailureNote } from "../../parts/note";
import { Tabs } from "../../parts/tabs";
import { Skeleton } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useCopy } from "../../state/use-copy";
import { useLoad } from "../../state/use-load";
import type { SnippetLanguage } from "../../wire";
import { useWords } from "../../words";

/** Their own names, the same in every language. */
const NAMES: Record<SnippetLanguage, string> = { curl: "curl", python: "Python", javaScript: "JavaScript" };

export function Snippets({ id }: { id: string }) {
  const words = useWords();
  const core = useCore();
  const copy = useCopy();
  const loading = useLoad(useCallback(() => core.snippets(id), [core, id]));
  const [language, setLanguage] = useState<SnippetLanguage>("curl");
  const { temporaryKeys } = words;
  if (!loading.value)
    return (
      <>
        {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
        {loading.waiting === "skeleton" && <Skeleton rows={2} label={temporaryKeys.use} />}
      </>
    );
  const snippet = loading.value.find((one) => one.language === language);
  return (
    <Tabs
      label={temporaryKeys.languages}
      tabs={loading.value.map((one) => ({ id: one.language, label: NAMES[one.language] }))}
      chosen={language}
      onChoose={setLanguage}
    >
      <Code label={NAMES[language]} text={snippet?.text ?? ""} />
      <div ref={bringIntoView} class="snippet-foot">
        <Button icon="copy" onPress={() => copy.secret(() => core.copySnippet({ id, language }))}>
          {temporaryKeys.copySnippet}
        </Button>
        <span class="field-hint">{temporaryKeys.copyHint}</span>
      </div>
    </Tabs>
  );
}

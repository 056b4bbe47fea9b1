// Exporting a key in a form of another program: which forms carry the key in plain text is said before anything is copied or
// saved.

import { useState } from "preact/hooks";
import { HostSelect } from "../../kept-keys/host-select";
import { keyRef, nameOf } from "../../key";
import { bringIntoView } from "../../parts/bring-into-view";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Choice } from "../../parts/field";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { useCopy } from "../../state/use-copy";
import type { ExportForm, KeyView } from "../../wire";
import { useWords } from "../../words";

const FORMS: ExportForm[] = ["postman", "postmanWithKey", "dotEnv", "curl"];
const PLAIN: ReadonlySet<ExportForm> = new Set(["postmanWithKey", "dotEnv"]);

interface ExportKeyDialogProps {
  subject: KeyView;
  onClose: () => void;
}

export function ExportKeyDialog({ subject, onClose }: ExportKeyDialogProps) {
  const words = useWords();
  const core = useCore();
  const copy = useCopy();
  const saving = useAction();
  const [form, setForm] = useState<ExportForm>("postman");
  const [origin, setOrigin] = useState(subject.hosts[0]?.origin ?? "");
  const [saved, setSaved] = useState<{ path: string; plain: boolean } | null>(null);
  const host = subject.hosts.find((one) => one.origin === origin) ?? null;
  const request = { key: keyRef(subject), origin, form };
  const canCurl = Boolean(host?.baseUrls.openai);
  const canExport = host !== null && (form !== "curl" || canCurl);
  const begin = () => {
    saving.clear();
    setSaved(null);
  };
  return (
    <Dialog
      title={words.exports.title(nameOf(subject))}
      testId="export-dialog"
      onDismiss={() => !saving.busy && onClose()}
      footer={
        <>
          <Button disabled={saving.busy} onPress={onClose}>
            {saved ? words.common.done : words.common.cancel}
          </Button>
          <Button
            icon="copy"
            disabled={!canExport || saving.busy}
            testId="export-copy"
            onPress={() => copy.secret(() => core.copyExport(request))}
          >
            {words.exports.copy}
          </Button>
          <Button
            look="primary"
            icon="download"
            busy={saving.busy}
            disabled={!canExport}
            testId="export-save"
            onPress={() => {
              setSaved(null);
              saving.run(
                () => core.exportKey(request),
                ({ path }) => setSaved({ path, plain: PLAIN.has(form) }),
              );
            }}
          >
            {saving.busy ? words.exports.saving : words.exports.save}
          </Button>
        </>
      }
    >
      <p class="quiet">{words.exports.lead}</p>
      <Choice
        legend={words.exports.form}
        value={form}
        stacked
        options={FORMS.map((one) => ({
          value: one,
          label: words.exports.forms[one].label,
          hint: one === "curl" && !canCurl ? words.exports.noOpenai : words.exports.forms[one].hint,
          disabled: one === "curl" && !canCurl,
        }))}
        onChoose={(one) => {
          begin();
          setForm(one);
        }}
      />
      <HostSelect
        keyView={subject}
        host={host}
        onChoose={(one) => {
          begin();
          setOrigin(one);
        }}
      />
      {PLAIN.has(form) && (
        <Note tone="warning" testId="export-plaintext">
          {words.exports.plaintext}
        </Note>
      )}
      {saved && (
        <div ref={bringIntoView}>
          <Note tone="good" role="status" title={words.exports.saved(saved.path)} testId="export-saved">
            {saved.plain && <p>{words.exports.savedPlain}</p>}
            <p>{words.exports.notListed}</p>
          </Note>
        </div>
      )}
      {saving.slow && <SlowNote what={words.waiting.files} onStop={saving.stop} />}
      {saving.failure && (
        <div ref={bringIntoView}>
          <FailureNote failure={saving.failure} />
        </div>
      )}
    </Dialog>
  );
}

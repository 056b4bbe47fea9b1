// Before a rotation: which way, and what it would do. Nothing has happened yet.

import { useState } from "preact/hooks";
import { nameOf } from "../../key";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FailureNote } from "../../parts/note";
import { Masked } from "../../parts/text";
import type { KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import { ChooseWay, type Way } from "./choose-way";
import type { Rotating } from "./use-rotation";

interface BeginningProps {
  rotating: Rotating;
  subject: KeyView;
  region: RegionView;
  onClose: () => void;
  onReset: (key: KeyView) => void;
}

export function Beginning({ rotating, subject, region, onClose, onReset }: BeginningProps) {
  const words = useWords();
  const [way, setWay] = useState<Way>("safely");
  const busy = rotating.doing !== null;
  const { failure } = rotating;
  return (
    <Dialog
      size="large"
      title={words.rotation.title(nameOf(subject))}
      testId="rotate-dialog"
      onDismiss={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          {way === "safely" ? (
            <Button
              look="primary"
              busy={busy}
              testId="rotate-begin"
              onPress={() => rotating.begin({ region: subject.region, apiKeyId: subject.apiKeyId })}
            >
              {busy ? words.rotation.beginning : words.rotation.begin}
            </Button>
          ) : (
            <Button look="danger" testId="rotate-reset" onPress={() => onReset(subject)}>
              {words.rotation.toReset}
            </Button>
          )}
        </>
      }
    >
      <p>
        <Masked masked={subject.masked} />
      </p>
      <ChooseWay
        subject={subject}
        way={way}
        regionName={words.common.region(region)}
        canReset={region.capabilities.reset !== "no"}
        canDisable={region.capabilities.disable !== "no"}
        onWay={setWay}
      />
      {failure && (
        <FailureNote
          failure={failure}
          actions={
            failure.code === "rotationUnderWay" && (
              <Button icon="arrowRight" onPress={() => rotating.show(failure.id)}>
                {words.rotation.show}
              </Button>
            )
          }
        />
      )}
    </Dialog>
  );
}

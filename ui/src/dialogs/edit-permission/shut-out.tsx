// The second question: the new list would refuse somebody on this computer.

import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import type { ShutOutView } from "../../wire";
import { useWords, type Words } from "../../words";

interface ShutOutDialogProps {
  /** Each once, whatever number of keys it is about. */
  all: ShutOutView[];
  onBack: () => void;
  onAnyway: () => void;
}

export function ShutOutDialog({ all, onBack, onAnyway }: ShutOutDialogProps) {
  const words = useWords();
  const { shutOut } = words.permission;
  const fresh = all.filter(({ already }) => !already);
  const already = all.filter(({ already }) => already);
  return (
    <Dialog
      alert
      size="small"
      title={shutOut.title}
      testId="shut-out"
      onDismiss={onBack}
      footer={
        <>
          <Button autoFocus onPress={onBack}>
            {shutOut.back}
          </Button>
          <Button look="danger" testId="shut-out-anyway" onPress={onAnyway}>
            {shutOut.anyway}
          </Button>
        </>
      }
    >
      <Sentences all={fresh} />
      {already.length > 0 && (
        <>
          <p class="quiet">{shutOut.already}</p>
          <Sentences all={already} />
        </>
      )}
    </Dialog>
  );
}

function Sentences({ all }: { all: ShutOutView[] }) {
  const words = useWords();
  return (
    <ul class="sentences">
      {[...new Set(all.map((one) => sentenceOf(one, words)))].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function sentenceOf({ who, address }: ShutOutView, words: Words): string {
  const { shutOut } = words.permission;
  return who.kind === "thisComputer"
    ? shutOut.thisComputer(address)
    : shutOut.variable(who.variable, address);
}

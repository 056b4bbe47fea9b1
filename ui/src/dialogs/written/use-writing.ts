// Writing what a preview showed, verifying it, and taking it back on the spot: the same for a variable and for a tool.

import { useState } from "preact/hooks";
import { asFailure } from "../../failure";
import { useCore } from "../../state/core-context";
import { type Action, useAction } from "../../state/use-action";
import type { ChangeView, Failure, UndoneView } from "../../wire";

export interface Writing {
  /** What was written; none until it is. */
  change: ChangeView | null;
  applying: Action;
  undoing: Action;
  verifying: boolean;
  /** Why it could not be verified. */
  notVerified: Failure | null;
  undone: UndoneView | null;
  /** The stage that is under way, from 0. */
  stage: number;
  write(work: () => Promise<ChangeView>): void;
  verify(): void;
  undo(): void;
}

/** `onChanged`: something on this computer is different now. */
export function useWriting(onChanged: () => void): Writing {
  const core = useCore();
  const applying = useAction();
  const undoing = useAction();
  const [change, setChange] = useState<ChangeView | null>(null);
  const [verifying, setVerifying] = useState(false);
  const [notVerified, setNotVerified] = useState<Failure | null>(null);
  const [undone, setUndone] = useState<UndoneView | null>(null);

  const verify = (written: ChangeView) => {
    setVerifying(true);
    setNotVerified(null);
    core
      .verifyChange(written.id)
      .then(setChange, (rejection: unknown) => setNotVerified(asFailure(rejection)))
      .finally(() => setVerifying(false));
  };
  return {
    change,
    applying,
    undoing,
    verifying,
    notVerified,
    undone,
    stage: change ? (verifying ? 2 : 3) : applying.busy ? 1 : 0,
    write: (work) =>
      applying.run(work, (written) => {
        setChange(written);
        onChanged();
        verify(written);
      }),
    verify: () => change && verify(change),
    undo: () =>
      change &&
      undoing.run(
        () => core.undoChange(change.id),
        (result) => {
          setUndone(result);
          onChanged();
        },
      ),
  };
}

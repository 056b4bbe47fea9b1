// The one button below a key that was refused: what its cause leads to, here and in this region.

import type { ComponentChildren } from "preact";
import { holdersOf, keyRef } from "../../key";
import { Button } from "../../parts/button";
import { FailureNote } from "../../parts/note";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import type { Failure, HostKindView, KeyView, RefusalCauseView, RegionView } from "../../wire";
import { useWords } from "../../words";
import type { KeyActions } from "./use-key-actions";

interface WayOnProps {
  failure: Failure;
  keyView: KeyView;
  region: RegionView;
  /** The service's list has it: else only its value can be used. */
  listed: boolean;
  actions: KeyActions;
  onKey: (key: KeyView) => void;
  /** Tests it again. */
  onCheck: () => void;
}

export function WayOn(props: WayOnProps) {
  const { failure, keyView, region, listed, actions, onCheck } = props;
  const words = useWords();
  switch (failure.code) {
    case "keyRefused":
      return <Refused {...props} cause={failure.disabled ? { kind: "disabled" } : failure.cause} />;
    case "addressNotAllowed":
      return listed && region.capabilities.customPermission !== "no" ? (
        <Button icon="shieldCheck" onPress={() => actions.editPermission([keyView])}>
          {words.refused.permission}
        </Button>
      ) : null;
    case "secretMissing":
      return listed && region.capabilities.reset !== "no" ? (
        <Button icon="rotateCcw" onPress={() => actions.reset(keyView)}>
          {words.refused.reset}
        </Button>
      ) : (
        <PasteAgain actions={actions} />
      );
    case "hostUnknown":
      return <PasteAgain actions={actions} />;
    default:
      return (
        <Button icon="rotateCcw" onPress={onCheck}>
          {words.common.tryAgain}
        </Button>
      );
  }
}

function Refused({ cause, ...props }: WayOnProps & { cause: RefusalCauseView }): ComponentChildren {
  const { keyView, region, listed, actions, onCheck } = props;
  const words = useWords();
  const { app, chooseRegion, goTo } = useApp();
  const again = (
    <Button icon="rotateCcw" onPress={onCheck}>
      {words.refused.again}
    </Button>
  );
  const canReset = listed && region.capabilities.reset !== "no";

  switch (cause.kind) {
    case "disabled":
      return listed && region.capabilities.disable !== "no" ? (
        <Button icon="circlePlay" onPress={() => actions.enable(keyView)}>
          {words.refused.enable}
        </Button>
      ) : (
        again
      );
    case "deleted":
      if (holdersOf(keyView).length > 0)
        return (
          <Button icon="history" onPress={() => goTo("changes")}>
            {words.refused.changes}
          </Button>
        );
      return listed ? (
        <Button icon="refreshCw" onPress={actions.reload}>
          {words.refused.reload}
        </Button>
      ) : (
        <Button icon="trash" onPress={() => actions.forget(keyView)}>
          {words.refused.forget}
        </Button>
      );
    case "replaced":
      return (
        <Button icon="clipboardPaste" onPress={actions.paste}>
          {words.refused.pasteNew}
        </Button>
      );
    case "wrongRegion": {
      const right = app.regions.find((one) => one.region === cause.region);
      // A pasted key would stay where it is: its region is chosen when it is kept.
      return right && right.id !== region.id && listed ? (
        <Button icon="arrowRight" onPress={() => chooseRegion(right.id)}>
          {words.refused.switchTo(words.common.region(right))}
        </Button>
      ) : (
        <PasteAgain actions={actions} />
      );
    }
    case "wrongPlan":
      return <OtherHost {...props} kind="plan" label={words.refused.usePlanHost} />;
    case "wrongWorkspace":
      return <OtherHost {...props} kind="workspace" label={words.refused.useWorkspaceHost} />;
    case "notYetKnown":
      return again;
    default:
      return canReset ? (
        <Button icon="rotateCcw" onPress={() => actions.reset(keyView)}>
          {words.refused.reset}
        </Button>
      ) : (
        again
      );
  }
}

interface OtherHostProps extends WayOnProps {
  /** The kind of host that the key is to be used with. */
  kind: HostKindView;
  label: string;
}

/** Another of its hosts, where it has one of the kind that it needs. */
function OtherHost({ kind, label, keyView, actions, onKey, onCheck }: OtherHostProps) {
  const core = useCore();
  const choosing = useAction();
  const [used, ...others] = keyView.hosts;
  const host = used?.kind === kind ? undefined : others.find((one) => one.kind === kind);
  if (!host) return <PasteAgain actions={actions} />;
  return (
    <>
      <Button
        icon="check"
        busy={choosing.busy}
        onPress={() =>
          choosing.run(
            () => core.chooseHost({ key: keyRef(keyView), origin: host.origin }),
            (chosen) => {
              onKey(chosen);
              onCheck();
            },
          )
        }
      >
        {label}
      </Button>
      {choosing.failure && <FailureNote failure={choosing.failure} />}
    </>
  );
}

/** Its region, workspace or host is chosen anew. */
function PasteAgain({ actions }: { actions: KeyActions }) {
  const words = useWords();
  return (
    <Button icon="clipboardPaste" onPress={actions.paste}>
      {words.refused.pasteAgain}
    </Button>
  );
}

// Keys of a region that were pasted while no account is there: their values are on this computer, and that is all that
// is known of them.

import type { ComponentChildren } from "preact";
import { useCallback, useState } from "preact/hooks";
import { sameKey } from "../../key";
import { FailureNote } from "../../parts/note";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import { useReveal } from "../../state/use-reveal";
import type { KeyRef, RegionView } from "../../wire";
import { KeyDialogs } from "../keys/key-dialogs";
import { KeyPanel } from "../keys/key-panel";
import type { OpenDialog } from "../keys/open-dialog";
import { UnlistedKeys } from "../keys/unlisted-keys";
import { useKeyActions } from "../keys/use-key-actions";

export interface KeptHere {
  /** What went wrong, or the group of keys, or nothing. */
  group: ComponentChildren;
  /** Beside the page: the details of one key, and the dialog that is open. */
  beside: ComponentChildren;
}

export function useKeptHere(region: RegionView): KeptHere {
  const core = useCore();
  const { refresh } = useApp();
  const load = useCallback(
    async () => (region.keptKeys > 0 ? core.listKeys(region.id) : null),
    [core, region.id, region.keptKeys],
  );
  const { value: list, failure, reload, replace } = useLoad(load);
  const reveal = useReveal();
  const [selected, setSelected] = useState<KeyRef | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const keys = list ? [...list.unlisted, ...list.keys] : [];
  const put: Parameters<typeof useKeyActions>[0]["replace"] = (key) =>
    replace(
      (before) =>
        before && {
          ...before,
          unlisted: before.unlisted.map((one) => (sameKey(one, key) ? key : one)),
        },
    );
  const actions = useKeyActions({
    reveal,
    replace: put,
    reload,
    select: setSelected,
    pick: setSelected,
    open: setDialog,
  });
  const panelKey = selected && keys.find((one) => sameKey(one, selected));
  const changed = () => {
    reload();
    refresh();
  };
  const beside = (
    <>
      {panelKey && (
        <KeyPanel
          keyView={panelKey}
          listed={false}
          region={region}
          actions={actions}
          reveal={reveal}
          onKey={put}
          onClose={() => {
            reveal.hide();
            setSelected(null);
          }}
        />
      )}
      {dialog && (
        <KeyDialogs
          dialog={dialog}
          region={region}
          list={list}
          actions={actions}
          onDialog={setDialog}
          onClose={() => setDialog(null)}
          onChanged={changed}
          onKey={put}
          onGone={() => setSelected(null)}
          onSelectionDone={() => undefined}
        />
      )}
    </>
  );
  if (failure) return { group: <FailureNote failure={failure} onRetry={reload} />, beside };
  const group = keys.length > 0 && (
    <UnlistedKeys keys={keys} selected={selected} region={region} actions={actions} reveal={reveal} />
  );
  return { group, beside };
}

// The keys of a region: the list, the details of one key, and the dialogs that begin here.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { CreateKeyDialog } from "../../dialogs/create-key/create-key-dialog";
import { DeleteKeyDialog } from "../../dialogs/delete-key-dialog";
import { EditPermissionDialog } from "../../dialogs/edit-permission/edit-permission-dialog";
import { ResetKeyDialog } from "../../dialogs/reset-key-dialog";
import { RevealSheet } from "../../dialogs/reveal-sheet";
import { SetVariableDialog } from "../../dialogs/set-variable/set-variable-dialog";
import { nameOf, sameKey, searchKeys } from "../../key";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { FailureNote, SlowNote } from "../../parts/note";
import { Badge, Skeleton } from "../../parts/text";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import { useReveal } from "../../state/use-reveal";
import { AttentionBanner } from "../../window/attention-banner";
import { Header } from "../../window/header";
import { StoreBanner } from "../../window/store-banner";
import type { AttentionView, CreatedKeyView, KeyRef, KeyView, RegionView, ResetKeyView } from "../../wire";
import { useWords } from "../../words";
import { EmptyKeys } from "./empty-keys";
import { KeyPanel } from "./key-panel";
import { KeysTable } from "./keys-table";
import { SearchField } from "./search-field";
import { SelectionBar } from "./selection-bar";
import { type KeyActions, useKeyActions } from "./use-key-actions";
import { useSelection } from "./use-selection";

/** The dialog that is open, with what it is about. */
export type OpenDialog =
  | { kind: "create" }
  | { kind: "created"; created: CreatedKeyView }
  | { kind: "resetDone"; result: ResetKeyView }
  | { kind: "reset"; key: DialogKey }
  | { kind: "delete"; key: DialogKey }
  | { kind: "variable"; key: KeyRef }
  | { kind: "permission"; keys: KeyView[] };

/** What a dialog needs to know of a key. A lost key has no row. */
export type DialogKey = KeyRef & Pick<KeyView, "description" | "masked" | "usedHere" | "disabled">;

export function KeysScreen({ region }: { region: RegionView }) {
  const words = useWords();
  const core = useCore();
  const { app, refresh } = useApp();
  const load = useCallback(() => core.listKeys(region.id), [core, region.id]);
  const loading = useLoad(load);
  const reveal = useReveal();
  const [search, setSearch] = useState("");
  const [selected, setSelected] = useState<KeyRef | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const selection = useSelection();
  const searchBox = useRef<HTMLInputElement>(null);

  const list = loading.value;
  const open = useCallback(
    (next: OpenDialog) => {
      reveal.hide();
      setDialog(next);
    },
    [reveal.hide],
  );
  const close = useCallback(() => setDialog(null), []);
  const changed = useCallback(() => {
    loading.reload();
    if (app.attention.length > 0) refresh();
  }, [loading.reload, app.attention.length, refresh]);
  const replace = useCallback(
    (key: KeyView) =>
      loading.replace((before) => ({
        ...before,
        keys: before.keys.map((one) => (sameKey(one, key) ? key : one)),
      })),
    [loading.replace],
  );
  const actions: KeyActions = useKeyActions({
    reveal,
    replace,
    reload: loading.reload,
    select: setSelected,
    pick: selection.toggle,
    open,
  });

  useEffect(() => {
    const shortcut = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (document.querySelector("dialog[open]")) return;
      if (event.key === "f" && searchBox.current) {
        event.preventDefault();
        searchBox.current.focus();
      } else if (event.key === "n") {
        event.preventDefault();
        open({ kind: "create" });
      }
    };
    document.addEventListener("keydown", shortcut);
    return () => document.removeEventListener("keydown", shortcut);
  }, [open]);

  const lost = (key: KeyRef, attention: AttentionView): DialogKey => {
    const row = list?.keys.find((one) => sameKey(one, key));
    return (
      row ?? {
        ...key,
        description: attention.description,
        masked: attention.masked ?? "",
        usedHere: [],
        disabled: false,
      }
    );
  };

  const stopped = region.state.kind === "stopped" ? region.state.reason : null;
  const shown = list ? searchKeys(list.keys, search) : [];
  const panelKey = selected && list?.keys.find((one) => sameKey(one, selected));
  const full = Boolean(list?.quota && list.quota.used >= list.quota.limit);
  const mayCreate = list !== null && !full;

  return (
    <div class="screen-with-panel">
      <div class="screen">
        <Header title={words.keys.title} aside={<Badge>{words.common.region(region)}</Badge>} />
        <div class="banners">
          <StoreBanner />
          <AttentionBanner
            region={region.id}
            onReset={(key, attention) => open({ kind: "reset", key: lost(key, attention) })}
            onDelete={(key, attention) => open({ kind: "delete", key: lost(key, attention) })}
          />
          {stopped !== null && (
            <FailureNote failure={{ code: "localStudioStopped", reason: stopped }} onRetry={refresh} />
          )}
          {stopped === null && loading.failure && (
            <FailureNote failure={loading.failure} onRetry={loading.reload} />
          )}
        </div>
        {list && list.keys.length > 0 && selection.on && (
          <SelectionBar selection={selection} shown={shown} onEdit={actions.editPermission} />
        )}
        {list && list.keys.length > 0 && !selection.on && (
          <div class="toolbar">
            <SearchField boxRef={searchBox} onText={setSearch} text={search} />
            <span class="toolbar-count figures">
              {list.quota
                ? words.keys.quota(list.quota.used, list.quota.limit)
                : words.keys.count(list.keys.length)}
            </span>
            <Button
              look="primary"
              icon="plus"
              disabled={!mayCreate}
              describedBy={full ? "quota-full" : undefined}
              onPress={() => open({ kind: "create" })}
            >
              {words.keys.create}
            </Button>
          </div>
        )}
        {full && (
          <p class="toolbar-note" id="quota-full">
            <Icon name="info" size={14} /> {words.keys.quotaFull}
          </p>
        )}
        {!list && (loading.waiting === "skeleton" || loading.waiting === "slow") && (
          <Skeleton rows={5} label={words.keys.loading} />
        )}
        {loading.waiting === "slow" && (
          <SlowNote what={words.waiting.region(words.common.region(region))} onStop={loading.stop} />
        )}
        {loading.stopped && (
          <div class="stopped">
            <p>{words.waiting.stopped}</p>
            <Button icon="rotateCcw" onPress={loading.reload}>
              {words.common.tryAgain}
            </Button>
          </div>
        )}
        {list && list.keys.length === 0 && (
          <EmptyKeys region={region} onCreate={() => open({ kind: "create" })} />
        )}
        {list && list.keys.length > 0 && (
          <KeysTable
            keys={shown}
            search={search}
            selected={selected}
            region={region}
            actions={actions}
            reveal={reveal}
            selection={selection}
          />
        )}
      </div>
      {panelKey && (
        <KeyPanel
          keyView={panelKey}
          region={region}
          actions={actions}
          reveal={reveal}
          onClose={() => {
            reveal.hide();
            setSelected(null);
          }}
        />
      )}
      {dialog?.kind === "create" && list && (
        <CreateKeyDialog
          region={region}
          workspaces={list.workspaces}
          onClose={close}
          onCreated={(created) => {
            setDialog({ kind: "created", created });
            changed();
          }}
          onMaybeCreated={() => {
            loading.reload();
            refresh();
          }}
        />
      )}
      {(dialog?.kind === "created" || dialog?.kind === "resetDone") && (
        <RevealSheet
          created={dialog.kind === "created" ? dialog.created : dialog.result.created}
          reset={dialog.kind === "resetDone" ? dialog.result : null}
          region={region}
          onKept={changed}
          onClose={close}
          onSetVariable={(key) => setDialog({ kind: "variable", key })}
        />
      )}
      {dialog?.kind === "reset" && (
        <ResetKeyDialog
          subject={dialog.key}
          onClose={close}
          onReset={(result) => {
            setDialog({ kind: "resetDone", result });
            changed();
          }}
        />
      )}
      {dialog?.kind === "delete" && (
        <DeleteKeyDialog
          subject={dialog.key}
          canDisable={region.capabilities.disable !== "no" && !dialog.key.disabled}
          onClose={close}
          onDisable={() => {
            const row = list?.keys.find((one) => sameKey(one, dialog.key));
            close();
            if (row) actions.disable(row);
          }}
          onDeleted={() => {
            close();
            if (selected && sameKey(selected, dialog.key)) setSelected(null);
            actions.say(words.toast.deleted(nameOf(dialog.key)));
            changed();
          }}
        />
      )}
      {dialog?.kind === "permission" && (
        <EditPermissionDialog
          keys={dialog.keys}
          region={region}
          onClose={() => {
            close();
            if (dialog.keys.length > 1) selection.end();
          }}
          onKey={replace}
        />
      )}
      {dialog?.kind === "variable" && (
        <SetVariableDialog subject={dialog.key} onClose={close} onChanged={changed} />
      )}
    </div>
  );
}

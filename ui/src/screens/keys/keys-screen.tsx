// The keys of a region: the list, the details of one key, and the dialogs that begin here.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { sameKey, searchKeys } from "../../key";
import { Button } from "../../parts/button";
import { FailureNote, SlowNote } from "../../parts/note";
import { Badge, Skeleton } from "../../parts/text";
import { isHere } from "../../place";
import { useApp } from "../../state/app-context";
import { useReveal } from "../../state/use-reveal";
import { type Rotations, RotationsContext, useRotations } from "../../state/use-rotations";
import { AttentionBanner } from "../../window/attention-banner";
import { Header } from "../../window/header";
import { StoreBanner } from "../../window/store-banner";
import type { AttentionView, KeyRef, RegionView } from "../../wire";
import { useWords } from "../../words";
import { type Arrangement, arrange, isFiltered, leftOf, UNARRANGED } from "./arrange";
import { EmptyKeys } from "./empty-keys";
import { KeyDialogs } from "./key-dialogs";
import { KeyPanel } from "./key-panel";
import { KeysTable } from "./keys-table";
import { KeysToolbar } from "./keys-toolbar";
import { ListFailure, QuotaNote, WorkspacesNote } from "./list-notes";
import type { DialogKey, OpenDialog } from "./open-dialog";
import { RotationBanner } from "./rotation-banner";
import { SelectionBar } from "./selection-bar";
import { UnlistedKeys } from "./unlisted-keys";
import { UnseenKeys } from "./unseen-keys";
import { type KeyActions, useKeyActions } from "./use-key-actions";
import { useKeyList } from "./use-key-list";
import { useSelection } from "./use-selection";

export function KeysScreen({ region }: { region: RegionView }) {
  const rotations = useRotations();
  return (
    <RotationsContext.Provider value={rotations.all}>
      <KeysOf region={region} rotations={rotations} />
    </RotationsContext.Provider>
  );
}

function KeysOf({ region, rotations }: { region: RegionView; rotations: Rotations }) {
  const words = useWords();
  const { app, errand, refresh } = useApp();
  const listing = useKeyList(region);
  const reveal = useReveal();
  const [search, setSearch] = useState("");
  const [arrangement, setArrangement] = useState<Arrangement>(() =>
    errand?.kind === "keysOf" && errand.workspace.region === region.id
      ? { ...UNARRANGED, workspaceId: errand.workspace.workspaceId }
      : UNARRANGED,
  );
  const [selected, setSelected] = useState<KeyRef | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const selection = useSelection();
  const searchBox = useRef<HTMLInputElement>(null);

  const { list } = listing;
  const open = useCallback(
    (next: OpenDialog) => {
      reveal.hide();
      setDialog(next);
    },
    [reveal.hide],
  );
  const changed = useCallback(() => {
    listing.reload();
    rotations.reload();
    if (app.attention.length > 0) refresh();
  }, [listing.reload, rotations.reload, app.attention.length, refresh]);
  const actions: KeyActions = useKeyActions({
    reveal,
    replace: listing.replace,
    reload: listing.reload,
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
  const shown = list ? searchKeys(arrange(list.keys, arrangement), search) : [];
  const unlisted = list ? searchKeys(list.unlisted, search) : [];
  const panelKey =
    selected && [...(list?.keys ?? []), ...(list?.unlisted ?? [])].find((one) => sameKey(one, selected));
  const full = list !== null && leftOf(list.quota) === 0;
  const create = () => open({ kind: "create" });
  const paste = () => open({ kind: "paste" });
  const everSeen = list !== null && list.seenAt !== null;
  const unseen = !everSeen && listing.waiting === null && !isHere(region);
  const nothing = everSeen && list.keys.length === 0 && list.unlisted.length === 0;

  return (
    <div class="screen-with-panel">
      <div class="screen">
        <Header title={words.keys.title} aside={<Badge>{words.common.region(region)}</Badge>} />
        <div class="banners">
          <StoreBanner />
          <AttentionBanner
            region={region}
            onReset={(key, attention) => open({ kind: "reset", key: lost(key, attention) })}
            onDelete={(key, attention) => open({ kind: "delete", key: lost(key, attention) })}
          />
          <RotationBanner
            place={region.id}
            rotations={rotations}
            onOpen={(rotation, intent) => open({ kind: "rotation", rotation, intent })}
          />
          {stopped !== null ? (
            <FailureNote failure={{ code: "localStudioStopped", reason: stopped }} onRetry={refresh} />
          ) : (
            <ListFailure region={region} listing={listing} />
          )}
          {list && <WorkspacesNote region={region} list={list} />}
        </div>
        {everSeen && !nothing && selection.on && (
          <SelectionBar selection={selection} shown={shown} onEdit={actions.editPermission} />
        )}
        {everSeen && !nothing && !selection.on && (
          <KeysToolbar
            region={region}
            list={list}
            refreshing={listing.refreshing}
            search={search}
            searchBox={searchBox}
            onSearch={setSearch}
            arrangement={arrangement}
            onArrange={(change) => setArrangement((before) => ({ ...before, ...change }))}
            full={full}
            onCreate={create}
            onPaste={paste}
            onRefresh={listing.reload}
          />
        )}
        {list && <QuotaNote region={region} list={list} />}
        {!list && (listing.waiting === "skeleton" || listing.waiting === "slow") && (
          <Skeleton rows={5} label={words.keys.loading} />
        )}
        {!list && listing.waiting === "slow" && (
          <SlowNote what={words.waiting.region(words.common.region(region))} onStop={listing.stop} />
        )}
        {listing.stopped && (
          <div class="stopped">
            <p>{words.waiting.stopped}</p>
            <Button icon="rotateCcw" onPress={listing.reload}>
              {words.common.tryAgain}
            </Button>
          </div>
        )}
        {unseen && <UnseenKeys keptBelow={list !== null} onPaste={paste} />}
        {nothing && <EmptyKeys region={region} onCreate={create} onPaste={paste} />}
        {list && list.keys.length > 0 && shown.length === 0 && !search && isFiltered(arrangement) ? (
          <NothingFits onShowAll={() => setArrangement({ ...UNARRANGED, order: arrangement.order })} />
        ) : (
          list &&
          list.keys.length > 0 && (
            <KeysTable
              keys={shown}
              search={search}
              selected={selected}
              region={region}
              actions={actions}
              reveal={reveal}
              selection={selection}
            />
          )
        )}
        {unlisted.length > 0 && (
          <UnlistedKeys
            keys={unlisted}
            selected={selected}
            region={region}
            actions={actions}
            reveal={reveal}
          />
        )}
      </div>
      {panelKey && (
        <KeyPanel
          keyView={panelKey}
          listed={!list?.unlisted.includes(panelKey)}
          region={region}
          actions={actions}
          reveal={reveal}
          onKey={listing.replace}
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
          onKey={listing.replace}
          onGone={(key) => selected && sameKey(selected, key) && setSelected(null)}
          onSelectionDone={selection.end}
        />
      )}
    </div>
  );
}

function NothingFits({ onShowAll }: { onShowAll: () => void }) {
  const words = useWords();
  return (
    <div class="nothing-found" data-testid="nothing-fits">
      <p>{words.clouds.nothingFits}</p>
      <Button onPress={onShowAll}>{words.clouds.showAll}</Button>
    </div>
  );
}

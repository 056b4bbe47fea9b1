// The workspaces of a region: the list, the details of one, and the dialogs that begin here.

import { useCallback, useRef, useState } from "preact/hooks";
import { CreateWorkspaceDialog } from "../../dialogs/workspace/create-workspace-dialog";
import { DeleteWorkspaceDialog } from "../../dialogs/workspace/delete-workspace-dialog";
import { Button, IconButton } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { SlowNote } from "../../parts/note";
import { Badge, Skeleton } from "../../parts/text";
import { isHere } from "../../place";
import { useToasts } from "../../state/toasts";
import { Header } from "../../window/header";
import type { RegionView, WorkspaceRowView } from "../../wire";
import { useWords } from "../../words";
import { seenTime } from "../../words/dates";
import { ListFailure } from "../keys/list-notes";
import { SearchField } from "../keys/search-field";
import type { Drafts } from "./models/use-model-access";
import { useWorkspaces } from "./use-workspaces";
import { WhichWorkspace } from "./which-workspace";
import { nameOf, searchWorkspaces } from "./workspace";
import { WorkspacePanel } from "./workspace-panel";
import { WorkspacesTable } from "./workspaces-table";

type OpenDialog = { kind: "create" } | { kind: "delete"; workspace: WorkspaceRowView };

export function WorkspacesScreen({ region }: { region: RegionView }) {
  const words = useWords();
  const toasts = useToasts();
  const listing = useWorkspaces(region);
  const [search, setSearch] = useState("");
  const [selected, setSelected] = useState<string | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  // Ticks that are not saved yet wait here while another workspace is looked at.
  const drafts: Drafts = useRef(new Map<string, string[]>()).current;

  const list = listing.value;
  const all = list?.workspaces ?? [];
  const shown = searchWorkspaces(all, search);
  const panel = all.find(({ id }) => id === selected);
  const remove = useCallback((workspace: WorkspaceRowView) => setDialog({ kind: "delete", workspace }), []);
  const create = () => setDialog({ kind: "create" });

  return (
    <div class="screen-with-panel">
      <div class="screen">
        <Header title={words.workspaces.title} aside={<Badge>{words.common.region(region)}</Badge>} />
        <div class="banners">
          <ListFailure region={region} listing={{ ...listing, list }} />
        </div>
        {list && all.length > 0 && (
          <>
            <div class="toolbar">
              <SearchField
                label={words.workspaces.search}
                hint={words.workspaces.searchHint}
                text={search}
                onText={setSearch}
              />
              <span class="toolbar-count workspaces-count figures">{words.workspaces.count(all.length)}</span>
              <Button look="primary" icon="plus" testId="create-workspace-open" onPress={create}>
                {words.workspaces.create}
              </Button>
            </div>
            <div class="toolbar workspaces-bar">
              <WhichWorkspace />
              {!isHere(region) && (
                <span class="toolbar-count" role="status">
                  {listing.refreshing
                    ? words.clouds.refreshing
                    : words.clouds.seenAt(seenTime(list.seenAt, words.tag))}
                </span>
              )}
              {!isHere(region) && (
                <IconButton icon="refreshCw" label={words.clouds.refresh} onPress={listing.reload} />
              )}
            </div>
            <WorkspacesTable
              region={region}
              workspaces={shown}
              search={search}
              selected={selected}
              onOpen={setSelected}
              onDelete={remove}
            />
          </>
        )}
        {!list && (listing.waiting === "skeleton" || listing.waiting === "slow") && (
          <Skeleton rows={4} label={words.workspaces.loading} />
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
        {list && all.length === 0 && <NoWorkspaces onCreate={create} />}
      </div>
      {panel && (
        <WorkspacePanel
          key={panel.id}
          region={region}
          workspace={panel}
          drafts={drafts}
          onDelete={() => remove(panel)}
          onClose={() => setSelected(null)}
        />
      )}
      {dialog?.kind === "create" && (
        <CreateWorkspaceDialog
          region={region}
          onClose={() => setDialog(null)}
          onMaybeCreated={listing.reload}
          onCreated={(created) => {
            setDialog(null);
            listing.replace((before) => ({ ...before, workspaces: [...before.workspaces, created] }));
            setSelected(created.id);
            setSearch("");
            toasts.say(words.workspaces.created(nameOf(created)));
            listing.reload();
          }}
        />
      )}
      {dialog?.kind === "delete" && (
        <DeleteWorkspaceDialog
          region={region}
          workspace={dialog.workspace}
          onMaybeDeleted={listing.reload}
          onClose={() => setDialog(null)}
          onDeleted={() => {
            const { workspace } = dialog;
            setDialog(null);
            setSelected((before) => (before === workspace.id ? null : before));
            listing.replace((before) => ({
              ...before,
              workspaces: before.workspaces.filter(({ id }) => id !== workspace.id),
            }));
            toasts.say(words.workspaces.removed(nameOf(workspace)));
            listing.reload();
          }}
        />
      )}
    </div>
  );
}

function NoWorkspaces({ onCreate }: { onCreate: () => void }) {
  const { workspaces } = useWords();
  return (
    <div class="empty" data-testid="no-workspaces">
      <span class="empty-icon">
        <Icon name="layers" size={28} />
      </span>
      <h2>{workspaces.emptyTitle}</h2>
      <p>{workspaces.empty}</p>
      <Button look="primary" icon="plus" onPress={onCreate}>
        {workspaces.create}
      </Button>
    </div>
  );
}

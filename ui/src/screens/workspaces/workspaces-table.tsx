// The table of workspaces. Up and Down move between rows within a column.

import { IconButton } from "../../parts/button";
import { moveBetweenRows } from "../../parts/move-between-rows";
import { Badge, Cut } from "../../parts/text";
import { useCopy } from "../../state/use-copy";
import type { RegionView, WorkspaceRowView } from "../../wire";
import { useWords } from "../../words";
import { dayOf, momentOf } from "../../words/dates";
import { nameOf, siteHintOf, siteOf } from "./workspace";
import { WorkspaceMenu } from "./workspace-menu";

interface WorkspacesTableProps {
  region: RegionView;
  workspaces: WorkspaceRowView[];
  search: string;
  selected: string | null;
  onOpen: (id: string) => void;
  onDelete: (workspace: WorkspaceRowView) => void;
}

export function WorkspacesTable(props: WorkspacesTableProps) {
  const { region, workspaces, search, selected } = props;
  const words = useWords();
  const { columns } = words.workspaces;
  return (
    <div class="table-box">
      <div class="aloud" role="status">
        {search && words.workspaces.found(workspaces.length)}
      </div>
      {workspaces.length === 0 ? (
        <p class="nothing-found">{words.workspaces.nothingFound(search)}</p>
      ) : (
        <table
          class="keys workspaces"
          aria-label={words.workspaces.table(words.common.region(region))}
          onKeyDown={moveBetweenRows}
        >
          <thead>
            <tr>
              <th scope="col" class="col-description">
                {columns.name}
              </th>
              <th scope="col" class="col-id">
                {columns.id}
              </th>
              <th scope="col" class="col-site">
                {columns.site}
              </th>
              <th scope="col" class="col-count">
                {columns.keys}
              </th>
              <th scope="col" class="col-created">
                {columns.created}
              </th>
              <th scope="col" class="col-actions">
                <span class="aloud">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {workspaces.map((workspace) => (
              <Row
                key={workspace.id}
                region={region}
                workspace={workspace}
                chosen={workspace.id === selected}
                onOpen={() => props.onOpen(workspace.id)}
                onDelete={() => props.onDelete(workspace)}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

interface RowProps {
  region: RegionView;
  workspace: WorkspaceRowView;
  chosen: boolean;
  onOpen: () => void;
  onDelete: () => void;
}

function Row({ region, workspace, chosen, onOpen, onDelete }: RowProps) {
  const words = useWords();
  const copy = useCopy();
  const { id, serviceSite, isDefault } = workspace;
  const name = nameOf(workspace);
  return (
    <tr class={chosen ? "chosen" : undefined} data-testid={`workspace-${id}`}>
      <td class="col-description">
        <div class="workspace-name">
          <button
            type="button"
            class="row-name"
            aria-label={words.workspaces.open(name)}
            aria-expanded={chosen}
            onClick={onOpen}
          >
            <Cut text={name} />
          </button>
          {isDefault && <Badge title={words.workspaces.defaultTitle}>{words.workspaces.isDefault}</Badge>}
        </div>
      </td>
      <td class="col-id">
        <div class="key-cell">
          <Cut text={id} class="mono" />
          <span class="row-quick">
            <IconButton icon="copy" label={words.workspaces.copyId(name)} onPress={() => copy.text(id)} />
          </span>
        </div>
      </td>
      <td class="col-site">
        <span class="cut" title={serviceSite ? siteHintOf(serviceSite, words.workspaces) : undefined}>
          {siteOf(serviceSite, words.workspaces)}
        </span>
      </td>
      <td class="col-count figures">{workspace.keys}</td>
      <td class="col-created figures" title={momentOf(workspace.createdAt, words.tag)}>
        {dayOf(workspace.createdAt, words.tag)}
      </td>
      <td class="col-actions">
        <WorkspaceMenu region={region} workspace={workspace} onDelete={onDelete} />
      </td>
    </tr>
  );
}

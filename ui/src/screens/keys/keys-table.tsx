// The table of keys. Up and Down move between rows within a column.

import { keyRef, sameKey } from "../../key";
import { moveBetweenRows } from "../../parts/move-between-rows";
import type { Reveal } from "../../state/use-reveal";
import type { KeyRef, KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import { type Columns, KeyRow } from "./key-row";
import type { KeyActions } from "./use-key-actions";
import type { Selection } from "./use-selection";

interface KeysTableProps {
  keys: KeyView[];
  search: string;
  selected: KeyRef | null;
  region: RegionView;
  actions: KeyActions;
  reveal: Reveal;
  /** Several keys can be selected. */
  selection?: Selection;
  /** What these keys are, where the service's list does not have them. */
  unlisted?: string;
}

export function KeysTable(props: KeysTableProps) {
  const { keys, search, selected, region, actions, reveal, selection, unlisted } = props;
  const words = useWords();
  const { columns } = words.keys;
  const listed = unlisted === undefined;
  // A column that says the same of every key says nothing.
  const shows: Columns = {
    workspace: new Set(keys.map((key) => key.workspaceName || key.workspaceId)).size > 1,
    owner: listed && region.capabilities.ownerAccount,
    permission: listed && region.capabilities.customPermission !== "no",
    facts: listed,
  };
  return (
    <div class="table-box">
      <div class="aloud" role="status">
        {search && words.keys.found(keys.length)}
      </div>
      {keys.length === 0 ? (
        <p class="nothing-found">{words.keys.nothingFound(search)}</p>
      ) : (
        <table
          class={shows.workspace ? "keys keys-workspaces" : "keys"}
          aria-label={unlisted ?? words.keys.table(words.common.region(region))}
          onKeyDown={moveBetweenRows}
        >
          <thead>
            <tr>
              {selection?.on && (
                <th scope="col" class="col-select">
                  <span class="aloud">{words.permission.selection.column}</span>
                </th>
              )}
              <th scope="col" class="col-description">
                {columns.description}
              </th>
              <th scope="col" class="col-key">
                {columns.key}
              </th>
              {shows.workspace && (
                <th scope="col" class="col-workspace">
                  {columns.workspace}
                </th>
              )}
              {shows.owner && (
                <th scope="col" class="col-owner">
                  {words.clouds.owner}
                </th>
              )}
              {shows.permission && (
                <th scope="col" class="col-permission">
                  {columns.permission}
                </th>
              )}
              <th scope="col" class="col-used" title={columns.usedHere}>
                <span class="used-name">{columns.usedHere}</span>
              </th>
              {shows.facts && (
                <>
                  <th scope="col" class="col-created">
                    {columns.created}
                  </th>
                  <th scope="col" class="col-status">
                    {columns.status}
                  </th>
                </>
              )}
              <th scope="col" class="col-actions">
                <span class="aloud">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <KeyRow
                key={`${key.region}/${key.apiKeyId}`}
                keyView={key}
                region={region}
                chosen={selected !== null && sameKey(selected, key)}
                revealed={reveal.valueOf(key) !== null}
                actions={actions}
                shows={shows}
                listed={listed}
                selection={selection}
                onReach={() => selection?.reach(keyRef(key), keys)}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

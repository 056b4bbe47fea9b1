// The table of keys. Up and Down move between rows within a column.

import { hasValue, keyRef, nameOf, permissionSummary, sameKey, variablesOf } from "../../key";
import { IconButton } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { Badge, Cut, Masked } from "../../parts/text";
import type { Reveal } from "../../state/use-reveal";
import type { KeyRef, KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import { dayOf, momentOf } from "../../words/dates";
import { KeyStatus, ValueElsewhere } from "./key-status";
import { RowMenu } from "./row-menu";
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
  /** The service's list has these keys. */
  listed?: boolean;
}

export function KeysTable(props: KeysTableProps) {
  const { keys, search, selected, region, actions, reveal, selection, listed = true } = props;
  const words = useWords();
  const withOwner = listed && region.capabilities.ownerAccount;
  // A column that says the same of every key says nothing.
  const severalWorkspaces =
    new Set(keys.map(({ workspaceId, workspaceName }) => workspaceName || workspaceId)).size > 1;
  const { columns } = words.keys;
  return (
    <div class="table-box">
      <div class="aloud" role="status">
        {search && words.keys.found(keys.length)}
      </div>
      {keys.length === 0 ? (
        <p class="nothing-found">{words.keys.nothingFound(search)}</p>
      ) : (
        <table
          class={severalWorkspaces ? "keys keys-workspaces" : "keys"}
          aria-label={listed ? words.keys.table(words.common.region(region)) : words.clouds.unlistedTitle}
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
              {severalWorkspaces && (
                <th scope="col" class="col-workspace">
                  {columns.workspace}
                </th>
              )}
              {withOwner && (
                <th scope="col" class="col-owner">
                  {words.clouds.owner}
                </th>
              )}
              <th scope="col" class="col-permission">
                {columns.permission}
              </th>
              <th scope="col" class="col-used" title={columns.usedHere}>
                <span class="used-name">{columns.usedHere}</span>
              </th>
              <th scope="col" class="col-created">
                {columns.created}
              </th>
              <th scope="col" class="col-status">
                {columns.status}
              </th>
              <th scope="col" class="col-actions">
                <span class="aloud">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <Row
                key={`${key.region}/${key.apiKeyId}`}
                keyView={key}
                region={region}
                chosen={selected !== null && sameKey(selected, key)}
                revealed={reveal.valueOf(key) !== null}
                actions={actions}
                withWorkspace={severalWorkspaces}
                withOwner={withOwner}
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

interface RowProps {
  keyView: KeyView;
  region: RegionView;
  chosen: boolean;
  revealed: boolean;
  actions: KeyActions;
  withWorkspace: boolean;
  withOwner: boolean;
  listed: boolean;
  selection: Selection | undefined;
  /** Selects up to here. */
  onReach: () => void;
}

function Row(props: RowProps) {
  const { keyView, region, chosen, revealed, actions, withWorkspace, withOwner, listed, selection, onReach } =
    props;
  const words = useWords();
  const name = nameOf(keyView);
  const variables = variablesOf(keyView);
  return (
    <tr class={chosen ? "chosen" : undefined} data-testid={`key-${keyView.apiKeyId}`}>
      {selection?.on && (
        <td class="col-select">
          <input
            type="checkbox"
            checked={selection.has(keyView)}
            aria-label={words.permission.selection.row(name)}
            onClick={(event) => {
              if (event.shiftKey) {
                event.preventDefault();
                onReach();
              }
            }}
            onChange={() => selection.toggle(keyRef(keyView))}
          />
        </td>
      )}
      <td class="col-description">
        <button
          type="button"
          class={keyView.description ? "row-name cut" : "row-name cut row-unnamed"}
          aria-label={words.keys.open(
            keyView.description || `${words.keys.noDescription}, ${keyView.masked}`,
          )}
          aria-expanded={chosen}
          title={keyView.description || undefined}
          onClick={(event) => {
            if (selection && event.shiftKey) onReach();
            else if (selection && (event.ctrlKey || event.metaKey)) selection.toggle(keyRef(keyView));
            else actions.showDetails(keyView);
          }}
        >
          {keyView.description || words.keys.noDescription}
        </button>
        {keyView.oldFormat && (
          <Badge tone="warning" title={words.clouds.oldFormatTitle}>
            {words.clouds.oldFormat}
          </Badge>
        )}
        {/* Where there is no room for its column. */}
        {withWorkspace && <Cut class="row-workspace" text={keyView.workspaceName || keyView.workspaceId} />}
      </td>
      <td class="col-key">
        <div class="key-cell">
          <Masked masked={keyView.masked} />
          {hasValue(keyView) ? (
            <span class="row-quick">
              <IconButton
                icon={revealed ? "eyeOff" : "eye"}
                label={revealed ? words.actions.hideKey(name) : words.actions.revealKey(name)}
                pressed={revealed}
                onPress={() => actions.toggleReveal(keyView)}
              />
              <IconButton
                icon="copy"
                label={words.actions.copyKey(name)}
                onPress={() => actions.copy(keyView)}
              />
            </span>
          ) : (
            <ValueElsewhere />
          )}
        </div>
      </td>
      {withWorkspace && (
        <td class="col-workspace">
          <Cut text={keyView.workspaceName || keyView.workspaceId} />
        </td>
      )}
      {withOwner && (
        <td class="col-owner">
          <Cut text={keyView.own ? words.clouds.ownerYou : keyView.createdBy} />
        </td>
      )}
      <td class="col-permission">
        <Cut text={permissionSummary(keyView.permission, words.keys)} />
      </td>
      <td class="col-used">
        {variables.length > 0 ? (
          <span class="used" title={words.counted.variables(variables)}>
            <Icon name="terminal" />
            <span class="used-name mono cut">{words.counted.variables(variables)}</span>
          </span>
        ) : (
          <>
            <span aria-hidden="true" class="quiet">
              {words.keys.notUsed}
            </span>
            <span class="aloud">{words.keys.notUsedAloud}</span>
          </>
        )}
      </td>
      <td class="col-created figures" title={momentOf(keyView.createdAt, words.tag)}>
        {dayOf(keyView.createdAt, words.tag)}
      </td>
      <td class="col-status">
        <KeyStatus keyView={keyView} />
      </td>
      <td class="col-actions">
        <RowMenu keyView={keyView} region={region} revealed={revealed} listed={listed} actions={actions} />
      </td>
    </tr>
  );
}

/** Up and Down go to the same button of the row above or below. */
function moveBetweenRows(event: KeyboardEvent): void {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const here = event.target;
  if (!(here instanceof HTMLButtonElement)) return;
  const row = here.closest("tr");
  const next = event.key === "ArrowUp" ? row?.previousElementSibling : row?.nextElementSibling;
  const cell = here.closest("td");
  if (!row || !next || !cell) return;
  const column = [...row.children].indexOf(cell);
  const order = [...cell.querySelectorAll("button")].indexOf(here);
  const buttons = next.children[column]?.querySelectorAll("button");
  const target = buttons?.[order] ?? buttons?.[0];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

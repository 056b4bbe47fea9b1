// The table of keys. Up and Down move between rows within a column.

import { hasValue, nameOf, permissionSummary, sameKey, variablesOf } from "../../key";
import { IconButton } from "../../parts/button";
import { Cut, Masked } from "../../parts/text";
import type { Reveal } from "../../state/use-reveal";
import type { KeyRef, KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import { dayOf, momentOf } from "../../words/dates";
import { KeyStatus, ValueElsewhere } from "./key-status";
import { RowMenu } from "./row-menu";
import type { KeyActions } from "./use-key-actions";

interface KeysTableProps {
  keys: KeyView[];
  search: string;
  selected: KeyRef | null;
  region: RegionView;
  actions: KeyActions;
  reveal: Reveal;
}

export function KeysTable({ keys, search, selected, region, actions, reveal }: KeysTableProps) {
  const words = useWords();
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
          class="keys"
          aria-label={words.keys.table(words.common.region(region))}
          onKeyDown={moveBetweenRows}
        >
          <thead>
            <tr>
              <th scope="col" class="col-description">
                {columns.description}
              </th>
              <th scope="col" class="col-key">
                {columns.key}
              </th>
              <th scope="col" class="col-workspace">
                {columns.workspace}
              </th>
              <th scope="col" class="col-permission">
                {columns.permission}
              </th>
              <th scope="col" class="col-used">
                {columns.usedHere}
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
}

function Row({ keyView, region, chosen, revealed, actions }: RowProps) {
  const words = useWords();
  const name = nameOf(keyView);
  const variables = variablesOf(keyView);
  return (
    <tr class={chosen ? "chosen" : undefined} data-testid={`key-${keyView.apiKeyId}`}>
      <td class="col-description">
        <button
          type="button"
          class={keyView.description ? "row-name cut" : "row-name cut row-unnamed"}
          aria-label={words.keys.open(
            keyView.description || `${words.keys.noDescription}, ${keyView.masked}`,
          )}
          aria-expanded={chosen}
          title={keyView.description || undefined}
          onClick={() => actions.showDetails(keyView)}
        >
          {keyView.description || words.keys.noDescription}
        </button>
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
      <td class="col-workspace">
        <Cut text={keyView.workspaceName || keyView.workspaceId} />
      </td>
      <td class="col-permission">
        <Cut text={permissionSummary(keyView.permission, words.keys)} />
      </td>
      <td class="col-used">
        {variables.length > 0 ? (
          <Cut class="mono" text={words.counted.variables(variables)} />
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
        <RowMenu keyView={keyView} region={region} revealed={revealed} actions={actions} />
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

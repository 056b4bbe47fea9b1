// One key in the table: what it is at a glance, and what is done with it most.

import { hasValue, holdersOf, keyRef, nameOf, permissionSummary } from "../../key";
import { IconButton } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { Cut, Masked } from "../../parts/text";
import type { KeyView, RegionView } from "../../wire";
import { useWords } from "../../words";
import { dayOf, momentOf } from "../../words/dates";
import { KeyStatus, NoValue } from "./key-status";
import { RowMenu } from "./row-menu";
import type { KeyActions } from "./use-key-actions";
import type { Selection } from "./use-selection";

/** The columns that are not always there. */
export interface Columns {
  workspace: boolean;
  owner: boolean;
  permission: boolean;
  /** What only the service knows: when the key was created, and whether it is enabled. */
  facts: boolean;
}

interface KeyRowProps {
  keyView: KeyView;
  region: RegionView;
  chosen: boolean;
  revealed: boolean;
  actions: KeyActions;
  shows: Columns;
  listed: boolean;
  selection: Selection | undefined;
  /** Selects up to here. */
  onReach: () => void;
}

export function KeyRow(props: KeyRowProps) {
  const { keyView, region, chosen, revealed, actions, shows, listed, selection, onReach } = props;
  const words = useWords();
  const name = nameOf(keyView);
  const holders = holdersOf(keyView);
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
        {/* Where there is no room for its column. */}
        {shows.workspace && <Cut class="row-workspace" text={keyView.workspaceName || keyView.workspaceId} />}
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
            <NoValue keyView={keyView} />
          )}
        </div>
      </td>
      {shows.workspace && (
        <td class="col-workspace">
          <Cut text={keyView.workspaceName || keyView.workspaceId} />
        </td>
      )}
      {shows.owner && (
        <td class="col-owner">
          <Cut text={keyView.own ? words.clouds.ownerYou : keyView.createdBy} />
        </td>
      )}
      {shows.permission && (
        <td class="col-permission">
          <Cut text={permissionSummary(keyView.permission, words.keys)} />
        </td>
      )}
      <td class="col-used">
        {holders.length > 0 ? (
          <span class="used" title={words.counted.names(holders)}>
            <Icon name="terminal" />
            <span class="used-name mono cut">{words.counted.names(holders)}</span>
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
      {shows.facts && (
        <>
          <td class="col-created figures" title={momentOf(keyView.createdAt, words.tag)}>
            {dayOf(keyView.createdAt, words.tag)}
          </td>
          <td class="col-status">
            <KeyStatus keyView={keyView} />
          </td>
        </>
      )}
      <td class="col-actions">
        <RowMenu keyView={keyView} region={region} revealed={revealed} listed={listed} actions={actions} />
      </td>
    </tr>
  );
}

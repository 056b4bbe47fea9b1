// Above the list: search, how many keys there are, and what is begun here; below it what is shown, and in which order.

import type { Ref } from "preact";
import { Button, IconButton } from "../../parts/button";
import { isHere } from "../../place";
import type { KeyList, RegionView } from "../../wire";
import { useWords } from "../../words";
import { seenTime } from "../../words/dates";
import { type Arrangement, hasOthers, isFiltered, ORDERS, WHOSE, workspacesOf } from "./arrange";
import { SearchField } from "./search-field";

interface KeysToolbarProps {
  region: RegionView;
  list: KeyList;
  refreshing: boolean;
  search: string;
  searchBox: Ref<HTMLInputElement>;
  onSearch: (text: string) => void;
  arrangement: Arrangement;
  onArrange: (change: Partial<Arrangement>) => void;
  /** No further key may be created; the reason stands at `#quota-full`. */
  full: boolean;
  onCreate: () => void;
  onPaste: () => void;
  onRefresh: () => void;
}

export function KeysToolbar(props: KeysToolbarProps) {
  const { region, list, full, onCreate, onPaste } = props;
  const words = useWords();
  return (
    <>
      <div class="toolbar">
        <SearchField boxRef={props.searchBox} onText={props.onSearch} text={props.search} />
        <span class="toolbar-count figures">
          {list.quota
            ? words.keys.quota(list.quota.used, list.quota.limit)
            : words.keys.count(list.keys.length)}
        </span>
        <IconButton icon="clipboardPaste" label={words.clouds.paste} testId="paste" onPress={onPaste} />
        <Button
          look="primary"
          icon="plus"
          disabled={full}
          describedBy={full ? "quota-full" : undefined}
          onPress={onCreate}
        >
          {words.keys.create}
        </Button>
      </div>
      {(!isHere(region) || isFiltered(props.arrangement)) && <Filters {...props} />}
    </>
  );
}

function Filters({ list, refreshing, arrangement, onArrange, onRefresh }: KeysToolbarProps) {
  const words = useWords();
  const workspaces = workspacesOf(list.keys, list.workspaces);
  return (
    <div class="toolbar filters">
      {hasOthers(list.keys) && (
        <Filter
          label={words.clouds.whose}
          value={arrangement.whose}
          options={WHOSE.map((value) => ({ value, label: words.clouds.whoseChoices[value] }))}
          testId="filter-whose"
          onChoose={(whose) => onArrange({ whose })}
        />
      )}
      {workspaces.length > 0 && (
        <Filter
          label={words.clouds.workspace}
          value={arrangement.workspaceId ?? ""}
          options={[
            { value: "", label: words.clouds.everyWorkspace },
            ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          testId="filter-workspace"
          onChoose={(id) => onArrange({ workspaceId: id || null })}
        />
      )}
      {list.keys.length > 1 && (
        <Filter
          label={words.clouds.order}
          value={arrangement.order}
          options={ORDERS.map((value) => ({ value, label: words.clouds.orders[value] }))}
          testId="order"
          onChoose={(order) => onArrange({ order })}
        />
      )}
      <span class="toolbar-count" role="status">
        {refreshing && words.clouds.refreshing}
        {!refreshing && list.seenAt !== null && words.clouds.seenAt(seenTime(list.seenAt, words.tag))}
      </span>
      <IconButton icon="refreshCw" label={words.clouds.refresh} testId="refresh" onPress={onRefresh} />
    </div>
  );
}

interface FilterProps<Value extends string> {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  testId: string;
  onChoose: (value: Value) => void;
}

function Filter<Value extends string>({ label, value, options, testId, onChoose }: FilterProps<Value>) {
  return (
    <select
      class="input select filter"
      aria-label={label}
      title={label}
      value={value}
      data-testid={testId}
      onChange={(event) => onChoose(event.currentTarget.value as Value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

// How much a workspace may ask of each model, beside what the account may: those with a limit of their own first, as they
// were when the list came.

import { useCallback, useState } from "preact/hooks";
import { TextField } from "../../../parts/field";
import { FailureNote, SlowNote } from "../../../parts/note";
import { Skeleton } from "../../../parts/text";
import { useCore } from "../../../state/core-context";
import { useLoad } from "../../../state/use-load";
import type { ModelLimitRowView, RegionView, WorkspaceRowView } from "../../../wire";
import { useWords } from "../../../words";
import { refOf } from "../workspace";
import { LimitRow } from "./limit-row";

export function ModelLimits({ region, workspace }: { region: RegionView; workspace: WorkspaceRowView }) {
  const words = useWords();
  const core = useCore();
  const { id } = region;
  const workspaceId = workspace.id;
  const loading = useLoad(
    useCallback(async () => {
      const { models } = await core.listModelLimits({ region: id, workspaceId });
      return limitedFirst(models);
    }, [core, id, workspaceId]),
  );
  const [search, setSearch] = useState("");
  // One form at a time.
  const [editing, setEditing] = useState<string | null>(null);
  const rows = loading.value;
  const { modelLimits } = words;
  const shown = rows && searchRows(rows, search);
  return (
    <>
      <p class="quiet">{modelLimits.lead}</p>
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      {!rows && (loading.waiting === "skeleton" || loading.waiting === "slow") && (
        <Skeleton rows={5} label={modelLimits.loading} />
      )}
      {!rows && loading.waiting === "slow" && (
        <SlowNote what={words.waiting.region(words.common.region(region))} onStop={loading.stop} />
      )}
      {loading.stopped && <FailureNote failure={{ code: "interrupted" }} onRetry={loading.reload} />}
      {rows?.length === 0 && <p class="nothing-found">{modelLimits.none}</p>}
      {rows && rows.length > 0 && (
        <TextField label={modelLimits.search} testId="limit-search" onText={setSearch} />
      )}
      {rows && rows.length > 0 && shown?.length === 0 && (
        <p class="nothing-found">{words.permission.models.nothingFound(search)}</p>
      )}
      {shown && shown.length > 0 && (
        <ul class="limits">
          {shown.map((row) => (
            <LimitRow
              key={row.model}
              workspace={refOf(id, workspace)}
              row={row}
              editing={editing === row.model}
              onEdit={(on) => setEditing(on ? row.model : null)}
              onRow={(next) =>
                loading.replace((all) => all.map((one) => (one.model === next.model ? next : one)))
              }
            />
          ))}
        </ul>
      )}
    </>
  );
}

function limitedFirst(rows: ModelLimitRowView[]): ModelLimitRowView[] {
  const rank = ({ workspace }: ModelLimitRowView) => (workspace ? 0 : 1);
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

function searchRows(rows: ModelLimitRowView[], text: string): ModelLimitRowView[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ model, name }) => {
    const place = `${model}\n${name}`.toLocaleLowerCase();
    return wanted.every((word) => place.includes(word));
  });
}

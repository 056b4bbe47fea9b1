// What a key may be used for: all models including future ones, or exactly these.

import { useCallback, useState } from "preact/hooks";
import { bringIntoView } from "../../parts/bring-into-view";
import { Choice, TextField } from "../../parts/field";
import { FailureNote, Note, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import type { ModelView } from "../../wire";
import { useWords } from "../../words";
import type { Editing } from "../use-editing";
import { AddModel } from "./add-model";
import { searchModels } from "./families";
import { ModelList } from "./model-list";

interface ModelScopeProps {
  editing: Editing;
  workspaceId: string | null;
}

export function ModelScope({ editing, workspaceId }: ModelScopeProps) {
  const words = useWords();
  const { models } = editing.draft;
  // What was ticked before "all models" was chosen comes back with "exactly these".
  const [before, setBefore] = useState<string[]>(models ?? []);
  return (
    <section class="scope" aria-label={words.permission.models.legend}>
      <Choice
        legend={words.permission.models.legend}
        value={models === null ? "every" : "these"}
        options={[
          { value: "every", label: words.permission.models.every },
          { value: "these", label: words.permission.models.these },
        ]}
        onChoose={(value) => {
          if (value === "every") setBefore(models ?? []);
          editing.change({ models: value === "every" ? null : before });
        }}
      />
      {models !== null && <These editing={editing} chosen={models} workspaceId={workspaceId} />}
    </section>
  );
}

interface TheseProps {
  editing: Editing;
  chosen: string[];
  workspaceId: string | null;
}

function These({ editing, chosen, workspaceId }: TheseProps) {
  const words = useWords();
  const core = useCore();
  const region = editing.region.id;
  const load = useCallback(() => core.listModels({ region, workspaceId }), [core, region, workspaceId]);
  const loading = useLoad(load);
  const [search, setSearch] = useState("");
  const all = loading.value;
  const put = (models: string[]) => editing.change({ models });
  return (
    <>
      {!all && (loading.waiting === "skeleton" || loading.waiting === "slow") && (
        <Skeleton rows={4} label={words.permission.models.loading} />
      )}
      {loading.waiting === "slow" && (
        <SlowNote what={words.waiting.region(words.common.region(editing.region))} onStop={loading.stop} />
      )}
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      {all && <Unlisted all={all} chosen={chosen} onPut={put} />}
      {all && all.length > 0 && (
        <>
          <TextField
            label={words.permission.models.search}
            counter={{
              text: words.permission.models.count(chosen.length, all.length),
              aloud: words.permission.models.chosenAloud(chosen.length),
              over: false,
            }}
            testId="model-search"
            onText={setSearch}
          />
          <div ref={bringIntoView}>
            <ModelList models={searchModels(all, search)} chosen={chosen} search={search} onPut={put} />
          </div>
        </>
      )}
      {/* Without a list, names are typed. */}
      {(all !== null || loading.failure || loading.stopped) && (
        <AddModel
          chosen={chosen}
          listed={all ?? []}
          onAdd={(name) => put([...chosen.filter((one) => one !== name), name])}
          onRemove={(name) => put(chosen.filter((one) => one !== name))}
        />
      )}
    </>
  );
}

/** Names in the scope that the service does not list any more. */
function Unlisted({
  all,
  chosen,
  onPut,
}: {
  all: ModelView[];
  chosen: string[];
  onPut: (models: string[]) => void;
}) {
  const words = useWords();
  const listed = new Set(all.map(({ id }) => id));
  const gone = chosen.filter((name) => !listed.has(name));
  if (gone.length === 0 || all.length === 0) return null;
  return (
    <Note tone="warning" testId="unlisted">
      <p>{words.permission.models.unlisted(gone.length)}</p>
      <p class="mono">{gone.join(", ")}</p>
      <button type="button" class="link" onClick={() => onPut(chosen.filter((name) => listed.has(name)))}>
        {words.permission.models.removeUnlisted}
      </button>
    </Note>
  );
}

// The models that a workspace may call, to tick; the difference is shown before it is saved.

import { useState } from "preact/hooks";
import { Check, TextField } from "../../../parts/field";
import { FailureNote, Note, SlowNote } from "../../../parts/note";
import { Skeleton } from "../../../parts/text";
import { searchModels } from "../../../permission/models/families";
import { ModelList } from "../../../permission/models/model-list";
import type { ModelAccessView, ModelView, RegionView, WorkspaceRowView } from "../../../wire";
import { useWords } from "../../../words";
import { refOf } from "../workspace";
import { AccessChange } from "./access-change";
import { AccessOutcome } from "./access-outcome";
import { type ModelAccess as Access, type Drafts, useModelAccess } from "./use-model-access";

interface ModelAccessProps {
  region: RegionView;
  workspace: WorkspaceRowView;
  drafts: Drafts;
}

export function ModelAccess({ region, workspace, drafts }: ModelAccessProps) {
  const words = useWords();
  const access = useModelAccess(refOf(region.id, workspace), drafts);
  const { loading } = access;
  const view = loading.value;
  return (
    <>
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      {!view && (loading.waiting === "skeleton" || loading.waiting === "slow") && (
        <Skeleton rows={5} label={words.modelAccess.loading} />
      )}
      {!view && loading.waiting === "slow" && (
        <SlowNote what={words.waiting.region(words.common.region(region))} onStop={loading.stop} />
      )}
      {loading.stopped && <FailureNote failure={{ code: "interrupted" }} onRetry={loading.reload} />}
      {view?.everyModel && (
        <Note testId="every-model">
          <p>{words.modelAccess.everyModel}</p>
          <p>{words.modelAccess.everyModelElsewhere}</p>
        </Note>
      )}
      {view && !view.everyModel && view.models.length === 0 && (
        <p class="nothing-found">{words.modelAccess.none}</p>
      )}
      {view && !view.everyModel && view.models.length > 0 && (
        <Choosing view={view} access={access} region={region} />
      )}
    </>
  );
}

/** As the list of models shows them: these can all be called, once they are ticked. */
function rowsOf(view: ModelAccessView): ModelView[] {
  return view.models.map(({ model, name, provider }) => ({
    id: model,
    name,
    provider,
    contextWindow: null,
    prices: [],
    callable: true,
    reason: null,
  }));
}

interface ChoosingProps {
  view: ModelAccessView;
  access: Access;
  region: RegionView;
}

function Choosing({ view, access, region }: ChoosingProps) {
  const { modelAccess } = useWords();
  const [search, setSearch] = useState("");
  const { chosen, put } = access;
  const all = rowsOf(view);
  const shown = searchModels(all, search);
  const names = shown.map(({ id }) => id);
  const ticked = new Set(chosen);
  const among = names.filter((name) => ticked.has(name)).length;
  return (
    <>
      <TextField
        label={modelAccess.search}
        counter={{
          text: modelAccess.count(chosen.length, all.length),
          aloud: modelAccess.countAloud(chosen.length, all.length),
          over: false,
        }}
        testId="access-search"
        onText={setSearch}
      />
      {names.length > 0 && (
        <Check
          label={modelAccess.allShown(names.length)}
          checked={among === names.length}
          mixed={among > 0 && among < names.length}
          testId="access-all"
          onChange={(on) => {
            const others = chosen.filter((name) => !names.includes(name));
            put(on ? [...others, ...names] : others);
          }}
        />
      )}
      <ModelList models={shown} chosen={chosen} search={search} onPut={put} />
      <div class="access-foot">
        <AccessOutcome access={access} />
        <AccessChange access={access} region={region} />
      </div>
    </>
  );
}

// Everything the program wrote outside its own folder. What was interrupted comes first.

import { useCallback, useState } from "preact/hooks";
import { UndoChangeDialog } from "../../dialogs/undo-change-dialog";
import { UndoEverythingDialog } from "../../dialogs/undo-everything/undo-everything-dialog";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { FailureNote, SlowNote } from "../../parts/note";
import { Skeleton } from "../../parts/text";
import { Undone } from "../../parts/undone";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import { Header } from "../../window/header";
import type { ChangeView, UndoneView } from "../../wire";
import { useWords } from "../../words";
import { ChangeCard } from "./change-card";

export function ChangesScreen() {
  const words = useWords();
  const core = useCore();
  const { goTo } = useApp();
  const load = useCallback(() => core.listChanges(), [core]);
  const loading = useLoad(load);
  const [undoing, setUndoing] = useState<ChangeView | null>(null);
  const [undone, setUndone] = useState<UndoneView | null>(null);
  // What is to be undone is what stood when it was asked.
  const [everything, setEverything] = useState<ChangeView[] | null>(null);
  const changes = loading.value && unfinishedFirst(loading.value);
  const standing = (loading.value ?? []).filter((change) => change.state !== "undone").reverse();

  return (
    <div class="screen">
      <Header title={words.changes.title} />
      <div class="page">
        {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
        {!changes && loading.waiting === "skeleton" && <Skeleton rows={3} label={words.changes.loading} />}
        {loading.waiting === "slow" && <SlowNote what={words.waiting.program} onStop={loading.stop} />}
        {loading.stopped && (
          <Button icon="rotateCcw" onPress={loading.reload}>
            {words.common.tryAgain}
          </Button>
        )}
        {undone && <Undone undone={undone} />}
        {changes?.length === 0 && (
          <div class="empty">
            <span class="empty-icon">
              <Icon name="history" size={28} />
            </span>
            <h2>{words.changes.emptyTitle}</h2>
            <p>{words.changes.empty}</p>
            <Button look="primary" icon="keyRound" onPress={() => goTo("keys")}>
              {words.changes.toKeys}
            </Button>
          </div>
        )}
        {changes && changes.length > 0 && (
          <>
            <p class="lead">{words.changes.lead}</p>
            {standing.length > 1 && (
              <div class="page-actions">
                <Button
                  icon="undo"
                  testId="undo-everything"
                  onPress={() => {
                    setUndone(null);
                    setEverything(standing);
                  }}
                >
                  {words.changes.everything}
                </Button>
              </div>
            )}
            <ul class="changes">
              {changes.map((change) => (
                <li key={change.id}>
                  <ChangeCard
                    change={change}
                    onUndo={() => {
                      setUndone(null);
                      setUndoing(change);
                    }}
                    onVerified={(verified) =>
                      loading.replace((all) => all.map((one) => (one.id === verified.id ? verified : one)))
                    }
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {everything && (
        <UndoEverythingDialog
          changes={everything}
          onClose={() => setEverything(null)}
          onChanged={loading.reload}
        />
      )}
      {undoing && (
        <UndoChangeDialog
          change={undoing}
          onClose={() => setUndoing(null)}
          onUndone={(result) => {
            setUndoing(null);
            setUndone(result);
            loading.reload();
          }}
        />
      )}
    </div>
  );
}

function unfinishedFirst(changes: ChangeView[]): ChangeView[] {
  return [
    ...changes.filter((change) => change.state === "unfinished"),
    ...changes.filter((change) => change.state !== "unfinished"),
  ];
}

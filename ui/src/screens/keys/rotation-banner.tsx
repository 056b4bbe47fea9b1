// Rotations that wait for the user: one that was stopped in the middle, and one whose old key should be deleted by now.

import type { Intent } from "../../dialogs/rotate-key/rotate-key-dialog";
import { nameOf } from "../../key";
import { Button } from "../../parts/button";
import { Note } from "../../parts/note";
import { bareRegion } from "../../place";
import { daysSince, goesOn, hasEnded, stepCount, stepsDone, waitsEnabled } from "../../rotation";
import { useApp } from "../../state/app-context";
import { useToasts } from "../../state/toasts";
import type { Rotations } from "../../state/use-rotations";
import type { RotationView } from "../../wire";
import { useWords } from "../../words";
import { wordsFor } from "../../words/failures";

interface RotationBannerProps {
  /** The place whose keys are shown: others are named. */
  place: string;
  rotations: Rotations;
  onOpen: (rotation: RotationView, intent: Intent) => void;
}

export function RotationBanner({ place, rotations, onOpen }: RotationBannerProps) {
  const words = useWords();
  const waiting = rotations.all.filter(
    (one) => !hasEnded(one) && (goesOn(one) || (one.reminderDue && !rotations.isPutOff(one.id))),
  );
  if (waiting.length === 0) return null;
  return (
    <section class="attention" aria-label={words.rotation.banners(waiting.length)}>
      {waiting.map((one) =>
        goesOn(one) ? (
          <Stopped key={one.id} rotation={one} place={place} onOpen={onOpen} />
        ) : (
          <Due key={one.id} rotation={one} place={place} onOpen={onOpen} onLater={rotations.putOff} />
        ),
      )}
    </section>
  );
}

interface WaitingProps {
  rotation: RotationView;
  place: string;
  onOpen: RotationBannerProps["onOpen"];
}

/** The name of its key, and its region where that is not the one on the screen. */
function useNames(
  rotation: RotationView,
  place: string,
): { name: string; region: string | null; canDisable: boolean } {
  const words = useWords();
  const { app } = useApp();
  const bare = bareRegion(rotation.oldKey.region);
  const region = app.regions.find((one) => one.region === bare);
  return {
    name: nameOf({ description: rotation.description, masked: rotation.oldMasked }),
    region: rotation.oldKey.region === place || !region ? null : words.common.region(region),
    canDisable: region?.capabilities.disable !== "no",
  };
}

function Stopped({ rotation, place, onOpen }: WaitingProps) {
  const words = useWords();
  const { name, region, canDisable } = useNames(rotation, place);
  return (
    <Note
      tone="warning"
      icon="repeat"
      title={region ? words.rotation.openIn(name, region) : words.rotation.open(name)}
      testId={`rotation-${rotation.id}`}
      actions={
        <>
          <Button
            icon="arrowRight"
            label={`${rotation.undoing ? words.rotation.undoGoOn : words.rotation.goOn}: ${name}`}
            onPress={() => onOpen(rotation, "continue")}
          >
            {rotation.undoing ? words.rotation.undoGoOn : words.rotation.goOn}
          </Button>
          {rotation.canUndo && !rotation.undoing && (
            <Button
              look="quiet"
              icon="undo"
              label={`${words.rotation.undo} ${name}`}
              onPress={() => onOpen(rotation, "undo")}
            >
              {words.rotation.undo}
            </Button>
          )}
        </>
      }
    >
      <p>
        {rotation.undoing
          ? words.rotation.undoBegun
          : words.rotation.stopped(stepsDone(rotation), stepCount(canDisable))}
      </p>
      {rotation.failure && <p>{wordsFor(words.failures, rotation.failure).why}</p>}
    </Note>
  );
}

function Due({ rotation, place, onOpen, onLater }: WaitingProps & { onLater: (id: string) => void }) {
  const words = useWords();
  const toasts = useToasts();
  const { name, region } = useNames(rotation, place);
  const days = daysSince(rotation, Date.now());
  return (
    <Note
      tone="warning"
      icon="hourglass"
      title={region ? words.rotation.dueIn(name, region, days) : words.rotation.due(name, days)}
      testId={`rotation-${rotation.id}`}
      actions={
        <>
          <Button
            icon="trash"
            label={`${words.rotation.dueDelete} ${name}`}
            onPress={() => onOpen(rotation, "delete")}
          >
            {words.rotation.dueDelete}
          </Button>
          <Button
            look="quiet"
            label={`${words.rotation.later}: ${name}`}
            onPress={() => {
              onLater(rotation.id);
              toasts.say(words.rotation.laterSaid);
            }}
          >
            {words.rotation.later}
          </Button>
        </>
      }
    >
      {waitsEnabled(rotation)
        ? words.rotation.dueBodyEnabled(rotation.oldMasked)
        : words.rotation.dueBody(rotation.oldMasked)}
    </Note>
  );
}

// Which key asks, whether unfinished tasks are followed, and when the service was last asked.

import type { ComponentChildren } from "preact";
import { Button } from "../../parts/button";
import { Check } from "../../parts/field";
import { useWords } from "../../words";
import { timeOf } from "../../words/dates";
import { FOLLOW_SECONDS } from "./use-following";

interface FollowBarProps {
  /** The choice of the key. */
  children: ComponentChildren;
  follow: boolean;
  /** All that are shown have ended. */
  ended: boolean;
  askedAt: number | null;
  busy: boolean;
  onFollow: (follow: boolean) => void;
  /** None where there is nothing to ask anew. */
  onRefresh: (() => void) | null;
}

export function FollowBar(props: FollowBarProps) {
  const words = useWords();
  const { tasks } = words;
  const { follow, ended, askedAt } = props;
  return (
    <div class="follow-bar">
      {props.children}
      <Check
        label={tasks.auto}
        hint={follow && ended ? tasks.nothingToFollow : tasks.autoHint(FOLLOW_SECONDS)}
        checked={follow}
        testId="tasks-follow"
        onChange={props.onFollow}
      />
      <div class="follow-asked">
        {askedAt !== null && (
          <span class="quiet figures" data-testid="tasks-asked">
            {tasks.asked(timeOf(askedAt, words.tag))}
          </span>
        )}
        {props.onRefresh && (
          <Button icon="rotateCcw" busy={props.busy} onPress={props.onRefresh}>
            {tasks.refresh}
          </Button>
        )}
      </div>
    </div>
  );
}

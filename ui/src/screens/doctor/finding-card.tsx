// One thing that is wrong: what, where, and the one thing to do about it.

import type { ComponentChildren } from "preact";
import { Button } from "../../parts/button";
import { Icon, type IconName } from "../../parts/icon";
import { CopyRow } from "../../parts/text";
import { useApp } from "../../state/app-context";
import type { DiagnoseRequest, FindingView } from "../../wire";
import { useWords, type Words } from "../../words";
import { wordsFor } from "../../words/failures";

type Kind = FindingView["kind"];

/** How much it matters: it stops every program, those of one place, or it only could not be seen. */
const GRAVITY: Record<Kind, "danger" | "warning" | "info"> = {
  keyRefused: "danger",
  anotherWins: "danger",
  otherKey: "danger",
  wrongRegionHost: "danger",
  wrongPlanHost: "danger",
  temporaryOnly: "danger",
  notSet: "warning",
  settingsNotRead: "warning",
  startedBefore: "warning",
  sudoDropsIt: "warning",
  unitWithout: "warning",
  notLookedAt: "info",
};

const ICONS = {
  danger: "triangleAlert",
  warning: "triangleAlert",
  info: "info",
} as const satisfies Record<string, IconName>;

/** The service answered that the key may not: anything else says only that it could not be asked. */
const REFUSALS = new Set(["keyRefused", "addressNotAllowed", "keyNotFound"]);

interface FindingCardProps {
  finding: FindingView;
  request: DiagnoseRequest;
  onSet: (commentOut: string[]) => void;
  onLookAgain: () => void;
}

export function FindingCard(props: FindingCardProps) {
  const words = useWords();
  const { finding } = props;
  const unasked = finding.kind === "keyRefused" && !REFUSALS.has(finding.failure.code);
  const gravity = unasked ? "info" : GRAVITY[finding.kind];
  const { title, body } = said(finding, words);
  return (
    <article class={`card finding finding-${gravity}`} data-testid={`finding-${finding.kind}`}>
      <Icon name={ICONS[gravity]} />
      <div class="finding-text">
        <h3>{title}</h3>
        <p>{body}</p>
        <WayOn {...props} unasked={unasked} />
      </div>
    </article>
  );
}

function said(finding: FindingView, words: Words): { title: string; body: ComponentChildren } {
  const { findings } = words.doctor;
  switch (finding.kind) {
    case "keyRefused": {
      const { what, why, next } = wordsFor(words.failures, finding.failure);
      return { title: what, body: `${why} ${next}` };
    }
    case "temporaryOnly":
      return findings.temporaryOnly(finding);
    case "notSet":
      return findings.notSet(finding);
    case "startedBefore":
      return findings.startedBefore(finding);
    case "unitWithout":
      return findings.unitWithout(finding);
    case "sudoDropsIt":
      return findings.sudoDropsIt(finding);
    case "anotherWins":
      return findings.anotherWins(finding);
    case "otherKey":
      return findings.otherKey(finding);
    case "wrongRegionHost":
      return findings.wrongRegionHost(finding);
    case "wrongPlanHost":
      return findings.wrongPlanHost(finding);
    case "settingsNotRead": {
      const { tools } = words;
      const { tool, place, line, what } = finding;
      return {
        title: tools.notRead(tool),
        body: tools.obstacle(tool, tools.obstacles[what], `${place}:${line}`),
      };
    }
    case "notLookedAt":
      return findings.notLookedAt(finding);
  }
}

/** One button, or one line to copy. */
function WayOn({ finding, request, unasked, onSet, onLookAgain }: FindingCardProps & { unasked: boolean }) {
  const { doctor } = useWords();
  const { goTo } = useApp();
  const lookAgain = (
    <Button icon="rotateCcw" onPress={onLookAgain}>
      {doctor.lookAgain}
    </Button>
  );
  const setVariable = (
    <Button icon="terminal" testId="finding-set" onPress={() => onSet([])}>
      {doctor.setVariable(request.variable)}
    </Button>
  );
  switch (finding.kind) {
    case "keyRefused":
      return unasked ? (
        lookAgain
      ) : (
        <Button icon="keyRound" onPress={() => goTo("keys")}>
          {doctor.toKeys}
        </Button>
      );
    case "temporaryOnly":
    case "notSet":
      return setVariable;
    case "anotherWins":
    case "otherKey": {
      const { lineId, scope, place } = finding.source;
      if (lineId)
        return (
          <Button icon="pencil" testId="finding-comment-out" onPress={() => onSet([lineId])}>
            {doctor.commentOut}
          </Button>
        );
      const canSet = finding.kind === "otherKey" && ["bash", "zsh", "fish", "desktop"].includes(scope);
      return canSet ? setVariable : <CopyRow label={doctor.file} value={place} />;
    }
    case "wrongRegionHost":
    case "wrongPlanHost":
      return <CopyRow label={doctor.setting} value={`${finding.setting}=${finding.expected}`} />;
    case "unitWithout":
      return finding.line === null ? setVariable : <CopyRow label={doctor.lineToAdd} value={finding.line} />;
    case "settingsNotRead":
      return <CopyRow label={doctor.file} value={finding.place} />;
    case "sudoDropsIt":
      return <CopyRow label={doctor.command} value={finding.line} />;
    case "startedBefore":
    case "notLookedAt":
      return lookAgain;
  }
}

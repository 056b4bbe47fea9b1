// What fresh programs found, one line each.

import type { VerificationStatus, VerificationView } from "../wire";
import { useWords, type Words } from "../words";
import { Icon, type IconName } from "./icon";

const ICONS: Record<VerificationStatus, IconName> = {
  seen: "circleCheck",
  afterLogin: "info",
  other: "triangleAlert",
  notSeen: "triangleAlert",
  failed: "triangleAlert",
  timedOut: "triangleAlert",
  ignored: "triangleAlert",
};

/** Nothing is wrong with it. */
export function isGood(verification: VerificationView): boolean {
  return verification.status === "seen" || verification.status === "afterLogin";
}

function ofVariable({ variable, status }: VerificationView, words: Words): string {
  return status === "seen"
    ? words.variable.finds(variable)
    : `${variable}: ${words.variable.statuses[status]}`;
}

export function Verifications({ all, label }: { all: VerificationView[]; label: string }) {
  const words = useWords();
  // A key and its host are two variables.
  const isPair = new Set(all.map(({ variable }) => variable)).size > 1;
  return (
    <ul class="verifications" aria-label={label}>
      {all.map((one) => (
        <li
          key={`${one.destination}${one.program}${one.variable}`}
          class={isGood(one) ? `verification-${one.status}` : "verification-wrong"}
          data-testid={`verification-${one.destination ?? "tool"}`}
        >
          <Icon name={ICONS[one.status]} />
          <span>
            <strong>{one.destination ? words.variable.destinations[one.destination] : one.program}</strong>{" "}
            {isPair
              ? ofVariable(one, words)
              : (one.destination ? words.variable : words.tools).statuses[one.status]}
            {one.obstacle && (
              <> ({words.tools.hasObstacle(words.tools.obstacles[one.obstacle.kind], one.obstacle.place)})</>
            )}
            {one.status === "other" && one.foundMasked && (
              <>
                {" "}
                (<span class="masked mono">{words.variable.found(one.foundMasked)}</span>)
              </>
            )}
          </span>
          {one.destination && one.program && one.status !== "afterLogin" && (
            <span class="quiet figures verification-program">
              {one.program} · {words.common.milliseconds(one.millis)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

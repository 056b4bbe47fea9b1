// What is to know about the list: why it is not of now, that there is no connection, and that the limit is near.

import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { FailureNote, Note } from "../../parts/note";
import { isHere } from "../../place";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { useAction } from "../../state/use-action";
import { isUnreachable } from "../../state/use-regions";
import type { Failure, KeyList, RegionView } from "../../wire";
import { useWords } from "../../words";
import { seenTime } from "../../words/dates";
import { wordsFor } from "../../words/failures";
import { leftOf } from "./arrange";
import type { KeyListing } from "./use-key-list";

/** What a region was asked for: keys, workspaces, costs. */
interface Listing extends Pick<KeyListing, "failure" | "refreshing" | "reload"> {
  list: { seenAt: number | null } | null;
}

/** Why the list is not of now, or not there. */
export function ListFailure({ region, listing }: { region: RegionView; listing: Listing }) {
  const words = useWords();
  const { list, failure } = listing;
  if (!failure) return null;
  if (isHere(region)) return <FailureNote failure={failure} onRetry={listing.reload} />;
  const seen = list && list.seenAt !== null && seenTime(list.seenAt, words.tag);
  const again = (
    <Button icon="refreshCw" busy={listing.refreshing} onPress={listing.reload}>
      {words.common.tryAgain}
    </Button>
  );

  if (isUnreachable(failure)) {
    return (
      <Note icon="cloudOff" title={words.clouds.offlineTitle} role="status" testId="offline" actions={again}>
        {seen ? words.clouds.offlineSeen(seen) : words.clouds.offlineNothing}
      </Note>
    );
  }
  const { what, why, next } = wordsFor(words.failures, failure);
  return (
    <Note
      tone="warning"
      title={what}
      role="status"
      testId={`failure-${failure.code}`}
      actions={<WayOn failure={failure} region={region} otherwise={again} />}
    >
      <p>{why}</p>
      <p>{next}</p>
      {seen && <p>{words.clouds.stale(seen)}</p>}
    </Note>
  );
}

interface WayOnProps {
  failure: Failure;
  region: RegionView;
  otherwise: preact.ComponentChild;
}

/** The one button that leads on: to the account, to the console, or to another try. */
function WayOn({ failure, region, otherwise }: WayOnProps) {
  const words = useWords();
  const core = useCore();
  const { goTo } = useApp();
  const opening = useAction();
  switch (failure.code) {
    case "accessKeyUnknown":
    case "accessKeyInactive":
    case "accessKeySecretWrong":
    case "accessKeyRefused":
    case "accountSecretMissing":
    case "credentialsExpired":
    case "notTrusted":
      return (
        <Button icon="circleUser" onPress={() => goTo("settings", { kind: "accounts", policy: false })}>
          {words.accounts.title}
        </Button>
      );
    case "permissionMissing":
      return (
        <Button icon="shieldCheck" onPress={() => goTo("settings", { kind: "accounts", policy: true })}>
          {words.accounts.showPolicy}
        </Button>
      );
    case "regionNotActivated":
      return (
        <>
          <Button
            icon="externalLink"
            busy={opening.busy}
            onPress={() =>
              opening.run(
                () => core.openConsole(region.id),
                () => undefined,
              )
            }
          >
            {words.region.console}
          </Button>
          {opening.failure && <FailureNote failure={opening.failure} />}
        </>
      );
    default:
      return <>{otherwise}</>;
  }
}

/** Why workspaces are missing from a list that is there. */
export function WorkspacesNote({ region, list }: { region: RegionView; list: KeyList }) {
  const words = useWords();
  const failure = list.workspacesFailure;
  if (!failure) return null;
  const { why, next } = wordsFor(words.failures, failure);
  return (
    <Note
      icon="info"
      title={words.clouds.workspacesMissing}
      role="status"
      testId="workspaces-missing"
      actions={<WayOn failure={failure} region={region} otherwise={null} />}
    >
      <p>{words.clouds.workspacesMissingHint}</p>
      <p>
        {why} {next}
      </p>
    </Note>
  );
}

/** The limit, before it hurts. */
export function QuotaNote({ region, list }: { region: RegionView; list: KeyList }) {
  const words = useWords();
  const left = leftOf(list.quota);
  if (left === null || !list.quota) return null;
  const { limit } = list.quota;
  return (
    <p
      class={left === 0 ? "toolbar-note" : "toolbar-note toolbar-note-warning"}
      id={left === 0 ? "quota-full" : "quota-near"}
    >
      <Icon name="info" size={14} />
      <span>
        {left === 0 ? words.keys.quotaFull : words.clouds.quotaNear(left, limit)}{" "}
        {region.capabilities.ownerAccount && words.clouds.quotaOwner(limit)}
      </span>
    </p>
  );
}

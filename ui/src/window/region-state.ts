// How a region stands, in a few words: for the switcher, where all regions are read side by side.

import { isHere } from "../place";
import { isUnreachable, type Regions } from "../state/use-regions";
import type { Failure, RegionView } from "../wire";
import type { Words } from "../words";
import { seenTime } from "../words/dates";
import { wordsFor } from "../words/failures";

export interface RegionState {
  text: string;
  tone: "ready" | "quiet" | "warning" | "danger";
  /** Keys there are, as far as was seen. */
  keys: number | null;
}

/** In a few words; `whole` says why where a region could not be asked. */
export function regionState(region: RegionView, regions: Regions, words: Words, whole: boolean): RegionState {
  if (region.state.kind === "stopped") return { text: words.frame.regionStopped, tone: "danger", keys: null };
  if (region.state.kind === "needsAccount")
    return { text: words.frame.regionNeedsAccount, tone: "quiet", keys: null };
  if (isHere(region)) return { text: words.frame.regionReady, tone: "ready", keys: null };

  const { failure, lastSeen, refreshing } = regions.newsOf(region);
  const keys = lastSeen?.keys ?? null;
  const at = lastSeen && seenTime(lastSeen.at, words.tag);
  const seen = at && words.clouds.seen(at);
  if (isUnreachable(failure)) return { text: join(words.clouds.offline, seen), tone: "quiet", keys };
  if (failure) {
    const why = whole ? withoutRequest(wordsFor(words.failures, failure).why, failure) : words.clouds.failing;
    return { text: whole ? why : join(why, seen), tone: "warning", keys };
  }
  if (at) return { text: words.clouds.seenAt(at), tone: "ready", keys };
  return { text: refreshing ? words.clouds.asking : words.clouds.never, tone: "quiet", keys };
}

function join(first: string, second: string | null): string {
  return second ? `${first} · ${second}` : first;
}

/** The request's id is told where the failure is told whole. */
function withoutRequest(why: string, failure: Failure): string {
  const at = "requestId" in failure && failure.requestId ? why.indexOf(failure.requestId) : -1;
  if (at < 0) return why;
  const from = Math.max(why.lastIndexOf("(", at), why.lastIndexOf("（", at));
  const to = why.slice(at).search(/[)）]/);
  return from < 0 || to < 0 ? why : why.slice(0, from).trimEnd() + why.slice(at + to + 1);
}

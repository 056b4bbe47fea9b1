// A pasted key on its way into the keyring: what was chosen for it, and what follows from that. The value is not here: the
// program holds it.

import { bareRegion } from "../../place";
import type {
  AskHostsRequest,
  HostAnswerView,
  KeepPastedRequest,
  PastedKeyView,
  PastedMatchView,
  PlanView,
  RegionView,
} from "../../wire";

export interface Draft {
  /** The key of a list that it is, by `matchName`; `null` for none of them. */
  match: string | null;
  /** Workspace ids that were typed, by bare region. */
  workspaces: Record<string, string>;
  answers: HostAnswerView[] | null;
  /** What the user chose; else it follows from the rest. */
  place: string | null;
  origin: string | null;
  description: string;
}

/** A host that the key could be used with. */
export interface HostOption {
  origin: string;
  plan: PlanView;
  accepted: boolean;
}

export function matchName(match: PastedMatchView): string {
  return `${match.region}/${match.apiKeyId}`;
}

/** With one match, it is that one until the user says otherwise. */
export function draftOf(pasted: PastedKeyView): Draft {
  const [only, another] = pasted.matches;
  return {
    match: only && !another ? matchName(only) : null,
    workspaces: {},
    answers: null,
    place: null,
    origin: null,
    description: "",
  };
}

export function matchOf(pasted: PastedKeyView, draft: Draft): PastedMatchView | null {
  return pasted.matches.find((one) => matchName(one) === draft.match) ?? null;
}

/** The host knows the key, even where it does not let it in from here. */
function knowsIt({ models, failure }: HostAnswerView): boolean {
  if (models !== null || failure?.code === "addressNotAllowed") return true;
  return failure?.code === "keyRefused" && failure.cause.kind === "disabled";
}

/** Regions whose hosts are the workspaces' own: a workspace must be named to ask there. */
export function workspaceRegions(pasted: PastedKeyView): string[] {
  return [...new Set(pasted.candidates.filter((one) => one.origin === null).map((one) => one.region))];
}

export function askRequest(pasted: PastedKeyView, draft: Draft): AskHostsRequest {
  const workspaces = workspaceRegions(pasted)
    .map((region) => ({ region, workspaceId: draft.workspaces[region]?.trim() ?? "" }))
    .filter((one) => one.workspaceId !== "");
  return { id: pasted.id, workspaces };
}

/** How many hosts would be asked. */
export function hostsToAsk(pasted: PastedKeyView, draft: Draft): number {
  const shared = new Set(pasted.candidates.flatMap((one) => one.origin ?? []));
  return shared.size + askRequest(pasted, draft).workspaces.length;
}

/** Asking can tell something. A key of This computer is another server's only where an address was set that leads to one. */
export function hasChoice(pasted: PastedKeyView): boolean {
  return pasted.candidates.length > 1;
}

/** The places that it could be kept in. */
export function placesFor(pasted: PastedKeyView, regions: RegionView[]): RegionView[] {
  const bare = new Set(pasted.candidates.map((one) => one.region));
  return regions.filter((one) => bare.has(one.region));
}

/** Where it would be kept: where its list has it, where it was chosen, where a host knows it, or where the user is. */
export function placeOfDraft(
  pasted: PastedKeyView,
  draft: Draft,
  regions: RegionView[],
  shown: RegionView,
): string | null {
  const match = matchOf(pasted, draft);
  if (match) return match.region;
  if (draft.place !== null) return draft.place;
  const places = placesFor(pasted, regions);
  const known = draft.answers?.find(knowsIt)?.region;
  const found = known ? places.find((one) => one.region === known) : undefined;
  return (found ?? places.find((one) => one.id === shown.id) ?? places[0])?.id ?? null;
}

/** The hosts of a place, the ones that know the key first. */
export function hostsFor(pasted: PastedKeyView, draft: Draft, place: string): HostOption[] {
  const region = bareRegion(place);
  const answers = (draft.answers ?? []).filter((one) => one.region === region);
  const hosts: HostOption[] = [
    ...answers
      .filter(knowsIt)
      .map(({ origin, plan, models }) => ({ origin, plan, accepted: models !== null })),
    ...pasted.candidates.flatMap(({ origin, plan, ...one }) =>
      origin !== null && one.region === region ? [{ origin, plan, accepted: false }] : [],
    ),
  ];
  return hosts.filter((one, index) => hosts.findIndex(({ origin }) => origin === one.origin) === index);
}

export function hostOfDraft(pasted: PastedKeyView, draft: Draft, place: string): HostOption | null {
  const hosts = hostsFor(pasted, draft, place);
  return hosts.find((one) => one.origin === draft.origin) ?? hosts[0] ?? null;
}

export function keepRequest(pasted: PastedKeyView, draft: Draft, place: string): KeepPastedRequest {
  const match = matchOf(pasted, draft);
  const host = match ? null : hostOfDraft(pasted, draft, place);
  const anyPlan: PlanView = pasted.kind === "plan" ? "codingOrToken" : "payAsYouGo";
  return {
    id: pasted.id,
    region: place,
    origin: host?.origin ?? null,
    description: match ? match.description : draft.description.trim(),
    apiKeyId: match?.apiKeyId ?? null,
    plan: host?.plan ?? anyPlan,
  };
}

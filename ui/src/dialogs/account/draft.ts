// What was typed into the account dialog. The secret and the token are not in it: they are read from the form when it is
// sent, and stay nowhere in the window.

import type {
  AccountView,
  AddAccountRequest,
  CredentialsRequest,
  EditAccountRequest,
  EndpointView,
  Failure,
  SiteView,
} from "../../wire";

export interface AccountDraft {
  site: SiteView;
  /** Where the credentials come from; `kept` only for an account that is there. */
  source: "typed" | "kept" | { found: string };
  accessKeyId: string;
  name: string;
  stsEndpoint: string;
  caFile: string;
  endpoints: EndpointView[];
}

export function draftOf(account: AccountView | null): AccountDraft {
  return {
    site: account?.site ?? "international",
    source: account ? "kept" : "typed",
    accessKeyId: "",
    name: account?.name ?? "",
    stsEndpoint: account?.stsEndpoint ?? "",
    caFile: account?.caFile ?? "",
    endpoints: account?.endpoints ?? [],
  };
}

const orNull = (text: string) => text.trim() || null;

/** The address of one region with a change in it; a region without any address is left out. */
export function withEndpoint(
  endpoints: EndpointView[],
  region: string,
  change: Partial<Pick<EndpointView, "control" | "data">>,
): EndpointView[] {
  const before = endpoints.find((one) => one.region === region) ?? { region, control: null, data: null };
  const after = { ...before, ...change };
  const others = endpoints.filter((one) => one.region !== region);
  return after.control || after.data ? [...others, after] : others;
}

/** The credentials, with what only the form holds. `null` where those that are there stay. */
function credentialsOf(draft: AccountDraft, form: HTMLFormElement): CredentialsRequest | null {
  if (draft.source === "kept") return null;
  if (draft.source !== "typed") return { kind: "found", id: draft.source.found };
  const typed = new FormData(form);
  return {
    kind: "typed",
    accessKeyId: draft.accessKeyId.trim(),
    accessKeySecret: String(typed.get("secret") ?? "").trim(),
    securityToken: orNull(String(typed.get("token") ?? "")),
  };
}

function settingsOf(draft: AccountDraft) {
  return {
    name: draft.name.trim(),
    stsEndpoint: orNull(draft.stsEndpoint),
    caFile: orNull(draft.caFile),
    endpoints: draft.endpoints,
  };
}

export function addRequest(draft: AccountDraft, form: HTMLFormElement): AddAccountRequest | null {
  const credentials = credentialsOf(draft, form);
  return credentials && { ...settingsOf(draft), site: draft.site, credentials };
}

export function editRequest(id: string, draft: AccountDraft, form: HTMLFormElement): EditAccountRequest {
  return { ...settingsOf(draft), id, credentials: credentialsOf(draft, form) };
}

/** The field that a failure is about; `null` for one that no field can mend. */
export function fieldOf(
  failure: Failure | null,
): "id" | "secret" | "token" | "name" | "ca" | "endpoint" | null {
  switch (failure?.code) {
    case "credentialsInvalid":
      if (failure.problem === "secretEmpty" || failure.problem === "secretShape") return "secret";
      return failure.problem === "tokenMissing" || failure.problem === "tokenNotNeeded" ? "token" : "id";
    case "accessKeyUnknown":
      return "id";
    case "accessKeySecretWrong":
      return "secret";
    case "accountNameEmpty":
    case "accountNameTaken":
      return "name";
    case "caFileUnusable":
      return "ca";
    case "endpointInvalid":
      return "endpoint";
    default:
      return null;
  }
}

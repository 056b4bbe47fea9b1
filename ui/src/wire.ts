// What crosses between the program and its window. Made from the Rust types in crates/actions/src by `cargo xtask wire`:
// change those, not this.

/** The service's answer to "who am I". */
export type AccountCheckView = {
  /** The account, with its identity as it is now. */
  account: AccountView,
  /** How long the answer took. */
  millis: number,
};

/** A cloud account that this program works with. Its secret is in the keyring and never crosses. */
export type AccountView = {
  /** Its id on this computer. */
  id: string,
  /** What the user calls it. */
  name: string,
  /** The side of the platform that it belongs to. */
  site: SiteView,
  /** What it signs with. */
  kind: CredentialKindView,
  /** The AccessKey id; not a secret. */
  accessKeyId: string,
  /** Who it is, as the service said when it was last asked; none if it never answered. */
  identity: IdentityView | null,
  /** When the service was last asked, in milliseconds since 1970. */
  checkedAt: number | null,
  /** When temporary credentials end, where that is known. */
  expiresAt: number | null,
  /** Another address of the service that says who it is (STS). */
  stsEndpoint: string | null,
  /** A file with a certificate authority that is trusted besides the system's. */
  caFile: string | null,
  /** Own addresses, for the regions that have any. */
  endpoints: Array<EndpointView>,
};

/** An account to add. */
export type AddAccountRequest = {
  /** What the user calls it; empty for a name made from the identity. */
  name: string,
  /** The side of the platform. */
  site: SiteView,
  /** What it signs with. */
  credentials: CredentialsRequest,
  /** Another address of STS. */
  stsEndpoint: string | null,
  /** A certificate authority of its own. */
  caFile: string | null,
  /** Own addresses of regions. */
  endpoints: Array<EndpointView>,
};

/** What one service said for one family. */
export type AddressAnswerView = {
  /** The service, as the preferences name it; empty for This computer, where nothing is asked. */
  source: string,
  /** The family it was asked over. */
  family: FamilyView,
  /** The address it saw. */
  address: string | null,
  /** When, in milliseconds since 1970. */
  at: number,
  /** Why there is no address. */
  failure: EchoFailureView | null,
};

/** What an address is for that does not belong to anybody on the internet. */
export type AddressClassView = "private" | "loopback" | "linkLocal" | "carrierNat" | "documentation" | "multicast" | "unspecified" | "reserved";

/** How many addresses, in decimal digits: those of IPv6 do not fit a number. Their sum would mean nothing. */
export type AddressCountsView = {
  /** Of IPv4. */
  ipv4: string,
  /** Of IPv6. */
  ipv6: string,
};

/** What changes about who is let in. */
export type AddressDifferenceView = {
  /** Entries that are new. */
  added: Array<string>,
  /** Entries that go. */
  removed: Array<string>,
  /** Addresses that are let in then and are not now. */
  gained: AddressCountsView,
  /** Addresses that are let in now and are not then. */
  lost: AddressCountsView,
  /** Who is let in now. */
  before: LetInView,
  /** Who is let in then. */
  after: LetInView,
};

/** A group to be kept. */
export type AddressGroupRequest = {
  /** The group that is changed; none for a new one. */
  id: string | null,
  /** What to call it; at most 60 characters, no two the same. */
  name: string,
  /** Addresses, blocks and ranges, in any form that the editor reads. */
  addresses: string,
};

/** A named group of addresses, kept on this computer: "Office", "Home". */
export type AddressGroupView = {
  /** Names it. */
  id: string,
  /** What the user calls it. */
  name: string,
  /** Its addresses and blocks. */
  entries: Array<string>,
  /** Keys whose allowlist was last saved with this group in it. */
  usedBy: Array<KeyRef>,
  /** Those of them that still have the addresses of an earlier version of it. */
  outdated: Array<KeyRef>,
};

/** What is wrong with an entry, one variant a sentence. Texts in it are cut, and what looks like a key is masked. */
export type AddressProblemView =
  | { "code": "empty" }
  | { "code": "tooLong", length: number, limit: number, }
  | { "code": "looksLikeKey", masked: string, }
  | { "code": "several" }
  | { "code": "url", host: string | null, }
  | { "code": "hostName", name: string, }
  | { "code": "port", address: string, }
  | { "code": "brackets", address: string, }
  | { "code": "fullWidth", character: string, meant: string | null, }
  | { "code": "strangeCharacter", character: string, codePoint: string, }
  | { "code": "tooFewParts", parts: number, }
  | { "code": "tooManyParts", parts: number, }
  | { "code": "emptyPart", position: number, }
  | { "code": "partTooLarge", position: number, part: string, }
  | { "code": "leadingZero", position: number, part: string, decimal: string | null, octal: string | null, }
  | { "code": "wildcard", block: string | null, }
  | { "code": "twoGaps" }
  | { "code": "groups", groups: number, }
  | { "code": "group", group: string, }
  | { "code": "zone", address: string, zone: string, }
  | { "code": "prefixTooLong", prefix: string, limit: number, }
  | { "code": "prefixUnreadable", prefix: string, }
  | { "code": "netmask", mask: string, prefix: number, block: string, }
  | { "code": "notANetmask", mask: string, }
  | { "code": "hostBits", address: string, block: string, }
  | { "code": "rangeBackwards", first: string, last: string, }
  | { "code": "rangeAcrossFamilies", first: string, last: string, }
  | { "code": "rangeOpen" }
  | { "code": "rangeShort", meant: string | null, }
  | { "code": "rangeOfBlocks" }
  | { "code": "rangeNotTaken", first: string, last: string, }
  | { "code": "tooManyEntries", limit: number, }
  | { "code": "notAnAddress" }
  | { "code": "notOneAddress" }
  | { "code": "notOfTheInternet", class: AddressClassView, block: string, }
  | { "code": "ipv6NotTaken" };

/** One entry of the box. */
export type AllowlistEntryView = {
  /** Its line, from 1; a line may hold several. */
  line: number,
  /** As it was typed; cut where it is long, masked where it is a key. */
  text: string,
  /** What it is. */
  state: EntryStateView,
};

/** What the box says. */
export type AllowlistView = {
  /** What was typed, entry by entry, in order. */
  entries: Array<AllowlistEntryView>,
  /** The list as the service would be sent it: what can be read, ranges as blocks, each once. Good for `would_allow`. */
  sends: Array<string>,
  /** How many those are. */
  used: number,
  /** How many the service takes. */
  limit: number,
  /** Whether the list is as good as none. */
  anyone: AnyoneView,
  /** How many addresses it lets in. */
  addresses: AddressCountsView,
  /** The fewest entries that say the same, if those are fewer. Merged only if the user asks. */
  merged: Array<string> | null,
  /** What a picture of it is drawn from. */
  coverage: CoverageView,
  /** It can be saved: not empty, not too long, and nothing left to decide or to correct. */
  sendable: boolean,
};

/** Whether a list is as good as none. */
export type AnyoneView = "nobody" | "some" | "ipv4" | "ipv6" | "both";

/** Everything the window needs to draw its frame. */
export type AppView = {
  /** The program's version. */
  version: string,
  /** Which system this is; it decides words such as "Keychain". */
  platform: PlatformView,
  /** The seven regions in the order of the switcher; This computer first, the others of the account worked with. */
  regions: Array<RegionView>,
  /** The accounts that were added, oldest first. */
  accounts: Array<AccountView>,
  /** Where secrets rest. */
  secretStore: SecretStoreView,
  /** What the user chose. */
  preferences: PreferencesView,
  /** The services that "Add my address" asks unless the user names others. */
  usualEchoServices: [string, string],
  /** Keys that may have been lost when the program was interrupted. */
  attention: Array<AttentionView>,
  /** The folder with what is known about keys (no secrets), the journal and backups. */
  dataFolder: string,
};

/** The hosts to ask. */
export type AskHostsRequest = {
  /** The pasted key. */
  id: string,
  /** Workspaces to ask in regions that have no host for all of them. */
  workspaces: Array<AskWorkspaceRequest>,
};

/** A workspace whose host is asked. */
export type AskWorkspaceRequest = {
  /** The region's bare id. */
  region: string,
  /** The workspace's id, as the console shows it. */
  workspaceId: string,
};

/** What was interrupted. */
export type AttentionKind = "createdNotKept" | "resetNotKept" | "unknown";

/** A key whose value may be lost because the program ended between the service's answer and the keyring. */
export type AttentionView = {
  /** Names it to `dismiss_attention`. */
  id: string,
  /** What had been started. */
  kind: AttentionKind,
  /** The region of the key. */
  region: string,
  /** The key, where the service has one that fits; none while the service cannot be asked. */
  apiKeyId: string | null,
  /** Its masked value, if known. */
  masked: string | null,
  /** The description it was to have. */
  description: string,
  /** When it was started, in milliseconds since 1970. */
  startedAt: number,
};

/** Which address of a host a program speaks to. */
export type BaseUrlForm = "openai" | "anthropic" | "native";

/** A base URL to set together with a key. */
export type BaseUrlRequest = {
  /** The variable: `OPENAI_BASE_URL`. */
  variable: string,
  /** One of the key's hosts. */
  origin: string,
  /** Which of its three addresses. */
  form: BaseUrlForm,
};

/** The three addresses of one host. */
export type BaseUrlsView = {
  /** For OpenAI-compatible programs: `…/compatible-mode/v1`. */
  openai: string,
  /** For the DashScope SDK: `…/api/v1`. */
  native: string,
  /** For Anthropic-compatible programs: `…/apps/anthropic`. */
  anthropic: string,
};

/** One call of several that failed. */
export type BatchFailureView = {
  /** The models that it carried. */
  models: Array<string>,
  /** Why. */
  failure: Failure,
};

/** What became of a change that goes to the service in several calls. */
export type BatchOutcomeView = {
  /** Models whose change was taken. */
  done: Array<string>,
  /** Models whose change was not, by the call that carried them. */
  failed: Array<BatchFailureView>,
};

/** How an answer comes. */
export type CallMode = "whole" | "streamed" | "task";

/** How far a call is. */
export type CallStateView =
  | { "kind": "fetchingPublicKey" }
  | { "kind": "waiting" }
  | { "kind": "done" }
  | { "kind": "stopped" }
  | { "kind": "failed", failure: Failure, };

/** Tokens that a call took. */
export type CallUsageView = {
  /** Of the question. */
  inputTokens: number,
  /** Of the answer. */
  outputTokens: number,
};

/** A call, as far as it is. */
export type CallView = {
  /** Names it. */
  id: string,
  /** How far it is. */
  state: CallStateView,
  /** What the user means: the body before encryption. */
  meant: string,
  /** What leaves this computer; none until it is known. Nothing leaves unencrypted if encryption was asked for. */
  sent: SentView | null,
  /** What came back, as it was on the wire; long texts are cut. */
  received: string,
  /** The answer, decrypted; grows while it is streamed. */
  answer: string,
  /** Pieces that came. */
  pieces: number,
  /** Tokens that the service counted; none until it says. */
  usage: CallUsageView | null,
  /** To quote to support. */
  requestId: string,
  /** The task that was created, for `CallMode::Task`. */
  taskId: string | null,
  /** How long it took, so far. */
  millis: number,
};

/** A host that a pasted key could belong to. */
export type CandidateHostView = {
  /** The region's bare id. */
  region: string,
  /** Its host; none for a region whose hosts are the workspaces' own: then the workspace must be named. */
  origin: string | null,
  /** The plan that the host belongs to. */
  plan: PlanView,
};

/** What a region can do. */
export type CapabilitiesView = {
  /** A key may have an IP allowlist and a model scope. */
  customPermission: SupportView,
  /** The allowlist takes IPv6. */
  ipv6: SupportView,
  /** Keys can be disabled and enabled. */
  disable: SupportView,
  /** Keys can be reset. */
  reset: SupportView,
  /** The platform has an API for keys there. */
  controlPlane: SupportView,
  /** Temporary keys can be made. */
  temporaryKeys: SupportView,
  /** Calls can be encrypted. */
  payloadEncryption: SupportView,
  /** A key belongs to the account that made it, and the quota is counted for each. */
  ownerAccount: boolean,
  /** Keys there may be, for each account and region (in Virginia for each owner); none where it is not stated. */
  quota: number | null,
};

/** What became of a change. */
export type ChangeState = "active" | "replaced" | "undone" | "unfinished";

/** Something this program changed on this computer. */
export type ChangeView = {
  /** Names it to `undo_change`. */
  id: string,
  /** When, in milliseconds since 1970. */
  at: number,
  /** The variable; empty for a tool. */
  variable: string,
  /** The tool whose settings were written; none for a variable. */
  tool: ToolId | null,
  /** The key that it was set to. */
  key: KeyRef,
  /** Its masked value at that time. */
  masked: string,
  /** The keyring is asked for the key whenever it is needed: no file holds it. */
  asksKeyring: boolean,
  /** What was set together with it. */
  companions: Array<CompanionView>,
  /** What became of it. */
  state: ChangeState,
  /** The files. */
  files: Array<ChangedFileView>,
  /** What fresh programs said when it was made or last checked. */
  verifications: Array<VerificationView>,
};

/** A file of a change. */
export type ChangedFileView = {
  /** The file. */
  path: string,
  /** What was done to it. */
  action: WriteAction,
  /** The copy from before, if there was a file. */
  backup: string | null,
};

/** Something that was looked at and found in order. */
export type CheckedPlaceView = {
  /** What was looked at. */
  what: CheckedWhatView,
  /** How many of them. */
  count: number,
};

/** The answer to one call with the key. */
export type CheckedView = {
  /** How long it took. */
  millis: number,
  /** How many models the service listed. */
  models: number,
};

/** What the doctor looks at. */
export type CheckedWhatView = "shells" | "programs" | "units" | "files" | "tools" | "key";

/** The host that a key is to be used with from now on. */
export type ChooseHostRequest = {
  /** The key. */
  key: KeyRef,
  /** One of its hosts' origins. */
  origin: string,
};

/** An entry in a closer look. */
export type CloseUpPartView = {
  /** The entry. */
  entry: string,
  /** Where it begins, from 0 to 1. */
  start: number,
  /** Where it ends. */
  end: number,
};

/** A block that holds all the entries of a family. */
export type CloseUpView = {
  /** The block. */
  block: string,
  /** The entries as parts of the block, in the order of the addresses. They may lie in each other. */
  parts: Array<CloseUpPartView>,
};

/** Another variable that goes with a key. */
export type CompanionView = {
  /** The variable. */
  name: string,
  /** What it is set to. */
  text: string,
};

/** A secret is on the clipboard. */
export type CopiedView = {
  /** Seconds until it is cleared if it is still there; none for never. */
  clearsInSeconds: number | null,
};

/** What is to be copied. */
export type CopySnippetRequest = {
  /** The temporary key. */
  id: string,
  /** The language. */
  language: SnippetLanguage,
};

/** Lines to copy, with the key in them. */
export type CopyVariableLinesRequest = {
  /** The key. */
  key: KeyRef,
  /** The variable. */
  variable: string,
  /** Whose. */
  shell: LineShell,
  /** For how long. */
  scope: LineScope,
};

/** What one group cost in one step of time. */
export type CostAmountView = {
  /** The group's key. */
  key: string,
  /** As the service wrote it. */
  amount: string,
};

/** By what costs are told apart. */
export type CostGroup = "workspace" | "apiKey" | "model";

/** What a group stands for. */
export type CostGroupKindView = "one" | "none" | "others";

/** The amount of one workspace, key or model. */
export type CostGroupView = {
  /** The service's name for it, such as a key's id. */
  key: string,
  /** What it is called: a workspace's name, a key's description, a model. */
  name: string,
  /** What kind of group it is. */
  kind: CostGroupKindView,
  /** As the service wrote it. */
  amount: string,
};

/** One step of time. */
export type CostPeriodView = {
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  period: string,
  /** Everything in it. */
  total: string,
  /** By group. */
  groups: Array<CostAmountView>,
};

/** Which costs to show. */
export type CostRequest = {
  /** The place. */
  region: string,
  /** The first day, `YYYY-MM-DD`. */
  start: string,
  /** The last day, `YYYY-MM-DD`. */
  end: string,
  /** The steps between them. */
  step: CostStep,
  /** By what the amounts are told apart. */
  group: CostGroup,
  /** Costs of this workspace alone; none for all. */
  workspaceId: string | null,
};

/** The length of a step of time. */
export type CostStep = "day" | "month";

/** Costs as the service bills them: amounts are its own decimal texts, never recomputed. */
export type CostView = {
  /** Such as `CNY`. */
  currency: string,
  /** Everything, taxes included. */
  total: string,
  /** Before taxes; empty where the service does not say. */
  pretax: string,
  /** Taxes; empty where the service does not say. */
  tax: string,
  /** The groups, the dearest first; the last may be what the service folds into one. */
  groups: Array<CostGroupView>,
  /** The steps of time, oldest first. */
  periods: Array<CostPeriodView>,
  /** When the service was asked, in milliseconds since 1970. */
  seenAt: number,
};

/** What a picture of a list is drawn from. */
export type CoverageView = {
  /** The space of IPv4. */
  ipv4: FamilyCoverageView,
  /** The space of IPv6. */
  ipv6: FamilyCoverageView,
};

/** What the create dialog asks for. */
export type CreateKeyRequest = {
  /** Names this attempt: a second request with the same name gets the first one's answer, so that a double click cannot create two keys. Made by the window with `crypto.randomUUID()`. */
  attempt: string,
  /** The region. */
  region: string,
  /** The workspace; none for the default one. */
  workspaceId: string | null,
  /** At most 200 characters. */
  description: string,
  /** Who may use it. */
  permission: PermissionRequest,
};

/** A temporary key to make. */
export type CreateTemporaryKeyRequest = {
  /** The kept key that it comes from. */
  key: KeyRef,
  /** How long it is to live, 1 to 1800 seconds. */
  seconds: number,
  /** The host to ask, one of the key's. */
  origin: string,
};

/** A workspace to create. */
export type CreateWorkspaceRequest = {
  /** The place. */
  region: string,
  /** Its name, 1 to 30 characters. */
  name: string,
  /** Where its models run; none where the region leaves no choice. */
  serviceSite: string | null,
};

/** A key just created. It has no value: that is revealed or copied by its name. */
export type CreatedKeyView = {
  /** Its row. */
  key: KeyView,
  /** The addresses to use it with. */
  baseUrls: BaseUrlsView,
  /** None: it is in the keyring. Else why it is not; then this is the only chance to save it. */
  notKept: Failure | null,
};

/** What an account signs with. */
export type CredentialKindView = "accessKey" | "sts";

/** What is wrong with a typed AccessKey. */
export type CredentialProblemView = "idEmpty" | "secretEmpty" | "swapped" | "idShape" | "secretShape" | "masked" | "whiteSpace" | "tokenMissing" | "tokenNotNeeded" | "apiKey";

/** Where credentials were found. */
export type CredentialSourceView =
  | { "kind": "aliyunCli", profile: string, path: string, }
  | { "kind": "environment" };

/** Why credentials that were found cannot be used. */
export type CredentialUnusableView =
  | { "kind": "mode", mode: string, }
  | { "kind": "incomplete" }
  | { "kind": "expired" };

/** What an account is to sign with. */
export type CredentialsRequest =
  | { "kind": "typed", accessKeyId: string, accessKeySecret: string, securityToken: string | null, }
  | { "kind": "found", id: string, };

/** What to delete. */
export type DeleteKeyRequest = {
  /** The key. */
  key: KeyRef,
  /** Take its value out of the variables of this computer too. */
  undoChanges: boolean,
};

/** A place where programs look for variables. */
export type DestinationId = "bash" | "zsh" | "fish" | "desktop" | "launchAgent" | "windowsUser";

/** A place to tick. */
export type DestinationView = {
  /** Which. */
  id: DestinationId,
  /** The start-up file or folder. */
  path: string,
  /** In this plan. */
  ticked: boolean,
  /** This is the login shell. */
  isLoginShell: boolean,
  /** It holds the variable already, written by this program. */
  alreadySet: boolean,
  /** It can ask the keyring; one that cannot would hold the key in plain text. */
  canAsk: boolean,
};

/** What to look into. */
export type DiagnoseRequest = {
  /** The key that programs are to see. */
  key: KeyRef,
  /** The variable that they look for it in. */
  variable: string,
  /** Project folders that the user named: their `.env` files are read. */
  folders: Array<string>,
};

/** What was found by looking. */
export type DiagnosisView = {
  /** What is wrong, the gravest first; empty if all is well. */
  findings: Array<FindingView>,
  /** Where the variable gets a value, in the order in which one wins over the next. */
  sources: Array<SourceView>,
  /** What was looked at and found in order. */
  inOrder: Array<CheckedPlaceView>,
  /** When, in milliseconds since 1970. */
  at: number,
};

/** What becomes of a line. */
export type DiffKind = "context" | "added" | "removed";

/** A line of a diff. */
export type DiffLine = {
  /** What becomes of it. */
  kind: DiffKind,
  /** Its number in the file before (removed, context) or after (added). */
  number: number,
  /** Its text, values masked. */
  text: string,
};

/** A key was written to a file, in plain text, because the user asked. */
export type DownloadedView = {
  /** The file. */
  path: string,
};

/** Why a service named no address. */
export type EchoFailureView =
  | { "code": "unreachable" }
  | { "code": "timedOut" }
  | { "code": "status", status: number, }
  | { "code": "notAnAddress" }
  | { "code": "otherFamily", address: string, };

/** What the user changes of an account. */
export type EditAccountRequest = {
  /** Which account. */
  id: string,
  /** Its name. */
  name: string,
  /** New credentials; none to keep those it has. */
  credentials: CredentialsRequest | null,
  /** Another address of STS. */
  stsEndpoint: string | null,
  /** A certificate authority of its own. */
  caFile: string | null,
  /** Own addresses of regions: all of them. */
  endpoints: Array<EndpointView>,
};

/** What a key is to be called. */
export type EditDescriptionRequest = {
  /** The key. */
  key: KeyRef,
  /** At most 200 characters; may be empty. */
  description: string,
};

/** Own addresses of one region, for private networks. */
export type EndpointView = {
  /** The region's bare id. */
  region: string,
  /** Where keys are managed; none for `https://modelstudio.{region}.aliyuncs.com`. */
  control: string | null,
  /** Where models are called; none for the region's own hosts. */
  data: string | null,
};

/** What there is to know about an entry that is sent. */
export type EntryNoteView =
  | { "code": "anyone" }
  | { "code": "ipv6Disputed" }
  | { "code": "partlySpecial", class: AddressClassView, };

/** What an entry is. */
export type EntryStateView =
  | { "kind": "good", entries: Array<string>, addresses: string, note: EntryNoteView | null, }
  | { "kind": "hostBits", block: string, blockAddresses: string, address: string, }
  | { "kind": "covered", entries: Array<string>, addresses: string, by: string, }
  | { "kind": "repeated", entry: string, firstLine: number, }
  | { "kind": "problem", problem: AddressProblemView, };

/** The box of addresses as it stands, to be explained while it is typed in. */
export type ExplainAllowlistRequest = {
  /** The region that the list is for. */
  region: string,
  /** What is in the box: any number of lines, any common separator. */
  text: string,
};

/** A form in which a key leaves for other programs. */
export type ExportForm = "postman" | "postmanWithKey" | "dotEnv" | "curl";

/** What to export. */
export type ExportKeyRequest = {
  /** The key. */
  key: KeyRef,
  /** One of the key's hosts. */
  origin: string,
  /** The form. */
  form: ExportForm,
};

/** What stands in the way of deleting a workspace, in the service's words. */
export type FailReasonView = {
  /** The kind of thing that is still there: `ApiKey`, … */
  resourceType: string,
  /** What the service said. */
  reason: string,
};

/** What went wrong, one variant a cause that someone handles. Never holds a secret. */
export type Failure =
  | { "code": "secretStoreLocked" }
  | { "code": "secretStoreAbsent" }
  | { "code": "secretStoreRefused", detail: string, }
  | { "code": "secretMissing", apiKeyId: string, }
  | { "code": "passphraseWrong" }
  | { "code": "secretFileUnusable", path: string, reason: string, }
  | { "code": "passphraseTooShort", minimum: number, }
  | { "code": "descriptionTooLong", length: number, limit: number, }
  | { "code": "allowlistEmpty" }
  | { "code": "allowlistTooLong", count: number, limit: number, }
  | { "code": "addressInvalid", line: number, text: string, }
  | { "code": "addressHasHostBits", line: number, text: string, block: string, }
  | { "code": "addressUnsuitable", line: number, text: string, problem: AddressProblemView, }
  | { "code": "modelsEmpty" }
  | { "code": "groupNameEmpty" }
  | { "code": "groupNameTooLong", length: number, limit: number, }
  | { "code": "groupNameTaken", name: string, }
  | { "code": "groupUnknown" }
  | { "code": "echoServiceInvalid", address: string, }
  | { "code": "echoServicesSame", host: string, }
  | { "code": "variableNameInvalid", name: string, }
  | { "code": "variableReserved", name: string, }
  | { "code": "variableTwice", name: string, }
  | { "code": "keyringWayMissing" }
  | { "code": "valueUnsuitable" }
  | { "code": "noDestination" }
  | { "code": "accountNameEmpty" }
  | { "code": "accountNameTaken", name: string, }
  | { "code": "credentialsInvalid", problem: CredentialProblemView, }
  | { "code": "credentialsGone" }
  | { "code": "credentialsFileUnusable", path: string, reason: string, }
  | { "code": "endpointInvalid", text: string, }
  | { "code": "caFileUnusable", path: string, reason: string, }
  | { "code": "workspaceNameInvalid", length: number, limit: number, }
  | { "code": "periodInvalid", start: string, end: string, }
  | { "code": "pastedInvalid", problem: PastedProblemView, }
  | { "code": "pastedGone" }
  | { "code": "keptAlready", apiKeyId: string, }
  | { "code": "lifetimeInvalid", seconds: number, limit: number, }
  | { "code": "nothingToSend" }
  | { "code": "regionNeedsAccount", region: string, }
  | { "code": "accountUnknown" }
  | { "code": "accountSecretMissing", name: string, }
  | { "code": "accessKeyUnknown", requestId: string, }
  | { "code": "accessKeyInactive", requestId: string, }
  | { "code": "accessKeySecretWrong", requestId: string, }
  | { "code": "credentialsExpired", requestId: string, }
  | { "code": "permissionMissing", action: string, requestId: string, }
  | { "code": "regionNotActivated", platformCode: string, }
  | { "code": "accountOwes", platformCode: string, }
  | { "code": "signInPage", host: string, }
  | { "code": "workspaceNotFound", workspaceId: string, }
  | { "code": "workspaceNotDeleted", reasons: Array<FailReasonView>, requestId: string, }
  | { "code": "keyNotListed" }
  | { "code": "hostUnknown" }
  | { "code": "rotationUnknown" }
  | { "code": "rotationUnderWay", id: string, }
  | { "code": "temporaryKeyEnded" }
  | { "code": "publicKeyUnusable", host: string, problem: PublicKeyProblemView, }
  | { "code": "answerNotAuthentic" }
  | { "code": "callUnknown" }
  | { "code": "taskNotPending" }
  | { "code": "taskUnknown" }
  | { "code": "regionCannot", region: string, }
  | { "code": "localStudioStopped", reason: string, }
  | { "code": "quotaReached", limit: number, }
  | { "code": "keyNotFound", apiKeyId: string, }
  | { "code": "keyRefused", platformCode: string, disabled: boolean, cause: RefusalCauseView, }
  | { "code": "permissionChanged", current: PermissionView, }
  | { "code": "permissionHasUnknownParts", parts: Array<string>, }
  | { "code": "addressNotAllowed", platformCode: string, }
  | { "code": "accessKeyRefused", platformCode: string, requestId: string, }
  | { "code": "clockWrong", requestId: string, }
  | { "code": "tooManyRequests" }
  | { "code": "platformRefused", platformCode: string, message: string, requestId: string, }
  | { "code": "unreachable", host: string, }
  | { "code": "notTrusted", host: string, }
  | { "code": "timedOut", host: string, }
  | { "code": "createdWithoutValue", apiKeyId: string, }
  | { "code": "outcomeUnknown" }
  | { "code": "connectionLost", host: string, }
  | { "code": "answerNotUnderstood", host: string, }
  | { "code": "fileReadOnly", path: string, }
  | { "code": "fileLinkBroken", path: string, }
  | { "code": "filePermissionDenied", path: string, }
  | { "code": "fileHardLinked", path: string, }
  | { "code": "pathUnsupported", path: string, }
  | { "code": "programMissing", program: string, }
  | { "code": "shellUnusable", program: string, }
  | { "code": "oldKeyStillSeen", program: string, variable: string, }
  | { "code": "fileNotOrdinary", path: string, }
  | { "code": "fileTooLarge", path: string, }
  | { "code": "fileHasSyntaxError", path: string, line: number | null, detail: string, }
  | { "code": "changeBreaksFile", path: string, line: number | null, detail: string, }
  | { "code": "fileEndsOpen", path: string, line: number, }
  | { "code": "settingInTheWay", path: string, setting: string, }
  | { "code": "toolWayUnavailable", tool: string, }
  | { "code": "toolNotWritten", tool: string, }
  | { "code": "toolNotGuided", tool: string, }
  | { "code": "toolProtocolMissing", tool: string, origin: string, }
  | { "code": "lineNotAlone", path: string, line: number, }
  | { "code": "fileBlockDamaged", path: string, line: number, }
  | { "code": "registryValueUnsuitable", path: string, variable: string, }
  | { "code": "fileChanged", path: string, }
  | { "code": "diskFull", path: string, }
  | { "code": "fileNotWritten", path: string, reason: string, }
  | { "code": "planUnknown" }
  | { "code": "anotherChange" }
  | { "code": "journalDamaged", path: string, }
  | { "code": "journalNewer", path: string, }
  | { "code": "changeUndone" }
  | { "code": "changeUnknown" }
  | { "code": "clipboardUnavailable", detail: string, }
  | { "code": "browserUnavailable", address: string, }
  | { "code": "catalogUnusable", path: string, reason: string, }
  | { "code": "catalogTooNew", path: string, }
  | { "code": "interrupted" };

/** One family's picture. */
export type FamilyCoverageView = {
  /** What is let in, as parts of the whole space, in order and apart. */
  parts: Array<PartView>,
  /** A closer look at the block that holds all the entries, where there is something to see. */
  closeUp: CloseUpView | null,
};

/** IPv4 or IPv6. */
export type FamilyView = "ipv4" | "ipv6";

/** One thing that is wrong. */
export type FindingView =
  | { "kind": "temporaryOnly", variable: string, }
  | { "kind": "notSet", variable: string, scopes: Array<SourceScopeView>, }
  | { "kind": "startedBefore", program: string, pid: number, holdsMasked: string | null, isTerminal: boolean, }
  | { "kind": "unitWithout", unit: string, path: string, manager: ServiceManagerView, line: string | null, }
  | { "kind": "sudoDropsIt", line: string, }
  | { "kind": "anotherWins", source: SourceView, }
  | { "kind": "wrongRegionHost", setting: string, place: string, line: number | null, host: string, expected: string, }
  | { "kind": "wrongPlanHost", setting: string, place: string, line: number | null, host: string, expected: string, }
  | { "kind": "keyRefused", failure: Failure, }
  | { "kind": "otherKey", source: SourceView, }
  | { "kind": "settingsNotRead", tool: string, place: string, line: number, what: ObstacleKind, }
  | { "kind": "notLookedAt", place: string, why: NotLookedAtView, };

/** A line, not ours, that sets the same variable. */
export type ForeignView = {
  /** Names it to a plan. */
  id: string,
  /** The file. */
  path: string,
  /** Its number, from 1; 0 for a value in the registry, which stands in no line. */
  line: number,
  /** The line with its value masked. */
  text: string,
  /** It is read after our block and would win. */
  wins: boolean,
  /** It can be commented out safely: it stands alone on its line. */
  canCommentOut: boolean,
  /** In this plan it is. */
  commentOut: boolean,
};

/** Credentials that are on this computer already. Only looked at when the user asks; the secret stays where it is. */
export type FoundCredentialsView = {
  /** Names them for `add_account`. */
  id: string,
  /** Where they were found. */
  source: CredentialSourceView,
  /** The AccessKey id; empty where there is none. */
  accessKeyId: string,
  /** What they are. */
  kind: CredentialKindView,
  /** Why they cannot be used; none if they can. */
  unusable: CredentialUnusableView | null,
  /** An account with this AccessKey id is there already. */
  added: boolean,
};

/** A key that uses a changed group. */
export type GroupOfferView = {
  /** The key. */
  key: KeyRef,
  /** Its description; empty if the service could not be asked. */
  description: string,
  /** Its masked value. */
  masked: string,
  /** Its permission now: what `update_permission` is to expect. */
  current: PermissionView | null,
  /** Its permission with the group's addresses of today instead of those it was saved with. */
  permission: PermissionRequest | null,
  /** All groups it would be saved with. */
  groups: Array<string>,
  /** Why nothing can be offered. */
  failure: Failure | null,
};

/** A field of a tool's window. */
export type GuideFieldView =
  | { "kind": "text", label: string, value: string, }
  | { "kind": "key", label: string, };

/** A header. */
export type HeaderView = {
  /** Its name. */
  name: string,
  /** Its value. */
  value: string,
};

/** What one host said. */
export type HostAnswerView = {
  /** The region's bare id. */
  region: string,
  /** The host. */
  origin: string,
  /** The plan that the host belongs to. */
  plan: PlanView,
  /** How many models it listed; none if it refused. It takes the key: no proof that every model may be called. */
  models: number | null,
  /** Why it refused, or could not be asked. */
  failure: Failure | null,
  /** How long it took. */
  millis: number,
};

/** Which of a region's hosts. */
export type HostKindView = "thisComputer" | "own" | "workspace" | "shared" | "plan";

/** The addresses of one host that a key can be used with. */
export type HostView = {
  /** Which host of several it is. */
  kind: HostKindView,
  /** Where it is: `https://…` without a path. */
  origin: string,
  /** The three addresses on it. */
  baseUrls: BaseUrlsView,
};

/** What an identity is. */
export type IdentityKindView =
  | { "kind": "mainAccount" }
  | { "kind": "ramUser", name: string, }
  | { "kind": "assumedRole", name: string, }
  | { "kind": "other", name: string, };

/** Who an AccessKey belongs to. */
export type IdentityView = {
  /** The number of the cloud account. */
  accountUid: string,
  /** The number of the user; that of the account for the main account. */
  userId: string,
  /** Its resource name. */
  arn: string,
  /** What it is, which decides what it sees. */
  kind: IdentityKindView,
};

/** Where a pasted key is to be kept. */
export type KeepPastedRequest = {
  /** The pasted key. */
  id: string,
  /** The place: of an account, or a bare region. */
  region: string,
  /** The host that it is used with; none where nobody knows. */
  origin: string | null,
  /** What it is called here; the service's own description counts more where the key is listed. */
  description: string,
  /** The key of the list that it is, if the user chose one. */
  apiKeyId: string | null,
  /** How it is paid for. */
  plan: PlanView,
};

/** Names a kept result. */
export type KeptResultRef = {
  /** The place. */
  region: string,
  /** The task. */
  taskId: string,
};

/** A result that is kept on this computer because the user asked. */
export type KeptResultView = {
  /** The place. */
  region: string,
  /** The task. */
  taskId: string,
  /** Its model. */
  model: string,
  /** Its state when it was kept. */
  status: TaskStatusView,
  /** When it was kept, in milliseconds since 1970. */
  keptAt: number,
  /** As indented JSON. */
  result: string,
};

/** Whether a key's value is in the keyring. */
export type KeptView =
  | { "state": "kept" }
  | { "state": "unknown" }
  | { "state": "missing" }
  | { "state": "memoryOnly" }
  | { "state": "stranded" };

/** The keys of a region and what is needed around them. */
export type KeyList = {
  /** Newest first. */
  keys: Array<KeyView>,
  /** Where a key may be created; the default workspace first. */
  workspaces: Array<WorkspaceView>,
  /** How many keys there may be. */
  quota: QuotaView | null,
  /** When the service was asked, in milliseconds since 1970; none where it never answered, and only what is kept here is known. */
  seenAt: number | null,
  /** Why there are no workspaces: the account may not list them. */
  workspacesFailure: Failure | null,
  /** The keys that have no entry at the service: pasted here and not found in its list, or kept here and gone from it. */
  unlisted: Array<KeyView>,
};

/** What would change for one key. */
export type KeyPreviewView = {
  /** The key. */
  key: KeyRef,
  /** Its description; empty if the service could not be asked. */
  description: string,
  /** Its masked value. */
  masked: string,
  /** Why nothing can be said, and this key not be updated: it is gone, its region cannot, the service is not reached. */
  failure: Failure | null,
  /** What would change; none with a failure. */
  change: PermissionChangeView | null,
};

/** Names one key. */
export type KeyRef = {
  /** The place of the key: its region, with the account (`cn-beijing@a7f3c2`). */
  region: string,
  /** The service's id, as text: it does not fit a JavaScript number. */
  apiKeyId: string,
};

/** A row of the table. */
export type KeyView = {
  /** May be empty. */
  description: string,
  /** Prefix, three characters, an ellipsis, the last four. */
  masked: string,
  /** The workspace's id. */
  workspaceId: string,
  /** The workspace's name. */
  workspaceName: string,
  /** The account that created it. */
  createdBy: string,
  /** Milliseconds since 1970. */
  createdAt: number,
  /** A disabled key is refused until it is enabled. */
  disabled: boolean,
  /** Who may use it, and for what. */
  permission: PermissionView,
  /** Whether its value is in this computer's keyring. */
  kept: KeptView,
  /** Variables on this computer that hold it. */
  usedHere: Array<UsedHereView>,
  /** Whether the account worked with made it; none where that cannot be known. */
  own: boolean | null,
  /** It has the old, short form: the platform advises to replace it by a new one. */
  oldFormat: boolean,
  /** How it is paid for. */
  plan: PlanView,
  /** Where it can be used, the one in use first. */
  hosts: Array<HostView>,
  /** The rotation that it is the old or the new key of. */
  rotation: string | null,
  /** The place of the key: its region, with the account (`cn-beijing@a7f3c2`). */
  region: string,
  /** The service's id, as text: it does not fit a JavaScript number. */
  apiKeyId: string,
};

/** The language of the window. */
export type LanguageChoice = "system" | "en" | "zh-CN";

/** What was last seen of a region. */
export type LastSeenView = {
  /** When, in milliseconds since 1970, as text would lose nothing: a whole number. */
  at: number,
  /** How many keys there were. */
  keys: number,
};

/** Who is let in, in numbers. */
export type LetInView = {
  /** Everybody, or whom. */
  anyone: AnyoneView,
  /** Entries of the list; 0 where there is none. */
  entries: number,
  /** Addresses. */
  addresses: AddressCountsView,
};

/** Requests and tokens in a time. */
export type LimitView = {
  /** Requests allowed; none for no limit. */
  requests: number | null,
  /** In so many seconds. */
  requestSeconds: number | null,
  /** Tokens (or what the platform counts) allowed; none for no limit. */
  usage: number | null,
  /** In so many seconds. */
  usageSeconds: number | null,
};

/** For how long lines set a variable. */
export type LineScope = "terminal" | "permanent";

/** Whose lines. */
export type LineShell = "bash" | "zsh" | "fish" | "powerShell" | "commandPrompt";

/** Whose models to list. */
export type ListModelsRequest = {
  /** The region. */
  region: string,
  /** The workspace of the key; none for the default one. */
  workspaceId: string | null,
};

/** Which tasks to show. */
export type ListTasksRequest = {
  /** A kept key to ask with: every key of the account sees all its tasks. */
  key: KeyRef,
  /** Tasks in this state alone. */
  status: TaskStatusView | null,
  /** Tasks of this model alone. */
  model: string | null,
  /** Tasks of the key with this id alone. */
  apiKeyId: string | null,
  /** From 1. */
  page: number,
};

/** One model that changes. */
export type ModelAccessChange = {
  /** The model. */
  model: string,
  /** It may be called from now on, or no longer. */
  inference: boolean,
};

/** Whether a workspace may call a model. */
export type ModelAccessRowView = {
  /** The model, as programs name it. */
  model: string,
  /** Its display name. */
  name: string,
  /** Its maker, where known. */
  provider: string,
  /** It may be called. */
  inference: boolean,
  /** It may be tuned, where the region can do that. */
  fineTune: boolean,
  /** It may be deployed, where the region can do that. */
  deploy: boolean,
};

/** Which models a workspace may call. */
export type ModelAccessView = {
  /** The default workspace may call every model, and nothing can be changed. */
  everyModel: boolean,
  /** The models that can be allowed, by name. */
  models: Array<ModelAccessRowView>,
};

/** What changes about the models. */
export type ModelDifferenceView = {
  /** Models named then and not now; empty where one of the two is "all models". */
  added: Array<string>,
  /** Models named now and not then; empty where one of the two is "all models". */
  removed: Array<string>,
  /** Models named now; none for all models, including future ones. */
  before: number | null,
  /** Models named then; none for all models, including future ones. */
  after: number | null,
};

/** The new limit of one model. */
export type ModelLimitChange = {
  /** The model. */
  model: string,
  /** The limit; none takes it away. */
  limit: LimitView | null,
};

/** The limits of one model. */
export type ModelLimitRowView = {
  /** The model, as programs name it. */
  model: string,
  /** Its display name. */
  name: string,
  /** What the platform allows the account. */
  account: LimitView,
  /** What the workspace was limited to; none if it was not. */
  workspace: LimitView | null,
};

/** Limits of requests and tokens for the models of a workspace. */
export type ModelLimitsView = {
  /** By model. */
  models: Array<ModelLimitRowView>,
};

/** A price in the service's own words. */
export type ModelPriceView = {
  /** What is paid for, such as input or output. */
  name: string,
  /** The amount. */
  price: string,
  /** Of what, such as a million tokens. */
  unit: string,
  /** For which sizes of request; empty for all. */
  range: string,
  /** For which times of day; empty for all. */
  timeBand: string,
};

/** Why a workspace may not call a model. */
export type ModelReasonView = "notGranted";

/** A model that a scope can name. */
export type ModelView = {
  /** What a request and a scope call it: `qwen-plus`. */
  id: string,
  /** What people call it; the id where the service does not say. */
  name: string,
  /** Who made it; empty where the service does not say. */
  provider: string,
  /** Tokens of context, where the service says. */
  contextWindow: number | null,
  /** What it costs, where the service says; empty where not. */
  prices: Array<ModelPriceView>,
  /** Whether the workspace may call it; none where the service does not say. */
  callable: boolean | null,
  /** Why it may not. */
  reason: ModelReasonView | null,
};

/** What to know before an address of this computer is added to a list. */
export type MyAddressNoteView =
  | { "code": "differ", family: FamilyView, addresses: Array<string>, }
  | { "code": "proxy" }
  | { "code": "carrierNat", address: string, }
  | { "code": "notOfTheInternet", address: string, class: AddressClassView, }
  | { "code": "mayChange" };

/** Under which addresses a region sees this computer. */
export type MyAddressesView = {
  /** What each service said for each family. */
  answers: Array<AddressAnswerView>,
  /** Different addresses that were named, IPv4 first: what "add" would add. */
  addresses: Array<string>,
  /** The services named different addresses of one family. */
  differ: boolean,
  /** What to know before adding one. */
  notes: Array<MyAddressNoteView>,
};

/** Why the keyring cannot be asked for a variable. */
export type NoKeyringReason = "notInKeyring" | "programMissing" | "noShell";

/** Why something could not be looked at. */
export type NotLookedAtView =
  | { "kind": "system", said: string, }
  | { "kind": "noAnswer" }
  | { "kind": "timedOut" };

/** What a tool does not read. */
export type ObstacleKind = "byteOrderMark" | "comment" | "trailingComma" | "notJson";

/** Something in a settings file for which its tool reads nothing of the file. */
export type ObstacleView = {
  /** What it is. */
  kind: ObstacleKind,
  /** The file with the line. */
  place: string,
};

/** From `start` up to and without `end`, each from 0 to 1. It may be too small for them to differ: give it a dot. */
export type PartView = {
  /** Where it begins. */
  start: number,
  /** Where it ends. */
  end: number,
};

/** A value that was pasted: what it is, as far as its shape tells. The value itself stays in the program until it is kept or forgotten. */
export type PastedKeyView = {
  /** Names it until it is kept or forgotten. */
  id: string,
  /** Its masked form. */
  masked: string,
  /** What it is. */
  kind: PastedKindView,
  /** The hosts that it could belong to: asked once each, if the user agrees. */
  candidates: Array<CandidateHostView>,
  /** Keys in the lists of the accounts that have this masked form. */
  matches: Array<PastedMatchView>,
};

/** What a pasted value is, by its shape. */
export type PastedKindView = "old" | "new" | "plan" | "thisComputer";

/** A key of a list that looks like the pasted one. */
export type PastedMatchView = {
  /** The place. */
  region: string,
  /** The key. */
  apiKeyId: string,
  /** Its description. */
  description: string,
  /** Its workspace. */
  workspaceName: string,
};

/** What is wrong with a pasted key. */
export type PastedProblemView = "empty" | "masked" | "whiteSpace" | "placeholder" | "accessKey" | "temporary" | "shape" | "length";

/** The difference between two permissions of one key. */
export type PermissionChangeView = {
  /** The service's permission now: what `update_permission` is to expect. */
  current: PermissionView,
  /** It is not what the editor was opened with: somebody changed it elsewhere. Show both; nothing was overwritten. */
  conflict: boolean,
  /** The permission as it would be sent. */
  wanted: PermissionView,
  /** Saving would change nothing. */
  unchanged: boolean,
  /** What happens to the addresses. */
  addresses: AddressDifferenceView,
  /** What happens to the models. */
  models: ModelDifferenceView,
  /** Who on this computer would be refused. Ask a second time where one of them is not `already`. */
  shutsOut: Array<ShutOutView>,
};

/** A permission was saved. */
export type PermissionChangedView = {
  /** The row as the service has it now. */
  key: KeyView,
  /** What the service had: `Restore` takes it back, expecting `key.permission`. */
  before: PermissionView,
  /** The groups that it was saved with before, for the undo. */
  groupsBefore: Array<string>,
  /** What a call with the key said. */
  proof: ProofView,
};

/** What would change, key by key. */
export type PermissionPreviewView = {
  /** In the order they were asked for. */
  keys: Array<KeyPreviewView>,
  /** Under which addresses the service sees this computer, as far as is known since the start: loopback on This computer, else what `my_addresses` found. Where it is empty, nobody can say whether this computer is shut out. */
  thisComputer: Array<string>,
};

/** The permission as it was typed. */
export type PermissionRequest =
  | { "type": "all" }
  | { "type": "custom", addresses: string, models: Array<string> | null, }
  | { "type": "restore", permission: PermissionView, };

/** Who may use a key, and for what. */
export type PermissionView =
  | { "type": "all" }
  | { "type": "custom", accessIps: Array<string>, anyAddress: boolean, models: Array<string> | null, };

/** What to plan for a tool. */
export type PlanToolRequest = {
  /** The tool. */
  tool: ToolId,
  /** The key. */
  key: KeyRef,
  /** One of the key's hosts. */
  origin: string,
  /** The model that it is to use; none for the one that is set, or the tool's usual one. */
  model: string | null,
  /** The way; none for the best. */
  way: ToolWay | null,
};

/** What to plan. */
export type PlanVariableRequest = {
  /** The key. */
  key: KeyRef,
  /** The variable: `DASHSCOPE_API_KEY`. */
  variable: string,
  /** Where; none for what is recommended. */
  destinations: Array<DestinationId> | null,
  /** Lines of others (`ForeignView.id`) to comment out. */
  commentOut: Array<string>,
  /** How programs come by the value; none for the better one that this computer can. */
  method: VariableMethod | null,
  /** A base URL that goes with the key. */
  baseUrl: BaseUrlRequest | null,
};

/** How a key is paid for, which decides the hosts it works on. */
export type PlanView = "payAsYouGo" | "coding" | "token" | "codingOrToken";

/** The operating system. */
export type PlatformView = "linux" | "macos" | "windows";

/** The user's choices, kept by the program and never by the web view. */
export type PreferencesView = {
  /** The language of the window. */
  language: LanguageChoice,
  /** Light, dark, or as the system. */
  theme: ThemeChoice,
  /** Seconds after which a copied secret is cleared from the clipboard; none for never. */
  clipboardSeconds: number | null,
  /** The place shown last. */
  region: string,
  /** The account worked with; none, or one that is gone, for the oldest. */
  account: string | null,
  /** The two services that are asked, on a click, under which address they see this computer: web addresses that answer with an address and nothing else, of two different operators. `https` alone, but for loopback. */
  echoServices: [string, string],
};

/** What a permission would mean for keys, before it is saved. */
export type PreviewPermissionRequest = {
  /** One key, or several that are to have the same permission. */
  keys: Array<KeyRef>,
  /** What the editor was opened with; none for several keys. It tells whether something changed elsewhere. */
  opened: PermissionView | null,
  /** The permission in the editor. */
  permission: PermissionRequest,
};

/** What a program is for. */
export type ProgramKindView = "terminal" | "editor";

/** A program on this computer that can be started with a key. */
export type ProgramView = {
  /** Names it to `start_program`. */
  id: string,
  /** Its name, the same in every language. */
  name: string,
  /** What it is for. */
  kind: ProgramKindView,
  /** What is started. */
  path: string,
  /** It may hand over to a process that runs already, which does not see the key: that one has to be closed before. */
  handsOver: boolean,
};

/** What a call with the key said after its permission was saved. */
export type ProofView =
  | { "kind": "allowed", millis: number, models: number, asMeant: boolean | null, }
  | { "kind": "refused", platformCode: string, millis: number, asMeant: boolean | null, }
  | { "kind": "notProvable", failure: Failure, };

/** What is wrong with a public key. */
export type PublicKeyProblemView = "withheld" | "notBase64" | "notRsa" | "tooSmall";

/** Keys used of keys allowed. */
export type QuotaView = {
  /** Keys there are. */
  used: number,
  /** Keys there may be. */
  limit: number,
};

/** The smallest permission that a RAM user needs. */
export type RamPolicyView = {
  /** To manage keys: the policy's JSON. */
  manage: string,
  /** To look only: the policy's JSON. */
  look: string,
};

/** One region asked anew. */
export type RefreshedView = {
  /** The place. */
  region: string,
  /** What was seen now, or last if it could not be asked. */
  lastSeen: LastSeenView | null,
  /** Why it could not be asked; none if it was. */
  failure: Failure | null,
  /** How long it took. */
  millis: number,
};

/** Why a key was refused, as far as it can be known. */
export type RefusalCauseView =
  | { "kind": "disabled" }
  | { "kind": "deleted" }
  | { "kind": "replaced" }
  | { "kind": "wrongRegion", region: string, }
  | { "kind": "wrongPlan" }
  | { "kind": "wrongWorkspace", workspace: string, }
  | { "kind": "notYetKnown" }
  | { "kind": "unknown" };

/** Whether a region can be worked with now. */
export type RegionStateView =
  | { "kind": "ready" }
  | { "kind": "needsAccount" }
  | { "kind": "stopped", reason: string, };

/** A region as the switcher and its page show it. */
export type RegionView = {
  /** The place: `this-computer`, `cn-beijing@a7f3c2`, or `cn-beijing` while no account is there. */
  id: string,
  /** The bare id of the region: `cn-beijing`. */
  region: string,
  /** The account that it is worked with. */
  account: string | null,
  /** Its name in English. */
  nameEn: string,
  /** Its name in Chinese. */
  nameZh: string,
  /** Whether it can be worked with now. */
  state: RegionStateView,
  /** The host shared by all workspaces, where the region has one. */
  sharedHost: string | null,
  /** The pattern of a workspace's own host, with `{WorkspaceId}` in it. */
  workspaceHost: string | null,
  /** Where its keys are managed; none for This computer. */
  controlEndpoint: string | null,
  /** That address was set by the user. */
  ownEndpoint: boolean,
  /** What was last seen of it; none if nothing ever was. */
  lastSeen: LastSeenView | null,
  /** Keys of this place that are kept on this computer, whether or not an account is there. */
  keptKeys: number,
  /** Deployment scopes that a workspace may be created with; empty where the region has but one. */
  serviceSites: Array<string>,
  /** The addresses that programs use, where the region has a shared host or is This computer and running. */
  baseUrls: BaseUrlsView | null,
  /** The key page of the platform's console. */
  consoleUrl: string | null,
  /** What the region can do. */
  capabilities: CapabilitiesView,
};

/** A key whose value was replaced. */
export type ResetKeyView = {
  /** The key with its new value, as after creation. */
  created: CreatedKeyView,
  /** Variables on this computer that hold the new value now. */
  followed: Array<string>,
  /** Variables that could not be updated, and why. */
  notFollowed: Failure | null,
};

/** The one answer that holds a secret. */
export type RevealedView = {
  /** The key, in full. */
  value: string,
  /** Seconds after which the window hides it. */
  hidesInSeconds: number,
};

/** How far a rotation is: the last step that succeeded. */
export type RotationStepView = "begun" | "created" | "kept" | "verified" | "moved" | "movedVerified" | "oldDisabled" | "finished" | "undone";

/** A key that is being replaced by a new one in the order in which nothing stops working. */
export type RotationView = {
  /** Names it. */
  id: string,
  /** The key that goes. */
  oldKey: KeyRef,
  /** Its description. */
  description: string,
  /** Its masked form. */
  oldMasked: string,
  /** The key that comes, once it is there. */
  newKey: KeyRef | null,
  /** Its masked form. */
  newMasked: string | null,
  /** How far it is. */
  step: RotationStepView,
  /** Variables on this computer that hold the new key now. */
  moved: Array<string>,
  /** Why the last step did not succeed; none if it did. */
  failure: Failure | null,
  /** When it was begun, in milliseconds since 1970. */
  startedAt: number,
  /** When to be reminded of deleting the old key, in milliseconds since 1970. */
  remindAt: number | null,
  /** That time has come. */
  reminderDue: boolean,
  /** It can still be undone: the old key is there. */
  canUndo: boolean,
  /** Its undo was begun: the next step goes on with that, and there is no other way. */
  undoing: boolean,
};

/** A group was kept. Nothing was changed at the service: keys that use it are offered. */
export type SavedGroupView = {
  /** The group. */
  group: AddressGroupView,
  /** What to ask of `preview_permission` and then of `update_permission` for each key that should follow. */
  offers: Array<GroupOfferView>,
};

/** What the start-up probe (write, read, delete) said about the place where secrets rest. */
export type SecretStoreView =
  | { "state": "available", name: string, }
  | { "state": "locked", name: string, }
  | { "state": "absent", name: string, packages: Array<string>, }
  | { "state": "passphraseNeeded", path: string, }
  | { "state": "passphraseOpen", path: string, };

/** A request as it is on the wire, without the key. */
export type SentView = {
  /** `POST https://…`. */
  line: string,
  /** Its headers; the key is masked. */
  headers: Array<HeaderView>,
  /** Its body; long texts are cut. */
  body: string,
};

/** A service manager. */
export type ServiceManagerView = "systemdUser" | "systemdSystem" | "supervisord";

/** Somebody on this computer who would be refused. */
export type ShutOutView = {
  /** Who. */
  who: ShutOutWhoView,
  /** The address that is not in the list. */
  address: string,
  /** The permission of now refuses it too. */
  already: boolean,
};

/** Who on this computer uses a key. */
export type ShutOutWhoView =
  | { "kind": "thisComputer" }
  | { "kind": "variable", changeId: string, variable: string, };

/** The side of the platform. */
export type SiteView = "china" | "international";

/** A program's language. */
export type SnippetLanguage = "curl" | "python" | "javaScript";

/** Lines that use a temporary key, with its masked form in them. */
export type SnippetView = {
  /** The language. */
  language: SnippetLanguage,
  /** The lines. */
  text: string,
};

/** For whom a source counts. */
export type SourceScopeView = "bash" | "zsh" | "fish" | "desktop" | "project" | "tool" | "unit" | "windowsUser" | "machine";

/** A place that gives the variable a value. */
export type SourceView = {
  /** A file, a registry path, or what else. */
  place: string,
  /** The line in it, from 1. */
  line: number | null,
  /** Its value, masked; none if it is worked out when it is read. */
  masked: string | null,
  /** For whom it counts: shells, the desktop, a project folder, the whole computer. */
  scope: SourceScopeView,
  /** This program wrote it. */
  ours: boolean,
  /** It is the one that counts in its scope. */
  wins: boolean,
  /** It names this key. */
  isThisKey: boolean,
  /** Names its line to a plan, if it can be commented out. */
  lineId: string | null,
};

/** A call of a model. */
export type StartCallRequest = {
  /** The kept key to call with. */
  key: KeyRef,
  /** One of its hosts. */
  origin: string,
  /** The model. */
  model: string,
  /** What to say to it. */
  text: string,
  /** The input is encrypted before it leaves. */
  encrypt: boolean,
  /** How the answer comes. */
  mode: CallMode,
};

/** A program to start with a key, which only it and what it starts will see. */
export type StartProgramRequest = {
  /** The program. */
  program: string,
  /** The key. */
  key: KeyRef,
  /** The variable that holds it. */
  variable: string,
  /** A base URL that goes with it. */
  baseUrl: BaseUrlRequest | null,
};

/** Whether public sources say that a region supports something. */
export type SupportView = "yes" | "no" | "disputed";

/** A page of tasks. */
export type TaskListView = {
  /** Newest first. */
  tasks: Array<TaskRowView>,
  /** How many there are on all pages. */
  total: number,
  /** This page, from 1. */
  page: number,
  /** How many pages there are. */
  pages: number,
  /** When the service was asked, in milliseconds since 1970. */
  seenAt: number,
};

/** Names one task. */
export type TaskRef = {
  /** A kept key to ask with. */
  key: KeyRef,
  /** The task. */
  taskId: string,
};

/** A row of the list. */
export type TaskRowView = {
  /** Its id. */
  taskId: string,
  /** How far it is. */
  status: TaskStatusView,
  /** The service's own word for that. */
  statusText: string,
  /** Its model. */
  model: string,
  /** The key that created it, by its id; empty where the service does not say. */
  apiKeyId: string,
  /** What that key is called here. */
  keyDescription: string,
  /** When it was created, in milliseconds since 1970. */
  createdAt: number | null,
  /** When it ended. */
  endedAt: number | null,
  /** When the service deletes its result, in milliseconds since 1970. */
  deletedAt: number | null,
  /** Its result is kept on this computer. */
  kept: boolean,
};

/** How far a task is. */
export type TaskStatusView = "pending" | "running" | "succeeded" | "failed" | "canceled" | "unknown" | "other";

/** One task, whole. */
export type TaskView = {
  /** Its result, as indented JSON; none while there is none. */
  result: string | null,
  /** The service's code, for a task that failed. */
  errorCode: string | null,
  /** The service's words, for a task that failed. */
  errorMessage: string | null,
  /** To quote to support. */
  requestId: string,
  /** Its id. */
  taskId: string,
  /** How far it is. */
  status: TaskStatusView,
  /** The service's own word for that. */
  statusText: string,
  /** Its model. */
  model: string,
  /** The key that created it, by its id; empty where the service does not say. */
  apiKeyId: string,
  /** What that key is called here. */
  keyDescription: string,
  /** When it was created, in milliseconds since 1970. */
  createdAt: number | null,
  /** When it ended. */
  endedAt: number | null,
  /** When the service deletes its result, in milliseconds since 1970. */
  deletedAt: number | null,
  /** Its result is kept on this computer. */
  kept: boolean,
};

/** Several tasks. */
export type TasksRequest = {
  /** A kept key to ask with. */
  key: KeyRef,
  /** Their ids. */
  taskIds: Array<string>,
};

/** A temporary key. It is in the program's memory alone, until it ends. */
export type TemporaryKeyView = {
  /** Names it. */
  id: string,
  /** The key that it came from. */
  parent: KeyRef,
  /** The parent's description. */
  description: string,
  /** Its masked form. */
  masked: string,
  /** When it ends by the service's clock, in milliseconds since 1970. */
  expiresAt: number,
  /** How many milliseconds were left when this was answered, by the service's clock as far as it is known. */
  leftMillis: number,
  /** How far this computer's clock is ahead of the service's, in seconds; none where they agree within 30 s. */
  clockAheadSeconds: number | null,
  /** Where it can be used. */
  host: HostView,
};

/** The colours of the window. */
export type ThemeChoice = "system" | "light" | "dark";

/** Which key and host a guide is for. */
export type ToolGuideRequest = {
  /** The tool. */
  tool: ToolId,
  /** The key. */
  key: KeyRef,
  /** One of the key's hosts. */
  origin: string,
  /** The model; none for the tool's usual one. */
  model: string | null,
};

/** What a tool that is led by hand is told. */
export type ToolGuideView = {
  /** The tool. */
  tool: ToolId,
  /** What to copy into which field of the tool, in its order; the key itself is not among them. */
  fields: Array<GuideFieldView>,
  /** It takes an import link. The link carries the key in clear. */
  importLink: boolean,
  /** The page of the tool or of its documentation. */
  page: string,
};

/** Who writes the settings of a tool. */
export type ToolHandlingView = "written" | "guided";

/** A program that uses keys. */
export type ToolId = "claudeCode" | "qwenCode" | "codex" | "openCode" | "openClaw" | "clineCli" | "chatbox" | "cherryStudio" | "dify" | "cursor" | "clineExtension";

/** What would be written into a tool's settings. */
export type ToolPlanView = {
  /** Names it to `apply_plan`. */
  planId: string,
  /** The tool. */
  tool: ToolId,
  /** The way. */
  way: ToolWay,
  /** The key's masked value. */
  masked: string,
  /** The base URL. */
  baseUrl: string,
  /** The model. */
  model: string,
  /** Every file that would be written. */
  writes: Array<WriteView>,
  /** Settings of others that win over ours, and where they are. */
  overriddenBy: Array<ToolSourceView>,
  /** What keeps the tool from reading its file, as that is now. It is left as it is. */
  obstacle: ObstacleView | null,
};

/** A place from which a tool takes its key or host, masked. */
export type ToolSourceView = {
  /** A file with a line, or a variable. */
  place: string,
  /** The setting, such as `env.ANTHROPIC_API_KEY`. */
  setting: string,
  /** Its value, masked. */
  masked: string,
};

/** What a tool was set to. */
export type ToolUseView = {
  /** The change; undoing it takes it back. */
  changeId: string,
  /** The key. */
  key: KeyRef,
  /** Its masked value at that time. */
  masked: string,
  /** How. */
  way: ToolWay,
  /** The base URL that was set. */
  baseUrl: string,
  /** The model that was set. */
  model: string,
  /** Its settings are no longer what was written. */
  changedSince: boolean,
  /** What keeps the tool from reading its settings as they are now. */
  obstacle: ObstacleView | null,
};

/** A tool, as it is on this computer. */
export type ToolView = {
  /** Which. */
  id: ToolId,
  /** Its name, the same in every language. */
  name: string,
  /** Whether this program writes its settings or says how. */
  handling: ToolHandlingView,
  /** Where it is installed; none if it was not found. It can be prepared all the same. */
  program: string | null,
  /** The file of its settings, for a tool that is written. */
  settings: string | null,
  /** The ways in which it can be given a key, the best first. */
  ways: Array<ToolWayView>,
  /** It could ask the keyring, but the program for that is not there, or not there to stay. */
  lacksPrinter: boolean,
  /** What this program set it to; none if it did not. */
  used: ToolUseView | null,
  /** Its settings cannot be written as they are now, and why. */
  problem: Failure | null,
};

/** How a tool comes by a key. */
export type ToolWay = "helper" | "environment" | "value";

/** A way, and whether it can be taken here. */
export type ToolWayView = {
  /** Which. */
  way: ToolWay,
  /** The variable that the tool reads, for [`ToolWay::Environment`]. */
  variable: string | null,
  /** The key that this program set that variable to; none if it did not set it. */
  variableKey: KeyRef | null,
};

/** What came of one of many changes that were to be taken back. */
export type UndoOutcomeView = {
  /** The change as it is now. */
  change: ChangeView,
  /** Files in which something was left as the user has it now, because it is no longer what was written. */
  leftAlone: Array<string>,
  /** Why it is not undone. */
  failure: Failure | null,
};

/** Everything was taken back, as far as it could be. */
export type UndoneEverythingView = {
  /** What came of each change that stood, the oldest first. */
  outcomes: Array<UndoOutcomeView>,
  /** What fresh programs see now. */
  verifications: Array<VerificationView>,
};

/** A change was taken back. */
export type UndoneView = {
  /** The change, now undone. */
  change: ChangeView,
  /** Earlier changes that went with it: their keys are gone from the keyring, so there was nothing to put back. */
  also: Array<ChangeView>,
  /** Files in which something was left as the user has it now, because it is no longer what was written. */
  leftAlone: Array<string>,
  /** What fresh programs see now. */
  verifications: Array<VerificationView>,
};

/** A change of what a workspace may call. */
export type UpdateModelAccessRequest = {
  /** The workspace. */
  workspace: WorkspaceRef,
  /** The models that change, with what they are to be. */
  models: Array<ModelAccessChange>,
};

/** A change of limits. */
export type UpdateModelLimitsRequest = {
  /** The workspace. */
  workspace: WorkspaceRef,
  /** The models that change. */
  limits: Array<ModelLimitChange>,
};

/** A permission to save. */
export type UpdatePermissionRequest = {
  /** The key. */
  key: KeyRef,
  /** What the service has, as far as the user was shown: with anything else nothing is saved. */
  expected: PermissionView,
  /** What it is to have. */
  permission: PermissionRequest,
  /** The groups whose addresses are in it. */
  groups: Array<string>,
};

/** Where a key is set on this computer. */
export type UsedHereView = {
  /** The change that set it; undoing it takes it back. */
  changeId: string,
  /** The environment variable; empty for a tool. */
  variable: string,
  /** The tool in whose settings it is; none for a variable. */
  tool: ToolId | null,
};

/** Lines to show or to copy. */
export type VariableLinesRequest = {
  /** The key. */
  key: KeyRef,
  /** The variable. */
  variable: string,
};

/** Lines that set a variable by hand. */
export type VariableLinesView = {
  /** Whose. */
  shell: LineShell,
  /** For how long. */
  scope: LineScope,
  /** The lines, the key masked. */
  text: string,
};

/** How programs come by a value. */
export type VariableMethod = "keyring" | "value";

/** What would be written, shown before anything is. */
export type VariablePlanView = {
  /** Names it to `apply_plan`; good until a file changes. */
  planId: string,
  /** The variable. */
  variable: string,
  /** The key's masked value. */
  masked: string,
  /** How programs would come by the value. */
  method: VariableMethod,
  /** Why the keyring cannot be asked; none where it can. */
  noKeyring: NoKeyringReason | null,
  /** What is set together with it. */
  companions: Array<CompanionView>,
  /** The key's hosts, the one in use first: a base URL is on one of them. */
  hosts: Array<HostView>,
  /** Every place on this computer, ticked or not. */
  destinations: Array<DestinationView>,
  /** Every file that would be written. */
  writes: Array<WriteView>,
  /** Lines of others that set the same variable. */
  foreign: Array<ForeignView>,
};

/** What a fresh program said. */
export type VerificationStatus = "seen" | "other" | "notSeen" | "failed" | "timedOut" | "afterLogin" | "ignored";

/** What a fresh program found. */
export type VerificationView = {
  /** Where; none for the settings of a tool. */
  destination: DestinationId | null,
  /** The variable that it was asked for. */
  variable: string,
  /** The program that was started, such as `/usr/bin/zsh`, or the file that was read. */
  program: string,
  /** What it said. */
  status: VerificationStatus,
  /** The value it found, masked, if there was one. */
  foundMasked: string | null,
  /** What keeps a tool from reading its settings, whatever stands in them. */
  obstacle: ObstacleView | null,
  /** How long it took. */
  millis: number,
};

/** The workspaces of a region. */
export type WorkspaceList = {
  /** The default one first. */
  workspaces: Array<WorkspaceRowView>,
  /** When the service was asked, in milliseconds since 1970. */
  seenAt: number,
};

/** Names one workspace. */
export type WorkspaceRef = {
  /** The place. */
  region: string,
  /** The service's id. */
  workspaceId: string,
};

/** A workspace with what is around it. */
export type WorkspaceRowView = {
  /** Where its models run: `international`, `global`, …; empty where the service does not say. */
  serviceSite: string,
  /** When it was created, in milliseconds since 1970. */
  createdAt: number,
  /** How many keys it has. */
  keys: number,
  /** Its id. */
  id: string,
  /** Its name. */
  name: string,
  /** Keys go here when no workspace is named. */
  isDefault: boolean,
  /** Its own host; empty where the service names none. */
  apiHost: string,
  /** Where its keys can be used. */
  hosts: Array<HostView>,
};

/** A workspace. */
export type WorkspaceView = {
  /** Its id. */
  id: string,
  /** Its name. */
  name: string,
  /** Keys go here when no workspace is named. */
  isDefault: boolean,
  /** Its own host; empty where the service names none. */
  apiHost: string,
  /** Where its keys can be used. */
  hosts: Array<HostView>,
};

/** "Would this address be allowed?" */
export type WouldAllowRequest = {
  /** The list, as `AllowlistView.sends` has it. */
  entries: Array<string>,
  /** The address as it is typed. */
  address: string,
};

/** Whether it would. */
export type WouldAllowView = {
  /** It would be let in. */
  allowed: boolean,
  /** The entry that lets it in. */
  by: string | null,
  /** What was typed is no address, and so nothing was decided. */
  problem: AddressProblemView | null,
};

/** What would be done to a file. */
export type WriteAction = "create" | "update" | "addBlock" | "keep" | "commentOut" | "settings";

/** A file that would be written. */
export type WriteView = {
  /** For which place; none for the settings of a tool. */
  destination: DestinationId | null,
  /** The file as the user knows it. */
  path: string,
  /** Where a symbolic link leads, if it is one. */
  linkTarget: string | null,
  /** What would be done. */
  action: WriteAction,
  /** The file will hold the key in plain text. */
  plaintext: boolean,
  /** Others can read the file now; with the key in it only its owner may, until that is taken back. */
  makesPrivate: boolean,
  /** The lines around the change; values masked. */
  lines: Array<DiffLine>,
};

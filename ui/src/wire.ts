// What crosses between the program and its window. Made from the Rust types in crates/actions/src by `cargo xtask wire`:
// change those, not this.

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
  /** The seven regions in the order of the switcher; This computer first. */
  regions: Array<RegionView>,
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

/** The three addresses of one host. */
export type BaseUrlsView = {
  /** For OpenAI-compatible programs: `…/compatible-mode/v1`. */
  openai: string,
  /** For the DashScope SDK: `…/api/v1`. */
  native: string,
  /** For Anthropic-compatible programs: `…/apps/anthropic`. */
  anthropic: string,
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
  /** The variable. */
  variable: string,
  /** The key that it was set to. */
  key: KeyRef,
  /** Its masked value at that time. */
  masked: string,
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

/** The answer to one call with the key. */
export type CheckedView = {
  /** How long it took. */
  millis: number,
  /** How many models the service listed. */
  models: number,
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

/** A secret is on the clipboard. */
export type CopiedView = {
  /** Seconds until it is cleared if it is still there; none for never. */
  clearsInSeconds: number | null,
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

/** A key just created. It has no value: that is revealed or copied by its name. */
export type CreatedKeyView = {
  /** Its row. */
  key: KeyView,
  /** The addresses to use it with. */
  baseUrls: BaseUrlsView,
  /** None: it is in the keyring. Else why it is not; then this is the only chance to save it. */
  notKept: Failure | null,
};

/** What to delete. */
export type DeleteKeyRequest = {
  /** The key. */
  key: KeyRef,
  /** Take its value out of the variables of this computer too. */
  undoChanges: boolean,
};

/** A place where programs look for variables. */
export type DestinationId = "bash" | "zsh" | "fish" | "desktop";

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
  | { "code": "valueUnsuitable" }
  | { "code": "noDestination" }
  | { "code": "regionNeedsAccount", region: string, }
  | { "code": "regionCannot", region: string, }
  | { "code": "localStudioStopped", reason: string, }
  | { "code": "quotaReached", limit: number, }
  | { "code": "keyNotFound", apiKeyId: string, }
  | { "code": "keyRefused", platformCode: string, disabled: boolean, }
  | { "code": "permissionChanged", current: PermissionView, }
  | { "code": "addressNotAllowed", platformCode: string, }
  | { "code": "accessKeyRefused", platformCode: string, requestId: string, }
  | { "code": "clockWrong", requestId: string, }
  | { "code": "tooManyRequests" }
  | { "code": "platformRefused", platformCode: string, message: string, requestId: string, }
  | { "code": "unreachable", host: string, }
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
  | { "code": "fileNotOrdinary", path: string, }
  | { "code": "fileTooLarge", path: string, }
  | { "code": "fileHasSyntaxError", path: string, line: number | null, detail: string, }
  | { "code": "changeBreaksFile", path: string, line: number | null, detail: string, }
  | { "code": "fileEndsOpen", path: string, line: number, }
  | { "code": "lineNotAlone", path: string, line: number, }
  | { "code": "fileBlockDamaged", path: string, line: number, }
  | { "code": "fileChanged", path: string, }
  | { "code": "diskFull", path: string, }
  | { "code": "fileNotWritten", path: string, reason: string, }
  | { "code": "planUnknown" }
  | { "code": "anotherChange" }
  | { "code": "journalDamaged", path: string, }
  | { "code": "changeUndone" }
  | { "code": "changeUnknown" }
  | { "code": "clipboardUnavailable", detail: string, }
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

/** A line, not ours, that sets the same variable. */
export type ForeignView = {
  /** Names it to a plan. */
  id: string,
  /** The file. */
  path: string,
  /** Its number, from 1. */
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

/** Whether a key's value is in the keyring. */
export type KeptView =
  | { "state": "kept" }
  | { "state": "unknown" }
  | { "state": "missing" }
  | { "state": "memoryOnly" };

/** The keys of a region and what is needed around them. */
export type KeyList = {
  /** Newest first. */
  keys: Array<KeyView>,
  /** Where a key may be created; the default workspace first. */
  workspaces: Array<WorkspaceView>,
  /** How many keys there may be. */
  quota: QuotaView | null,
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
  /** The region of the key. */
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
  /** The region of the key. */
  region: string,
  /** The service's id, as text: it does not fit a JavaScript number. */
  apiKeyId: string,
};

/** The language of the window. */
export type LanguageChoice = "system" | "en" | "zh-CN";

/** Who is let in, in numbers. */
export type LetInView = {
  /** Everybody, or whom. */
  anyone: AnyoneView,
  /** Entries of the list; 0 where there is none. */
  entries: number,
  /** Addresses. */
  addresses: AddressCountsView,
};

/** Whose models to list. */
export type ListModelsRequest = {
  /** The region. */
  region: string,
  /** The workspace of the key; none for the default one. */
  workspaceId: string | null,
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

/** From `start` up to and without `end`, each from 0 to 1. It may be too small for them to differ: give it a dot. */
export type PartView = {
  /** Where it begins. */
  start: number,
  /** Where it ends. */
  end: number,
};

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
};

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
  /** The region shown last. */
  region: string,
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

/** What a call with the key said after its permission was saved. */
export type ProofView =
  | { "kind": "allowed", millis: number, models: number, asMeant: boolean | null, }
  | { "kind": "refused", platformCode: string, millis: number, asMeant: boolean | null, }
  | { "kind": "notProvable", failure: Failure, };

/** Keys used of keys allowed. */
export type QuotaView = {
  /** Keys there are. */
  used: number,
  /** Keys there may be. */
  limit: number,
};

/** Whether a region can be worked with now. */
export type RegionStateView =
  | { "kind": "ready" }
  | { "kind": "needsAccount" }
  | { "kind": "stopped", reason: string, };

/** A region as the switcher and its page show it. */
export type RegionView = {
  /** `this-computer`, `cn-beijing`, … */
  id: string,
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

/** Whether public sources say that a region supports something. */
export type SupportView = "yes" | "no" | "disputed";

/** The colours of the window. */
export type ThemeChoice = "system" | "light" | "dark";

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
  /** The environment variable. */
  variable: string,
};

/** What would be written, shown before anything is. */
export type VariablePlanView = {
  /** Names it to `apply_variable`; good until a file changes. */
  planId: string,
  /** The variable. */
  variable: string,
  /** The key's masked value. */
  masked: string,
  /** Every place on this computer, ticked or not. */
  destinations: Array<DestinationView>,
  /** Every file that would be written. */
  writes: Array<WriteView>,
  /** Lines of others that set the same variable. */
  foreign: Array<ForeignView>,
};

/** What a fresh program said. */
export type VerificationStatus = "seen" | "other" | "notSeen" | "failed" | "timedOut" | "afterLogin";

/** What a fresh program found. */
export type VerificationView = {
  /** Where. */
  destination: DestinationId,
  /** The program that was started, such as `/usr/bin/zsh`. */
  program: string,
  /** What it said. */
  status: VerificationStatus,
  /** The value it found, masked, if there was one. */
  foundMasked: string | null,
  /** How long it took. */
  millis: number,
};

/** A workspace. */
export type WorkspaceView = {
  /** Its id. */
  id: string,
  /** Its name. */
  name: string,
  /** Keys go here when no workspace is named. */
  isDefault: boolean,
  /** Its own host. */
  apiHost: string,
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
export type WriteAction = "create" | "update" | "addBlock" | "keep" | "commentOut";

/** A file that would be written. */
export type WriteView = {
  /** For which place. */
  destination: DestinationId,
  /** The file as the user knows it. */
  path: string,
  /** Where a symbolic link leads, if it is one. */
  linkTarget: string | null,
  /** What would be done. */
  action: WriteAction,
  /** The file will hold the key in plain text. */
  plaintext: boolean,
  /** The lines around the change; values masked. */
  lines: Array<DiffLine>,
};

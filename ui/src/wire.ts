// What crosses between the program and its window. Made from the Rust types in crates/actions/src by `cargo xtask wire`:
// change those, not this.

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

/** A secret is on the clipboard. */
export type CopiedView = {
  /** Seconds until it is cleared if it is still there; none for never. */
  clearsInSeconds: number | null,
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

/** The permission as it was typed. */
export type PermissionRequest =
  | { "type": "all" }
  | { "type": "custom", addresses: string, models: Array<string> | null, };

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
};

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

/** What the start-up probe (write, read, delete) said about the place where secrets rest. */
export type SecretStoreView =
  | { "state": "available", name: string, }
  | { "state": "locked", name: string, }
  | { "state": "absent", name: string, packages: Array<string>, }
  | { "state": "passphraseNeeded", path: string, }
  | { "state": "passphraseOpen", path: string, };

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

// The door to the program: one method a command. The only file that knows Tauri; everything else, and every test,
// knows `Core` alone. It keeps nothing and decides nothing.

import { invoke } from "@tauri-apps/api/core";
import type {
  AccountCheckView,
  AccountView,
  AddAccountRequest,
  AddressGroupRequest,
  AddressGroupView,
  AllowlistView,
  AppView,
  AskHostsRequest,
  BatchOutcomeView,
  CallView,
  ChangeView,
  CheckedView,
  ChooseHostRequest,
  CopiedView,
  CopySnippetRequest,
  CopyVariableLinesRequest,
  CostRequest,
  CostView,
  CreatedKeyView,
  CreateKeyRequest,
  CreateTemporaryKeyRequest,
  CreateWorkspaceRequest,
  DeleteKeyRequest,
  DiagnoseRequest,
  DiagnosisView,
  DownloadedView,
  EditAccountRequest,
  EditDescriptionRequest,
  ExplainAllowlistRequest,
  ExportKeyRequest,
  FoundCredentialsView,
  HostAnswerView,
  KeepPastedRequest,
  KeptResultRef,
  KeptResultView,
  KeyList,
  KeyRef,
  KeyView,
  ListModelsRequest,
  ListTasksRequest,
  ModelAccessView,
  ModelLimitsView,
  ModelView,
  MyAddressesView,
  PastedKeyView,
  PermissionChangedView,
  PermissionPreviewView,
  PlanToolRequest,
  PlanVariableRequest,
  PreferencesView,
  PreviewPermissionRequest,
  ProgramView,
  RamPolicyView,
  RefreshedView,
  ResetKeyView,
  RevealedView,
  RotationView,
  SavedGroupView,
  SecretStoreView,
  SnippetView,
  StartCallRequest,
  StartProgramRequest,
  TaskListView,
  TaskRef,
  TasksRequest,
  TaskView,
  TemporaryKeyView,
  ToolGuideRequest,
  ToolGuideView,
  ToolId,
  ToolPlanView,
  ToolView,
  UndoneEverythingView,
  UndoneView,
  UpdateModelAccessRequest,
  UpdateModelLimitsRequest,
  UpdatePermissionRequest,
  VariableLinesRequest,
  VariableLinesView,
  VariablePlanView,
  WorkspaceList,
  WorkspaceRef,
  WorkspaceRowView,
  WouldAllowRequest,
  WouldAllowView,
} from "./wire";

/** What the window can ask for. A refused request rejects with a `Failure` (see failure.ts). */
export interface Core {
  app(): Promise<AppView>;
  /** The first frame is on the screen. */
  windowReady(): Promise<void>;
  savePreferences(preferences: PreferencesView): Promise<void>;

  listKeys(region: string): Promise<KeyList>;
  createKey(request: CreateKeyRequest): Promise<CreatedKeyView>;
  /** The one answer that holds a secret. */
  revealKey(key: KeyRef): Promise<RevealedView>;
  copyKey(key: KeyRef): Promise<CopiedView>;
  copyKeyWithHost(key: KeyRef): Promise<CopiedView>;
  /** Copies what is not secret; it is not cleared later. */
  copyText(text: string): Promise<void>;
  clearClipboard(): Promise<void>;
  downloadKey(key: KeyRef): Promise<DownloadedView>;
  /** Tries once more to put a key that is only in memory into the keyring. */
  keepKey(key: KeyRef): Promise<KeyView>;
  /** The user has saved a key that is only in memory: it is wiped there. */
  releaseKey(key: KeyRef): Promise<void>;
  checkKey(key: KeyRef): Promise<CheckedView>;
  disableKey(key: KeyRef): Promise<KeyView>;
  enableKey(key: KeyRef): Promise<KeyView>;
  resetKey(key: KeyRef): Promise<ResetKeyView>;
  deleteKey(request: DeleteKeyRequest): Promise<void>;

  /** What the box of addresses says: quick, and asked while it is typed in. */
  explainAllowlist(request: ExplainAllowlistRequest): Promise<AllowlistView>;
  wouldAllow(request: WouldAllowRequest): Promise<WouldAllowView>;
  /** Asks services on the internet, except for This computer: only on a click. */
  myAddresses(region: string): Promise<MyAddressesView>;
  listAddressGroups(): Promise<AddressGroupView[]>;
  saveAddressGroup(group: AddressGroupRequest): Promise<SavedGroupView>;
  deleteAddressGroup(id: string): Promise<void>;
  listModels(request: ListModelsRequest): Promise<ModelView[]>;
  previewPermission(request: PreviewPermissionRequest): Promise<PermissionPreviewView>;
  updatePermission(request: UpdatePermissionRequest): Promise<PermissionChangedView>;

  planVariable(request: PlanVariableRequest): Promise<VariablePlanView>;
  /** Programs on this computer that can be started with a key, terminals first. */
  listPrograms(): Promise<ProgramView[]>;
  /** Starts one; only it and what it starts see the key. */
  startProgram(request: StartProgramRequest): Promise<ProgramView>;
  /** Lines that set a variable by hand, the key masked. */
  variableLines(request: VariableLinesRequest): Promise<VariableLinesView[]>;
  copyVariableLines(request: CopyVariableLinesRequest): Promise<CopiedView>;
  /** Writes what a preview of a variable or a tool showed: all of it or nothing. */
  applyPlan(planId: string): Promise<ChangeView>;
  verifyChange(changeId: string): Promise<ChangeView>;
  listChanges(): Promise<ChangeView[]>;
  undoChange(changeId: string): Promise<UndoneView>;
  /** Takes back every change that stands; one that cannot be is told with its reason. */
  undoEverything(): Promise<UndoneEverythingView>;

  /** Looks which tools are on this computer and what they are set to. Writes nothing. */
  listTools(): Promise<ToolView[]>;
  planTool(request: PlanToolRequest): Promise<ToolPlanView>;
  toolGuide(request: ToolGuideRequest): Promise<ToolGuideView>;
  /** Opens the page about a tool's settings in the browser. */
  openToolPage(tool: ToolId): Promise<void>;
  /** Copies a link that carries the key in clear; the clipboard is cleared later. */
  copyImportLink(request: ToolGuideRequest): Promise<CopiedView>;
  /** Writes the key in a form for other programs to the downloads folder. */
  exportKey(request: ExportKeyRequest): Promise<DownloadedView>;
  copyExport(request: ExportKeyRequest): Promise<CopiedView>;

  /** What was last seen of a place; null if nothing ever was. Asks nobody. */
  seenKeys(region: string): Promise<KeyList | null>;
  /** Asks one place anew: keys and workspaces, with all their pages. A failure is in the answer. */
  refreshRegion(region: string): Promise<RefreshedView>;
  chooseHost(request: ChooseHostRequest): Promise<KeyView>;
  /** Its permission is left as it is. */
  editDescription(request: EditDescriptionRequest): Promise<KeyView>;

  addAccount(request: AddAccountRequest): Promise<AccountView>;
  editAccount(request: EditAccountRequest): Promise<AccountView>;
  /** Asks the service who the account is. */
  checkAccount(id: string): Promise<AccountCheckView>;
  /** Forgets the account and its secret. The values of its keys stay in the keyring. */
  removeAccount(id: string): Promise<void>;
  /** Looks for credentials that are on this computer already: only on a click. */
  findCredentials(): Promise<FoundCredentialsView[]>;
  ramPolicy(): Promise<RamPolicyView>;

  /** Writes a rotation down; nothing else happens yet. */
  startRotation(key: KeyRef): Promise<RotationView>;
  /** Takes the next step of a rotation, one a call, up to the old key being disabled. */
  continueRotation(id: string): Promise<RotationView>;
  undoRotation(id: string): Promise<RotationView>;
  /** Deletes the old key, for ever. */
  finishRotation(id: string): Promise<RotationView>;
  /** Those that are under way, and those whose old key waits to be deleted. */
  listRotations(): Promise<RotationView[]>;
  /** Reminds a week later that the old key waits to be deleted. */
  postponeRotation(id: string): Promise<RotationView>;

  /** Says what a pasted value is, by its shape. It is held until it is kept or forgotten. */
  recognizeKey(value: string): Promise<PastedKeyView>;
  /** Asks each host once with the pasted key: only after the user agreed. */
  askHosts(request: AskHostsRequest): Promise<HostAnswerView[]>;
  keepPasted(request: KeepPastedRequest): Promise<KeyView>;
  forgetPasted(id: string): Promise<void>;
  /** Removes a pasted key from this computer. At the service nothing changes. */
  removeKept(key: KeyRef): Promise<void>;

  listWorkspaces(region: string): Promise<WorkspaceList>;
  createWorkspace(request: CreateWorkspaceRequest): Promise<WorkspaceRowView>;
  deleteWorkspace(workspace: WorkspaceRef): Promise<void>;
  listModelAccess(workspace: WorkspaceRef): Promise<ModelAccessView>;
  updateModelAccess(request: UpdateModelAccessRequest): Promise<BatchOutcomeView>;
  listModelLimits(workspace: WorkspaceRef): Promise<ModelLimitsView>;
  updateModelLimits(request: UpdateModelLimitsRequest): Promise<BatchOutcomeView>;

  costs(request: CostRequest): Promise<CostView>;
  /** Writes what `costs` answers to the downloads folder, as CSV. */
  downloadCosts(request: CostRequest): Promise<DownloadedView>;

  /** Looks for what keeps programs from seeing a key in a variable. Changes nothing. */
  diagnose(request: DiagnoseRequest): Promise<DiagnosisView>;
  /** Writes what `diagnose` said to the downloads folder, every secret masked. */
  saveDiagnosis(request: DiagnoseRequest): Promise<DownloadedView>;

  createTemporaryKey(request: CreateTemporaryKeyRequest): Promise<TemporaryKeyView>;
  listTemporaryKeys(): Promise<TemporaryKeyView[]>;
  revealTemporaryKey(id: string): Promise<RevealedView>;
  /** The clipboard is cleared when the key ends. */
  copyTemporaryKey(id: string): Promise<CopiedView>;
  /** Lines that use the key, with its masked form in them. */
  snippets(id: string): Promise<SnippetView[]>;
  /** Copies the lines with the key itself in them. */
  copySnippet(request: CopySnippetRequest): Promise<CopiedView>;
  forgetTemporaryKey(id: string): Promise<void>;

  startCall(request: StartCallRequest): Promise<CallView>;
  /** A call as it is now: asked for again while it goes on. */
  call(id: string): Promise<CallView>;
  stopCall(id: string): Promise<CallView>;

  listTasks(request: ListTasksRequest): Promise<TaskListView>;
  getTask(task: TaskRef): Promise<TaskView>;
  getTasks(request: TasksRequest): Promise<TaskView[]>;
  cancelTask(task: TaskRef): Promise<TaskView>;
  keepTaskResult(task: TaskRef): Promise<KeptResultView>;
  keptResults(region: string): Promise<KeptResultView[]>;
  removeKeptResult(result: KeptResultRef): Promise<void>;

  dismissAttention(id: string): Promise<void>;
  probeStore(): Promise<SecretStoreView>;
  choosePassphraseFile(passphrase: string): Promise<SecretStoreView>;
  unlockPassphraseFile(passphrase: string): Promise<SecretStoreView>;
  /** Opens the platform's own key page in the browser. */
  openConsole(region: string): Promise<void>;
}

/** The real program behind the window. */
export const tauriCore: Core = {
  app: () => invoke("app"),
  windowReady: () => invoke("window_ready"),
  savePreferences: (preferences) => invoke("save_preferences", { preferences }),

  listKeys: (region) => invoke("list_keys", { region }),
  createKey: (request) => invoke("create_key", { request }),
  revealKey: (key) => invoke("reveal_key", { key }),
  copyKey: (key) => invoke("copy_key", { key }),
  copyKeyWithHost: (key) => invoke("copy_key_with_host", { key }),
  copyText: (text) => invoke("copy_text", { text }),
  clearClipboard: () => invoke("clear_clipboard"),
  downloadKey: (key) => invoke("download_key", { key }),
  keepKey: (key) => invoke("keep_key", { key }),
  releaseKey: (key) => invoke("release_key", { key }),
  checkKey: (key) => invoke("check_key", { key }),
  disableKey: (key) => invoke("disable_key", { key }),
  enableKey: (key) => invoke("enable_key", { key }),
  resetKey: (key) => invoke("reset_key", { key }),
  deleteKey: (request) => invoke("delete_key", { request }),

  explainAllowlist: (request) => invoke("explain_allowlist", { request }),
  wouldAllow: (request) => invoke("would_allow", { request }),
  myAddresses: (region) => invoke("my_addresses", { region }),
  listAddressGroups: () => invoke("list_address_groups"),
  saveAddressGroup: (group) => invoke("save_address_group", { group }),
  deleteAddressGroup: (id) => invoke("delete_address_group", { id }),
  listModels: (request) => invoke("list_models", { request }),
  previewPermission: (request) => invoke("preview_permission", { request }),
  updatePermission: (request) => invoke("update_permission", { request }),

  planVariable: (request) => invoke("plan_variable", { request }),
  listPrograms: () => invoke("list_programs"),
  startProgram: (request) => invoke("start_program", { request }),
  variableLines: (request) => invoke("variable_lines", { request }),
  copyVariableLines: (request) => invoke("copy_variable_lines", { request }),
  verifyChange: (changeId) => invoke("verify_change", { changeId }),
  listChanges: () => invoke("list_changes"),
  undoChange: (changeId) => invoke("undo_change", { changeId }),
  undoEverything: () => invoke("undo_everything"),

  listTools: () => invoke("list_tools"),
  planTool: (request) => invoke("plan_tool", { request }),
  applyPlan: (planId) => invoke("apply_plan", { planId }),
  toolGuide: (request) => invoke("tool_guide", { request }),
  openToolPage: (tool) => invoke("open_tool_page", { tool }),
  copyImportLink: (request) => invoke("copy_import_link", { request }),
  exportKey: (request) => invoke("export_key", { request }),
  copyExport: (request) => invoke("copy_export", { request }),

  seenKeys: (region) => invoke("seen_keys", { region }),
  refreshRegion: (region) => invoke("refresh_region", { region }),
  chooseHost: (request) => invoke("choose_host", { request }),
  editDescription: (request) => invoke("edit_description", { request }),

  addAccount: (request) => invoke("add_account", { request }),
  editAccount: (request) => invoke("edit_account", { request }),
  checkAccount: (id) => invoke("check_account", { id }),
  removeAccount: (id) => invoke("remove_account", { id }),
  findCredentials: () => invoke("find_credentials"),
  ramPolicy: () => invoke("ram_policy"),

  startRotation: (key) => invoke("start_rotation", { key }),
  continueRotation: (id) => invoke("continue_rotation", { id }),
  undoRotation: (id) => invoke("undo_rotation", { id }),
  finishRotation: (id) => invoke("finish_rotation", { id }),
  listRotations: () => invoke("list_rotations"),
  postponeRotation: (id) => invoke("postpone_rotation", { id }),

  recognizeKey: (value) => invoke("recognize_key", { value }),
  askHosts: (request) => invoke("ask_hosts", { request }),
  keepPasted: (request) => invoke("keep_pasted", { request }),
  forgetPasted: (id) => invoke("forget_pasted", { id }),
  removeKept: (key) => invoke("remove_kept", { key }),

  listWorkspaces: (region) => invoke("list_workspaces", { region }),
  createWorkspace: (request) => invoke("create_workspace", { request }),
  deleteWorkspace: (workspace) => invoke("delete_workspace", { workspace }),
  listModelAccess: (workspace) => invoke("list_model_access", { workspace }),
  updateModelAccess: (request) => invoke("update_model_access", { request }),
  listModelLimits: (workspace) => invoke("list_model_limits", { workspace }),
  updateModelLimits: (request) => invoke("update_model_limits", { request }),

  costs: (request) => invoke("costs", { request }),
  downloadCosts: (request) => invoke("download_costs", { request }),

  diagnose: (request) => invoke("diagnose", { request }),
  saveDiagnosis: (request) => invoke("save_diagnosis", { request }),

  createTemporaryKey: (request) => invoke("create_temporary_key", { request }),
  listTemporaryKeys: () => invoke("list_temporary_keys"),
  revealTemporaryKey: (id) => invoke("reveal_temporary_key", { id }),
  copyTemporaryKey: (id) => invoke("copy_temporary_key", { id }),
  snippets: (id) => invoke("snippets", { id }),
  copySnippet: (request) => invoke("copy_snippet", { request }),
  forgetTemporaryKey: (id) => invoke("forget_temporary_key", { id }),

  startCall: (request) => invoke("start_call", { request }),
  call: (id) => invoke("call", { id }),
  stopCall: (id) => invoke("stop_call", { id }),

  listTasks: (request) => invoke("list_tasks", { request }),
  getTask: (task) => invoke("get_task", { task }),
  getTasks: (request) => invoke("get_tasks", { request }),
  cancelTask: (task) => invoke("cancel_task", { task }),
  keepTaskResult: (task) => invoke("keep_task_result", { task }),
  keptResults: (region) => invoke("kept_results", { region }),
  removeKeptResult: (result) => invoke("remove_kept_result", { result }),

  dismissAttention: (id) => invoke("dismiss_attention", { id }),
  probeStore: () => invoke("probe_store"),
  choosePassphraseFile: (passphrase) => invoke("choose_passphrase_file", { passphrase }),
  unlockPassphraseFile: (passphrase) => invoke("unlock_passphrase_file", { passphrase }),
  openConsole: (region) => invoke("open_console", { region }),
};

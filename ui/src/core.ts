// The door to the program: one method a command. The only file that knows Tauri; everything else, and every test,
// knows `Core` alone. It keeps nothing and decides nothing.

import { invoke } from "@tauri-apps/api/core";
import type {
  AddressGroupRequest,
  AddressGroupView,
  AllowlistView,
  AppView,
  ChangeView,
  CheckedView,
  CopiedView,
  CreatedKeyView,
  CreateKeyRequest,
  DeleteKeyRequest,
  DownloadedView,
  ExplainAllowlistRequest,
  KeyList,
  KeyRef,
  KeyView,
  ListModelsRequest,
  ModelView,
  MyAddressesView,
  PermissionChangedView,
  PermissionPreviewView,
  PlanVariableRequest,
  PreferencesView,
  PreviewPermissionRequest,
  ResetKeyView,
  RevealedView,
  SavedGroupView,
  SecretStoreView,
  UndoneView,
  UpdatePermissionRequest,
  VariablePlanView,
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
  applyVariable(planId: string): Promise<ChangeView>;
  verifyChange(changeId: string): Promise<ChangeView>;
  listChanges(): Promise<ChangeView[]>;
  undoChange(changeId: string): Promise<UndoneView>;

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
  applyVariable: (planId) => invoke("apply_variable", { planId }),
  verifyChange: (changeId) => invoke("verify_change", { changeId }),
  listChanges: () => invoke("list_changes"),
  undoChange: (changeId) => invoke("undo_change", { changeId }),

  dismissAttention: (id) => invoke("dismiss_attention", { id }),
  probeStore: () => invoke("probe_store"),
  choosePassphraseFile: (passphrase) => invoke("choose_passphrase_file", { passphrase }),
  unlockPassphraseFile: (passphrase) => invoke("unlock_passphrase_file", { passphrase }),
  openConsole: (region) => invoke("open_console", { region }),
};

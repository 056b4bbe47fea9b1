// The door to the program: one method a command. The only file that knows Tauri; everything else, and every test,
// knows `Core` alone. It keeps nothing and decides nothing.

import { invoke } from "@tauri-apps/api/core";
import type {
  AppView,
  ChangeView,
  CheckedView,
  CopiedView,
  CreatedKeyView,
  CreateKeyRequest,
  DeleteKeyRequest,
  DownloadedView,
  KeyList,
  KeyRef,
  KeyView,
  PlanVariableRequest,
  PreferencesView,
  ResetKeyView,
  RevealedView,
  SecretStoreView,
  UndoneView,
  VariablePlanView,
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

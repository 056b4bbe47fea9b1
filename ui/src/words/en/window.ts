// English: the frame around every screen, and words used everywhere.

import type { Place, Word } from "../kinds";
import { plural } from "../kinds";

export const common = {
  cancel: "Cancel",
  close: "Close",
  back: "Back",
  done: "Done",
  tryAgain: "Try again",
  dismiss: "Dismiss",
  copy: "Copy",
  copyOf: (thing: string) => `Copy ${thing}`,
  optional: "optional",
  milliseconds: (count: number) => `${count} ms`,
  region: (names: { nameEn: string; nameZh: string }) => names.nameEn,
};

/** Where secrets rest, as it reads inside a sentence. */
export const place: Record<Place, string> = {
  keyring: "this computer's keyring",
  keychain: "this computer's keychain",
  credentialManager: "this computer's Credential Manager",
  encryptedFile: "the encrypted file on this computer",
};

export const frame = {
  navigation: "Main",
  keys: "Keys",
  temporaryKeys: "Temporary keys",
  tools: "Tools",
  workspaces: "Workspaces",
  cost: "Cost",
  calls: "Encrypted calls",
  tasks: "Tasks",
  doctor: "Doctor",
  changes: "Changes on this computer",
  settings: "Settings",
  region: "Region",
  regionSwitch: (name: string) => `Region: ${name}. Switch region`,
  regionReady: "Ready",
  regionNeedsAccount: "No account set up",
  regionStopped: "Not running",
  language: "Language",
  languageChoices: { system: "As the system", en: "English", "zh-CN": "简体中文" } as Record<
    Word<"language">,
    string
  >,
  theme: "Theme",
  themeChoices: { system: "As the system", light: "Light", dark: "Dark" } as Record<Word<"theme">, string>,
  skip: "Skip to content",
  starting: "Starting Studio Keys",
  startFailed: "Studio Keys could not start",
  notSaved: "The choice is used now, but could not be saved for the next start.",
};

export const waiting = {
  part: "Loading",
  slow: (what: string) => `Still waiting for ${what} …`,
  stopped: "You stopped waiting.",
  program: "Studio Keys",
  service: "Alibaba Cloud",
  region: (name: string) => name,
  store: "the keyring",
  files: "the start-up files",
  shells: "new shells to start",
  stop: "Stop waiting",
};

export const toast = {
  region: "Messages",
  copied: "Copied",
  copiedNever: "Copied. The clipboard is not cleared: clear it yourself when you have pasted.",
  clearsIn: (seconds: number) => `cleared in ${seconds} s`,
  copiedAloud: (seconds: number) =>
    `Copied. The clipboard will be cleared in ${plural(seconds, "second", "seconds")}.`,
  clearNow: "Clear now",
  cleared: "Clipboard cleared",
  textCopied: "Copied",
  downloaded: (path: string) => `Saved as plain text: ${path}. Delete the file when you no longer need it.`,
  disabled: (name: string) => `${name} is disabled. It is refused until you enable it.`,
  disabledUsed: (name: string, variables: string) =>
    `${name} is disabled. ${variables} on this computer still holds it, so programs here are refused until you enable it.`,
  enabled: (name: string) => `${name} is enabled again.`,
  enable: "Enable",
  deleted: (name: string) => `${name} is deleted.`,
  kept: (where: string) => `The key is now saved in ${where}.`,
  released: "The key is no longer held in memory.",
  undone: (variable: string) => `${variable} is as it was before.`,
};

export const store = {
  lockedTitle: "The keyring is locked",
  lockedBody: (name: string) =>
    `${name} asks for your login password before it hands out keys. Unlock it, then try again.`,
  absentTitle: "This computer has no keyring",
  absentBody: (name: string) => `Keys rest in ${name}, and it is not running here.`,
  absentPackages: "Install it, log in again, then try again:",
  absentOr: "Or keep keys in a file that only your passphrase opens.",
  useFile: "Use an encrypted file",
  fileTitle: "Keep keys in an encrypted file",
  fileBody:
    "You type the passphrase at each start. Nobody can recover it: without it, the keys in the file are lost.",
  passphrase: "Passphrase",
  passphraseAgain: "Passphrase again",
  passphraseDiffers: "The two passphrases are not the same.",
  passphraseEmpty: "Type a passphrase.",
  create: "Create encrypted file",
  unlockTitle: "Your keys are in an encrypted file",
  unlockBody: "Type its passphrase to reveal, copy and use keys.",
  unlock: "Unlock",
};

export const attention = {
  title: (count: number) =>
    count === 1 ? "One key needs your decision" : `${count} keys need your decision`,
  unnamed: "a key without description",
  createdNotKept: (name: string) =>
    `${name} was created, but Studio Keys was interrupted before its value was saved. Nobody can show that value again.`,
  resetNotKept: (name: string) =>
    `${name} was reset, but Studio Keys was interrupted before the new value was saved. The old value no longer works.`,
  unknown: (name: string) =>
    `The creation of ${name} was interrupted, and the service could not be asked yet how it ended.`,
  started: (when: string) => `Started ${when}`,
  reset: "Reset for a new value",
  delete: "Delete key",
  ask: "Ask again",
};

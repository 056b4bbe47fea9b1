// English: what was changed on this computer, and settings.

import { plural } from "../kinds";

export const changes = {
  title: "Changes on this computer",
  lead: "Everything Studio Keys wrote outside its own folder, with a way back.",
  emptyTitle: "Nothing was changed",
  empty:
    "Studio Keys changes files on this computer only when you set a key as a variable or set up a tool. Each change is listed here and can be undone.",
  toKeys: "Go to Keys",
  loading: "Loading changes",
  states: { active: "In effect", replaced: "Replaced", undone: "Undone", unfinished: "Interrupted" },
  unfinishedNote: "Studio Keys was interrupted in the middle of this. Undo puts every file back as it was.",
  set: (variable: string, masked: string) => `${variable} set to ${masked}`,
  files: (count: number) => plural(count, "file", "files"),
  backup: "Copy from before",
  verified: "Last checked",
  verify: "Verify",
  undo: "Undo",
  undoTitle: (variable: string) => `Undo the setting of ${variable}?`,
  undoBody: (variable: string) =>
    `Each file gets back what it held before; ${variable} is as it was. What you changed in these files since stays as you have it.`,
  undoNew: "Programs that are open keep the value until you restart them.",
  undoSubmit: "Undo change",
  undoing: "Undoing …",
  also: "Undone with it, because the keys they held are no longer on this computer:",
  leftAlone: "Left as you have it now, because it was changed since:",
  everything: "Undo everything …",
  everythingTitle: "Undo everything that Studio Keys changed?",
  everythingBody: (count: number) =>
    `${plural(count, "change is", "changes are")} taken back. Each file gets back what it held before the first of them; what you changed in these files since stays as you have it.`,
  everythingStays: "Not taken back:",
  everythingCannot: [
    "Programs that are open keep the value until you restart them.",
    "Files that you downloaded or exported, and lines that you pasted somewhere.",
    "What you entered yourself in the window of a tool.",
    "Your keys: they stay at the service, and their values where they are kept.",
  ],
  everythingSubmit: "Undo everything",
  everythingProgress: (done: number, count: number) => `${done} of ${count} undone`,
  everythingDone: "Nothing of Studio Keys is left in your files.",
  everythingSome: (count: number) => `${plural(count, "change", "changes")} could not be undone`,
  everythingRest:
    "All the others are. What is left stays in the list, and can be undone once its cause is gone.",
  stillSet: (variable: string, program: string, masked: string) =>
    `${program} still finds ${variable} (${masked}): it is set elsewhere too.`,
  isUndone: "undone",
  isWaiting: "not yet undone",
  isNotUndone: "not undone",
};

export const settings = {
  title: "Settings",
  look: "Look",
  language: "Language",
  theme: "Theme",
  clipboard: "Clipboard",
  clipboardLabel: "Clear a copied key after",
  seconds: (count: number) =>
    count % 60 === 0 ? plural(count / 60, "minute", "minutes") : plural(count, "second", "seconds"),
  never: "Never",
  neverWarning:
    "A copied key stays on the clipboard until something else is copied. Any program can read it there.",
  secrets: "Where keys rest",
  available: (name: string) => `${name} is available. Keys are saved there, one item a key.`,
  fileOpen: "Keys are saved in an encrypted file that your passphrase opened.",
  probe: "Check now",
  data: "Data",
  dataBody:
    "What is known about keys, the list of changes and copies of changed files. No key's value is in it, except in a copy of a file that already held one.",
  dataFolder: "Data folder",
  version: "Version",
};

// English: replacing a key by a new one, step by step.

import { plural } from "../kinds";

export const rotation = {
  title: (name: string) => `Replace API key “${name}”`,
  way: "How it is replaced",
  ways: { safely: "Replace safely", leaked: "Leaked? Reset now" },
  wayHints: {
    safely: "A new key takes over step by step. The old one works until nothing here uses it any more.",
    leaked: "This key gets a new value, and the old value dies at once, wherever it is used.",
  },
  leakedNot: (region: string) =>
    `${region} cannot reset keys. Replace it safely, then delete the old key at once.`,
  order: "In this order",
  moves: "Set on this computer, and given the new key:",
  movesNothing: "Nothing on this computer is set to this key, so nothing has to be moved.",
  elsewhere:
    "Servers and other people keep the old key until you give them the new one. If they use it, stop before the last step and give it to them first.",
  elsewhereEnabled:
    "Servers and other people keep the old key until you give them the new one. It works until you delete it.",
  begin: "Replace safely",
  toReset: "Reset …",
  beginning: "Beginning …",
  steps: {
    created: "Create a new key with the same permission",
    kept: "Keep its value in the keyring",
    verified: "Check it with one small call",
    moved: "Give it to everything on this computer that has the old key",
    movedVerified: "See that new shells find the new key",
    oldDisabled: "Disable the old key",
    deleted: "Delete the old key: you are reminded after 7 days",
  },
  stepsLabel: "Steps",
  states: {
    done: "Done",
    underWay: "Under way …",
    waiting: "Waiting",
    failed: "Did not succeed",
    notHere: "Not available here",
  },
  disableNot: (region: string) =>
    `${region} cannot disable keys: the old key works until you delete it, and you are reminded of that.`,
  becomes: "becomes",
  running: (step: number, count: number) => `Step ${step} of ${count} is under way.`,
  stopping: "Stops after this step.",
  stopped: (done: number, count: number) =>
    `${done} of ${count} steps are done. Nothing is lost: it goes on where it stopped.`,
  mayClose:
    "You can close this at any time. The step under way is finished, and it goes on where it stopped: from the note above the list of keys.",
  inMemory: "The new key's value is in memory only: do not close Studio Keys before this step has succeeded.",
  stop: "Stop after this step",
  goOn: "Continue",
  undo: "Undo …",
  undoTitle: "Undo the replacement?",
  undoNothing: "Nothing has happened yet. The replacement is only crossed off.",
  undoOld: "The old key is enabled again, and checked.",
  undoBack: (variables: string) => `${variables} on this computer gets the old key back.`,
  undoNew: (masked: string) =>
    `The new key (${masked}) is deleted for ever. Whoever you gave it to is refused at once.`,
  undoSubmit: "Undo replacement",
  undoing: "Undoing …",
  undoBegun: "The undo was begun and is not finished. It can only go on.",
  undoGoOn: "Go on with the undo",
  undone: "Everything is as it was before.",
  undoneBody: "The old key is in use again, and the new key is deleted.",
  doneTitle: "The key is replaced.",
  newKey: "New key",
  oldKey: "Old key",
  isDisabled: "Disabled. It can be enabled again until you delete it.",
  isDeleted: "Deleted.",
  isEnabled: "Still works, until you delete it.",
  movedHere: "Moved here",
  movedNothing: "Nothing on this computer held it.",
  restart:
    "Close and open again: terminals, editors, and programs started from them. They keep the old key until then, and are refused with it.",
  restartEnabled:
    "Close and open again: terminals, editors, and programs started from them. They keep the old key until then.",
  remindAt: (day: string) => `You are reminded on ${day} to delete the old key.`,
  deleteOld: "Delete the old key …",
  deleteTitle: "Delete the old key?",
  deleteDisabled: "It is disabled, so nobody can use it now. After this it cannot be enabled again.",
  deleteEnabled: "It still works. Every program elsewhere that uses it is refused at once.",
  deleteFinal: "The replacement can then no longer be undone.",
  deleteSubmit: "Delete old key",
  deleting: "Deleting …",
  deleted: (name: string) => `The old key of ${name} is deleted.`,
  show: "Show it",
  fromMenu: "Show its replacement …",
  banners: (count: number) => plural(count, "replacement waits for you", "replacements wait for you"),
  open: (name: string) => `“${name}” is being replaced`,
  openIn: (name: string, region: string) => `“${name}” in ${region} is being replaced`,
  due: (name: string, days: number) =>
    `The old key of “${name}” was replaced ${plural(days, "day", "days")} ago`,
  dueIn: (name: string, region: string, days: number) =>
    `The old key of “${name}” in ${region} was replaced ${plural(days, "day", "days")} ago`,
  dueBody: (masked: string) =>
    `${masked} is disabled, and nothing on this computer uses it. Delete it if nothing elsewhere misses it.`,
  dueBodyEnabled: (masked: string) =>
    `${masked} still works, and nothing on this computer uses it. Delete it if nothing elsewhere uses it.`,
  dueDelete: "Delete …",
  later: "Later",
  laterSaid: "You are reminded again at the next start.",
  badge: {
    going: "Outgoing",
    coming: "Incoming",
    replaced: "Replaced",
  },
  badgeTitle: {
    going: "It is being replaced: a new key is taking its place",
    coming: (old: string) => `It takes the place of ${old}`,
    replaced: (day: string) => `A new key has taken its place; reminder to delete it: ${day}`,
  },
};

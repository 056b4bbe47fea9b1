// English: the permission editor.

import { plural } from "../kinds";
import { sizeOf } from "../sizes";

const addresses = (digits: string) =>
  String(digits) === "1" ? "1 address" : `${sizeOf(digits, "en")} addresses`;

export const permission = {
  edit: "Edit permission …",
  select: "Select",
  title: (name: string) => `Permission of ${name}`,
  titleSeveral: (count: number) => `One permission for ${plural(count, "key", "keys")}`,
  several: "Each of these keys gets the permission below in place of its own:",
  thisKey: "this key",
  theseKeys: (count: number) => `these ${count} keys`,

  state: {
    anyone: (subject: string) => `Any IP can use ${subject}.`,
    anyoneOf: (family: string, subject: string) => `Anyone with ${family} can use ${subject}.`,
    nobody: (subject: string) => `Nobody can use ${subject} yet: add an address.`,
    only: (size: string, subject: string) => `Only ${size} can use ${subject}.`,
    both: (ipv4: string, ipv6: string) => `${ipv4} of IPv4 and ${ipv6} of IPv6`,
    everyModel: "All models, including future ones.",
    noModel: "No model is chosen yet.",
    onlyModels: (count: number) => `Only ${plural(count, "model", "models")}.`,
    checking: "Reading the addresses …",
  },

  size: addresses,
  anyoneWith: (family: string) => `Anyone with ${family}`,
  list: "Addresses in the allowlist",
  box: "Add an address, block or range",
  placeholder: "203.0.113.7, 203.0.113.0/24 or a-b",
  boxHint: "Enter, comma or space adds it. Paste as many lines as you like.",
  editEntry: (entry: string) => `Edit ${entry}`,
  removeEntry: (entry: string) => `Remove ${entry}`,
  editing: "Change this entry",
  entries: (count: number, limit: number) => `${count}/${limit}`,
  entriesAloud: (count: number, limit: number) => `${count} of ${limit} entries`,
  more: (count: number) => `and ${count} more`,
  showMore: "Show more",
  removeAll: "Remove all",
  undo: "Undo",
  letAnyone: "Let anyone in",
  asBlocks: (count: number) => `saved as ${plural(count, "block", "blocks")}`,

  keepBlock: (block: string, size: string) => `The block ${block} (${size})`,
  onlyAddress: (address: string) => `Only ${address}`,
  use: (text: string) => `Use ${text}`,
  remove: "Remove",
  removeProblems: (count: number) => `Remove ${plural(count, "unreadable entry", "unreadable entries")}`,
  covered: (count: number) =>
    count === 1 ? "1 entry is within another one." : `${count} entries are within others.`,
  coveredBy: (entry: string, by: string) => `${entry} is within ${by}`,
  repeated: (count: number) =>
    count === 1 ? "1 entry is there twice." : `${count} entries are there twice.`,
  removeSpare: "Remove them",
  merge: (from: number, to: number) =>
    `These ${from} entries say the same as ${plural(to, "entry", "entries")}.`,
  mergeNow: "Merge",
  tooMany: (count: number, limit: number) =>
    `The service takes ${limit} entries, and these are ${count}. Merge neighbours into blocks, or remove some.`,
  unknownProblem: "This cannot be used.",

  picture: {
    label: "What the allowlist covers",
    whole: (family: string) => `All of ${family}`,
    close: (block: string) => `A closer look: ${block}`,
    wholeAloud: (family: string, parts: number) =>
      `All of ${family}, with ${plural(parts, "part", "parts")} let in`,
    entryAt: (entry: string, percent: string) => `${entry} at ${percent}`,
  },

  tester: {
    label: "Would this address be allowed?",
    placeholder: "203.0.113.7",
    yes: (by: string) => `Yes, by ${by}.`,
    no: "No, it would be refused.",
    anyone: "Yes, any address is.",
  },

  mine: {
    add: "Add my address",
    asking: "Asking …",
    askedHere: "On this computer calls come from the loopback address. Nothing was asked.",
    lead: "Under these addresses the internet sees this computer:",
    source: (service: string) => `says ${service}`,
    at: (when: string) => `at ${when}`,
    none: "No service named an address.",
    addOne: (address: string) => `Add ${address}`,
    isIn: "already in the list",
    close: "Close",
    families: { ipv4: "IPv4", ipv6: "IPv6" },
  },

  groups: {
    add: "Add",
    from: "From a group",
    entries: (count: number) => plural(count, "address or block", "addresses or blocks"),
    saveList: "Save this list as a group …",
    manage: "Manage groups …",
    title: "Groups of addresses",
    lead: "Groups such as “Office” or “Home” are kept on this computer and can be put into the list of any key.",
    none: "There are no groups yet.",
    name: "Name",
    new: "New group",
    edit: (name: string) => `Change ${name}`,
    remove: (name: string) => `Delete ${name}`,
    save: "Save group",
    saving: "Saving …",
    usedBy: (count: number) => `in ${plural(count, "key", "keys")}`,
    unused: "in no key",
    outdated: (count: number) =>
      count === 1
        ? "1 key still has its earlier addresses"
        : `${count} keys still have its earlier addresses`,
    removeTitle: (name: string) => `Delete the group “${name}”?`,
    removeBody: "Keys keep the addresses they have. Only the name and the list go.",
    submitRemove: "Delete group",
    saved: (name: string) => `${name} is saved.`,
    offers: "These keys use it and still have its earlier addresses:",
    update: "Update key",
    updateAll: "Update all",
  },

  models: {
    legend: "Model access",
    every: "All models, including future ones",
    these: "Exactly these models",
    search: "Search models",
    count: (chosen: number, all: number) => `${chosen} of ${all} chosen`,
    loading: "Loading models",
    family: (name: string, chosen: number, all: number) => `${name}, ${chosen} of ${all} chosen`,
    allOf: (name: string) => `All of ${name}`,
    chosen: "Chosen",
    others: "Other",
    context: (tokens: string) => `${tokens} tokens of context`,
    reasons: { notGranted: "The workspace was not given it" },
    notCallable: "The workspace may not call it",
    unlisted: (count: number) =>
      count === 1
        ? "1 chosen model is no longer listed by the service. Calls to it are refused."
        : `${count} chosen models are no longer listed by the service. Calls to them are refused.`,
    removeUnlisted: "Remove them",
    nothingFound: (text: string) => `No model matches “${text}”.`,
    add: "Add a model by name",
    addHint: "For a model that the list does not show, such as qwen-plus. Enter adds it.",
    chosenAloud: (count: number) => `${plural(count, "model", "models")} chosen`,
  },

  obstacles: {
    checking: "Reading the addresses …",
    empty: "Custom permission needs at least one address. To let anyone in, choose All or add “Anyone”.",
    undecided: "Some entries have to be decided or removed first.",
    tooMany: "The list has too many entries.",
    modelsEmpty: "Choose at least one model, or all models.",
    notRead: "The addresses could not be read.",
  },

  review: "Review changes",
  reviewing: "Comparing …",
  summaryTitle: "Save these changes?",
  save: "Save changes",
  saving: "Saving …",
  nothing: "Nothing would change.",
  plus: (count: number) => `+${plural(count, "address or block", "addresses or blocks")}`,
  minus: (count: number) => `−${plural(count, "address or block", "addresses or blocks")}`,
  plusModels: (count: number) => `+${plural(count, "model", "models")}`,
  minusModels: (count: number) => `−${plural(count, "model", "models")}`,
  added: "Added",
  removed: "Removed",
  who: "Who may use it",
  what: "What for",
  from: "Now",
  to: "Then",
  gained: (size: string) => `Newly let in: ${size}.`,
  lost: (size: string) => `No longer let in: ${size}.`,
  toAllModels: "All models, including future ones, instead of named ones.",
  toTheseModels: (count: number) => `Only ${plural(count, "model", "models")} instead of all.`,
  notKnownHere:
    "It is not known under which address the service sees this computer. Use “Add my address” to be warned before you shut yourself out.",
  cannotPreview: "This key cannot be changed now:",
  fewer: (count: number) => `${plural(count, "key", "keys")} will be saved.`,

  conflict: {
    title: "Changed elsewhere in the meantime",
    body: "Somebody changed this permission after you opened it. Nothing was overwritten.",
    theirs: "Now at the service",
    yours: "Yours",
    takeTheirs: "Edit what is there now",
    keepMine: "Save mine in its place",
    kept: "Yours will be saved in place of what is at the service now.",
  },

  shutOut: {
    title: "Shut yourself out?",
    thisComputer: (address: string) =>
      `This computer (${address}) is not in the list: Studio Keys and every program here would be refused.`,
    variable: (name: string, address: string) =>
      `Programs here that take the key from ${name} would be refused (${address}).`,
    already: "They are refused now too:",
    back: "Go back",
    anyway: "Save and shut out",
  },

  progress: (done: number, all: number) => `${done} of ${all} saved`,
  stop: "Stop after this key",
  resume: "Try the rest again",
  waitingKey: "Waiting",
  savingKey: "Saving …",
  doneTitle: "Permission saved",
  partTitle: "Not every key was saved",
  notSavedTitle: "Permission not saved",
  undoneTitle: "As it was before",
  saved: "Saved.",
  undone: "The permission is as it was before.",
  undoSave: "Undo",
  undoing: "Undoing …",
  lookAgain: "Look again",

  proof: {
    allowed: (millis: number) => `Allowed from here, ${millis} ms.`,
    allowedNotMeant: (millis: number) =>
      `Still allowed from here (${millis} ms), though this computer is not in the list. A change may take a moment to work.`,
    refusedMeant: "Refused from here, as you meant.",
    refused: (code: string) => `Refused from here (${code}).`,
    refusedNotMeant: (code: string) =>
      `Refused from here (${code}), though this computer is in the list. The service may see it under another address.`,
    notProvable: "Saved. A call could not show it:",
  },

  selection: {
    label: "Selected keys",
    count: (count: number) => plural(count, "key selected", "keys selected"),
    all: "Select all",
    edit: "Edit permission …",
    end: "End selection",
    row: (name: string) => `Select ${name}`,
    column: "Selected",
  },

  echo: {
    title: "Address services",
    lead: "“Add my address” asks these two, on a click, under which address they see this computer. They should belong to different operators.",
    first: "First service",
    second: "Second service",
    save: "Save",
    reset: "Back to the default",
    saved: "The address services are saved.",
  },
};

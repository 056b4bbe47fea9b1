// English: keeping a key that exists already, and what to do about one that is refused.

import { plural } from "../kinds";

export const paste = {
  title: "Keep a key you have",
  lead: (where: string) =>
    `Paste an API key from the console, a file, or another program. Its value goes to ${where} and is sent nowhere before you agree.`,
  value: "API key",
  valueHint: "It begins with sk-. It is told by its shape alone.",
  show: "Show what was pasted",
  hide: "Hide what was pasted",
  lines:
    "This is more than one line, and nothing was put in. Copy one key alone, without its name or anything around it.",
  submit: "Continue",
  looking: "Looking at it …",
  lists: "the lists of your accounts",
  another: "Paste another key",
  kinds: {
    old: "A key of the old, short form",
    new: "A key of Model Studio",
    plan: "A key of Coding Plan or Token Plan",
    thisComputer: "A key of This computer",
  },
  kindHints: {
    old: "Keys of other vendors look the same: only a host can say whether it is one of Model Studio.",
    new: "It belongs to one workspace of one region.",
    plan: "It works with the hosts of its plan alone; every other host refuses it.",
    thisComputer: "It was made by the Model Studio that runs here, and works here alone.",
  },
  likeThisComputer:
    "It was made by the Model Studio that runs here, or by another one like it, behind an address that you set.",
  matches: "In your lists",
  match: (name: string, region: string) => `“${name}” in ${region}`,
  unnamed: "No description",
  matchWorkspace: (workspace: string) => `Workspace ${workspace}`,
  matchNone: "None of these",
  matchNoneHint: "It is kept as a key of its own.",
  matchesNone: "No key in the lists of your accounts looks like it. It can be kept all the same.",
  find: "Find its region",
  findPlan: "Find its plan",
  findLead: (count: number) =>
    `If you agree, the key is sent once to ${count === 1 ? "the host" : `each of the ${count} hosts`} below, with a call that lists models and costs nothing. No other host is asked.`,
  workspaceOf: (region: string) => `Workspace id in ${region}`,
  workspaceHint:
    "These regions have only hosts of workspaces. The console shows a workspace's id in its details. A field that stays empty leaves its region out.",
  ask: (count: number) => `Agree and ask ${plural(count, "host", "hosts")}`,
  asking: "Asking …",
  hosts: (count: number) => plural(count, "host", "hosts"),
  host: "Host",
  answer: "Answer",
  accepted: (models: number) => `Accepted here · ${plural(models, "model", "models")}`,
  acceptedHint: "“Accepted” is no proof that every model may be called with it.",
  refused: "Not accepted",
  noAnswer: "No answer",
  nobody:
    "No host accepted it. It may be disabled, deleted, not of Model Studio, or of a workspace that was not asked.",
  askAgain: (count: number) => `Agree and ask ${plural(count, "host", "hosts")} again`,
  plans: { payAsYouGo: "Pay as you go", coding: "Coding Plan", token: "Token Plan", codingOrToken: "Plan" },
  keepTitle: "Where it is kept",
  place: "Region",
  hostUse: "Used with",
  hostNone: "Its host is not known. Name its workspace above and ask, or it can be kept but not used.",
  description: "Description",
  descriptionHint: "What the key is for, so that you recognise it later.",
  keep: "Keep key",
  keeping: "Keeping …",
  keptTitle: "Key kept",
  kept: (where: string) => `The key is kept in ${where}. You can reveal it here at any time.`,
  keptAs: (name: string) => `It is “${name}” in the list.`,
  keptUnlisted: "No list has it, so it stands below the list, among pasted keys.",
  showIn: (region: string) => `Show it in ${region}`,
};

/** The one way on from a refused key. */
export const refused = {
  enable: "Enable key",
  reset: "Reset …",
  pasteNew: "Paste the new value …",
  switchTo: (region: string) => `Switch to ${region}`,
  usePlanHost: "Use the plan's host",
  useWorkspaceHost: "Use its workspace's host",
  pasteAgain: "Paste it again …",
  forget: "Remove from this computer …",
  changes: "Show changes on this computer",
  again: "Test again",
  permission: "Edit permission …",
  reload: "Load the list again",
};

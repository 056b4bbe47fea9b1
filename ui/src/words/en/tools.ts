// English: the tools that use keys.

import type { ObstacleKind, ToolWay } from "../../wire";

export const tools = {
  title: "Tools",
  lead: "Give a key to the programs that call models. You see what will be written before anything is, and can take it back.",
  loading: "Looking for tools on this computer",
  wait: "the look for tools on this computer",
  written: "Studio Keys sets these up",
  writtenLead:
    "It writes its own settings into the tool's file; everything else in that file stays as it is.",
  guided: "You set these up, step by step",
  guidedLead:
    "They keep keys where no other program should write. You get each field to copy, in their own words.",
  installed: "Installed",
  notFound: "Not found here, can be prepared",
  program: "Program",
  settings: "Settings file",
  key: "API key",
  way: "How it gets the key",
  baseUrl: "Base URL",
  model: "Model",
  lostKey: (masked: string) => `${masked}, no longer on this computer`,
  notSet: "Not set up by Studio Keys.",
  changedSince: "Changed since",
  changedSinceHint: "Its settings are no longer what Studio Keys wrote.",
  setUp: "Set up …",
  setUpTool: (name: string) => `Set up ${name} …`,
  change: "Change …",
  changeTool: (name: string) => `Change what ${name} uses …`,
  showChange: "Show change",
  showChangeOf: (name: string) => `Show the change of ${name}`,
  steps: "Show steps …",
  stepsOf: (name: string) => `Show the steps for ${name} …`,
  fromMenu: "Use in a tool …",
  keyDisabled: "This key is disabled: a tool would be refused.",
  withKey: (name: string) => `Choose the tool that is to use ${name}.`,

  dialog: (name: string) => `Set up ${name}`,
  dialogLead: (name: string) =>
    `${name} will call models with this key. Nothing is written until you press Write.`,
  form: "What the tool is to use",
  modelKept: (model: string) => `As it is now: ${model}`,
  modelUsual: "The usual one",
  modelOther: "Another model …",
  modelName: "Name of the model",
  modelsFailed: "The models could not be listed. Type the name of one, or leave the usual one.",
  modelNotCallable: (name: string) => `${name} (not open for this workspace)`,
  ways: {
    helper: "From the keyring, each time",
    environment: "From an environment variable",
    value: "From its settings file",
  } satisfies Record<ToolWay, string> as Record<ToolWay, string>,
  best: (way: string) => `${way} (recommended)`,
  helperHint: "The tool runs a small command of Studio Keys that asks the keyring: no file holds the key.",
  environmentHint: (variable: string) => `The tool reads ${variable}, which must be set.`,
  environmentSet: (variable: string) => `The tool reads ${variable}, which Studio Keys has set.`,
  valueHint: "The key stands in its settings file in plain text.",
  variableNot: (variable: string) => `${variable} is not set by Studio Keys`,
  variableNotBody:
    "Until it is, the tool finds no key. Set it first, unless you set it yourself in another way.",
  variableOther: (variable: string) => `${variable} holds another key`,
  variableOtherBody: "The tool would use that one. Set the variable to this key, or choose another way.",
  planning: "Looking at the tool's settings",
  waitSettings: "the tool's settings",
  result: "What the tool will use",
  overridden: "Something else wins over what would be written",
  wins: (setting: string, place: string) =>
    place === `$${setting}`
      ? `The variable ${setting} wins over this.`
      : `${setting} in ${place} wins over this.`,
  obstacles: {
    byteOrderMark: "a byte order mark",
    comment: "a comment",
    trailingComma: "a comma before a closing bracket",
    notJson: "something that is no JSON",
  } satisfies Record<ObstacleKind, string> as Record<ObstacleKind, string>,
  notRead: (name: string) => `${name} does not read its settings file as it is`,
  obstacle: (name: string, what: string, place: string) =>
    `${place} has ${what}: until you take it out, ${name} cannot read the file. Studio Keys leaves it as it is.`,
  hasObstacle: (what: string, place: string) => `${place} has ${what}`,
  noWrites: "Its settings say this already: there is nothing to write.",
  verifying: "Reading the settings back …",
  resultAll: (name: string) => `${name} is set up.`,
  resultSome: (name: string) => `${name} is written, but its settings say something else.`,
  resultIgnored: (name: string) => `${name} is written, but does not read its settings file as it is.`,
  takeOut: "Take out of it what is named below, then verify again.",
  newTerminal: (name: string) =>
    `Open a new terminal and start ${name} there: only new terminals have the variable.`,
  restart: (name: string) => `Restart ${name} if it is open: until then it keeps its old settings.`,
  statuses: {
    seen: "holds what was written",
    other: "holds something else",
    notSeen: "does not hold what was written",
    failed: "could not be read",
    timedOut: "did not answer in time",
    afterLogin: "is read after the next login",
    ignored: "holds what was written, but the tool does not read it",
  },

  guide: (name: string) => `Set up ${name} by hand`,
  guideLead: (name: string) =>
    `Studio Keys writes nothing into ${name}. Copy each field and paste it there, in this order.`,
  guideLoading: "Putting the steps together",
  cursorCalls:
    "Cursor calls from its own servers, not from this computer: an IP allowlist of the key has to let them in. Keys of your own need a paid plan of Cursor.",
  cursorNotHere:
    "Cursor calls from its own servers, which do not reach an address of this computer. Choose a key of a cloud region.",
  difyNotHere:
    "Dify runs in containers or on another computer, where this address is not this computer. Choose a key of a cloud region.",
  openPage: (name: string) => `Open the settings of ${name}. This page describes how to get there:`,
  page: "Page",
  openInBrowser: "Open in the browser",
  fillIn: "Fill in these fields:",
  copyKey: "Copy key",
  copyKeyHint: "The key is cleared from the clipboard after the time that Settings say.",
  save: (name: string) => `Save, then send a first message in ${name} to see that it works.`,
  link: (name: string) => `Or let ${name} fill them in from a link`,
  linkCarries:
    "The link carries the key: whoever sees it can use the key. Paste it only where the tool asks for it, and send it to nobody.",
  copyLink: "Copy link with the key in it",
};

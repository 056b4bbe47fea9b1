// English: the dialogs in which something is decided.

export const create = {
  title: "Create API key",
  workspace: "Workspace",
  defaultWorkspace: (name: string) => `${name} (default)`,
  usualWorkspace: "Default workspace",
  description: "Description",
  descriptionHint: "What the key is for, so that you recognise it later.",
  counted: (length: number, limit: number) => `${length}/${limit}`,
  countedAloud: (length: number, limit: number) => `${length} of ${limit} characters`,
  permission: "Permission",
  all: "All",
  allHint: "Any address, all models. Good for trying things out.",
  custom: "Custom",
  customHint: "Only addresses and models that you name. Better for servers and teams.",
  customNot: "This region does not offer custom permission.",
  addresses: "IP allowlist",
  models: "Model access",
  everyModel: "All models, including future ones",
  anyoneWarning: "Anyone who gets this key can make calls as you, and you pay for them.",
  limitedWarning:
    "Anyone who gets this key at one of these addresses can make calls as you, and you pay for them.",
  review: "Review",
  summaryTitle: "Create this key?",
  region: "Region",
  anyAddress: "Any address",
  noDescription: "None",
  submit: "Create API key",
  submitting: "Creating …",
  onceNote: (where: string) =>
    `The service shows a key's value once. Studio Keys saves it in ${where} right away.`,
  stoppedWaiting:
    "The service may still create the key. Press “Create API key” again to see how it ended: no second key is made.",
};

export const reveal = {
  createdTitle: "API key created",
  resetTitle: "API key reset",
  safe: (where: string) => `Key created and saved in ${where}.`,
  safeReset: (where: string) => `The new value is saved in ${where}. The old value no longer works.`,
  safeHere: "The service will not show it again; you can reveal it here at any time.",
  safeCloud: "Alibaba Cloud will not show it again; you can reveal it here at any time.",
  unsafe: (where: string) => `Key created, but it could not be saved in ${where}.`,
  unsafeReset: (where: string) => `The key has a new value, but it could not be saved in ${where}.`,
  unsafeOnce: "This is the only chance to see it: copy or download it now.",
  value: "API key",
  baseUrl: "Base URL",
  both: "Copy key and base URL",
  next: "Next step",
  setVariable: "Set as DASHSCOPE_API_KEY",
  setVariableHint: "Programs on this computer find the key by themselves.",
  test: "Test it",
  testHint: "One small call with this key.",
  download: "Download as plain text",
  downloadHint: "Anyone who can read the file can use the key.",
  keep: "Try the keyring again",
  saved: "I have saved the key in a safe place",
  closeUnsafe: "I have saved it, close",
  mustSave: "Copy or download the key, or tick the box, before you close.",
  followed: (holders: string, several: boolean) =>
    `${holders} on this computer ${several ? "hold" : "holds"} the new value now.`,
  notFollowed: "Programs on this computer still hold the old value:",
};

export const remove = {
  title: (name: string) => `Delete API key “${name}”?`,
  usedHere: (holders: string, several: boolean) =>
    `${holders} on this computer ${several ? "use" : "uses"} this key.`,
  notUsedHere: "No variable or tool on this computer was set to this key.",
  final: "Every program that uses it is refused at once. This cannot be undone.",
  takeOut: (variables: string) => `Also take it out of ${variables} on this computer`,
  typeLast: (last: string) => `Type the last four characters, ${last}, to confirm`,
  typeWrong: "These are not the last four characters.",
  disableInstead: "Disable instead",
  submit: "Delete key",
  submitting: "Deleting …",
};

export const reset = {
  title: (name: string) => `Reset API key “${name}”?`,
  body: "The key gets a new value. The old value stops working at once: use this when the key has leaked.",
  follows: (holders: string, several: boolean) =>
    several
      ? `${holders} on this computer get the new value by themselves.`
      : `${holders} on this computer gets the new value by itself.`,
  elsewhere: "Programs elsewhere that use the old value are refused until you give them the new one.",
  submit: "Reset key",
  submitting: "Resetting …",
};

export const variable = {
  title: (name: string) => `Set as ${name}`,
  stages: ["Preview", "Write", "Verify", "Done"] as [string, string, string, string],
  stagesLabel: "Steps",
  planning: "Looking at your start-up files",
  lead: (name: string) =>
    `Programs started afterwards find ${name} by themselves. Nothing is written until you press Write.`,
  where: "Where",
  destinations: {
    bash: "bash",
    zsh: "zsh",
    fish: "fish",
    desktop: "Programs started from the desktop",
    launchAgent: "Programs started from the Dock",
    windowsUser: "Your Windows account",
  },
  windowsUserHint:
    "Command Prompt, PowerShell and every program that you start afterwards. Windows Terminal and VS Code hand on what they were started with: close all their windows and open them anew.",
  target: "For",
  targets: {
    dashscope: "DASHSCOPE_API_KEY: Model Studio’s own libraries and most tools",
    openai: "OPENAI_API_KEY with OPENAI_BASE_URL: programs made for OpenAI",
    anthropic: "ANTHROPIC_AUTH_TOKEN with ANTHROPIC_BASE_URL: programs made for Claude",
    own: "Another name …",
  },
  ownName: "Name of the variable",
  ownNameHint: "Letters, digits and underscores.",
  useName: "Use this name",
  host: "Host",
  pairHint: (name: string, url: string) => `${name} is set with it: ${url}`,
  method: "Where the value comes from",
  methods: {
    keyring: {
      label: "The keyring, asked whenever a shell starts",
      hint: "No file holds the key.",
    },
    value: {
      label: "A file of this program",
      hint: "Plain text that only your account may read. Works everywhere.",
    },
  },
  desktopCannotAsk: "No file holds the key. Programs started from the desktop cannot ask.",
  noKeyring: {
    notInKeyring: "The keyring cannot be asked: this key is not kept in one.",
    programMissing:
      "The keyring cannot be asked: the part of Studio Keys that does it is not beside it, or is somewhere else at every start, as in an AppImage.",
    noShell: "The keyring cannot be asked: there is no shell here that could.",
  },
  inPlainText: "would hold the key in plain text",
  once: "Only for one terminal, or by hand",
  onceLead: "Nothing is written. Only the program that you start here sees the key.",
  start: (name: string) => `Start ${name}`,
  started: (name: string) => `${name} was started with the key.`,
  handsOver: (names: string) =>
    `Close ${names} first if it is open: a window that is open does not see the key.`,
  noPrograms: "No terminal was found.",
  terminalOfMacos:
    "Terminal and iTerm take no variables from another program. Open one yourself and paste the lines for this terminal.",
  byHand: "Lines to type yourself",
  byHandLead: "Masked here, copied with the key.",
  scopes: { terminal: "this terminal", permanent: "every terminal" },
  copyLines: { terminal: "Copy for this terminal", permanent: "Copy for every terminal" },
  copyLinesHint: "The clipboard is cleared after a while. The shell’s history may keep what you paste.",
  loginShell: "your login shell",
  alreadySet: "already set",
  files: "Files",
  noFiles: "Tick at least one place to see what would be written.",
  actions: {
    create: "New file",
    update: "New value",
    addBlock: "Adds a block at the end",
    keep: "Already right",
    commentOut: "Comments out a line",
    settings: "Changes settings",
  },
  plaintext: "Plain text",
  plaintextHint: "The file holds the key in plain text; only your account may read it.",
  makesPrivate:
    "Others on this computer can read this file now. With the key in it they no longer can; undoing it gives the rights back.",
  link: (target: string) => `A link to ${target}`,
  showLines: "Show lines",
  added: "added",
  removed: "removed",
  foreignTitle: (name: string) => `${name} is set elsewhere too`,
  foreignWins: "This line is read later and wins over what would be written.",
  foreignLoses: "What would be written wins over this line.",
  commentOut: "Comment this line out",
  machineWide:
    "It is set for every user of this computer; only an administrator can change it. Your account's own value wins.",
  cannotCommentOut: "This line stands inside something larger. Change it by hand.",
  write: "Write",
  writing: "Writing …",
  verifying: "Starting new shells to see what they find …",
  resultAll: (name: string) => `${name} is set.`,
  resultSome: (name: string) => `${name} is written, but not everything sees it.`,
  openTerminal:
    "Open a new terminal to use it. Programs that are open already keep their old value until you restart them.",
  statuses: {
    seen: "sees this key",
    other: "sees another value",
    notSeen: "does not see it",
    failed: "could not be asked",
    timedOut: "did not answer in time",
    afterLogin: "sees it after the next login",
    ignored: "does not read it",
  },
  finds: (name: string) => `finds ${name} as it was set`,
  found: (masked: string) => `found ${masked}`,
  undo: "Undo",
  undoing: "Undoing …",
  verifyAgain: "Verify again",
  notVerified: "It is written, but could not be verified:",
  planAgain: "Preview again",
};

export const counted = {
  names: (names: string[]) => names.join(", "),
};

// English: why a program does not see a key.

import type { CheckedWhatView, FindingView, ServiceManagerView, SourceScopeView } from "../../wire";
import { plural } from "../kinds";

type Finding<Kind extends FindingView["kind"]> = Extract<FindingView, { kind: Kind }>;
interface Said {
  title: string;
  body: string;
}

const scopes: Record<SourceScopeView, string> = {
  bash: "Terminals with bash",
  zsh: "Terminals with zsh",
  fish: "Terminals with fish",
  desktop: "Programs of the desktop",
  project: "Project folder",
  tool: "Settings of a tool",
  unit: "Service",
  windowsUser: "This Windows user",
  machine: "Every user",
};

const managers: Record<ServiceManagerView, string> = {
  systemdUser: "systemd, for you",
  systemdSystem: "systemd, for the computer",
  supervisord: "supervisord",
};

/** Places that only some programs read, beside their environment. */
const APART = new Set<SourceScopeView>(["project", "tool", "unit"]);

/** A file with its line. */
const at = ({ place, line }: { place: string; line: number | null }) =>
  line === null ? place : `${place}, line ${line}`;

/** What helps a service. */
function unitNext(manager: ServiceManagerView, line: string | null): string {
  if (manager === "supervisord")
    return "Add this to its section, start supervisord with the variable, and restart the service.";
  if (line !== null) return "Add this to [Service], then reload with systemctl daemon-reload and restart it.";
  return manager === "systemdUser"
    ? "Set the variable for programs started from the desktop: systemd hands it on to your services. Then restart this one."
    : "Set the variable for programs started from the desktop, which makes the file that the service can read; then look again for the line to add.";
}

export const doctor = {
  title: "A program does not see the key",
  fromMenu: "A program does not see it …",
  lead: "Studio Keys looks at start-up files, new terminals, running programs and services of this computer, tries the key once, and says what keeps a program from finding it. Nothing is changed.",
  leadWindows:
    "Studio Keys looks at the variables of Windows, settings of tools and project folders, tries the key once, and says what keeps a program from finding it. Nothing is changed.",
  key: "Key",
  variable: "Variable",
  variableHint: "Where the program looks for the key.",
  variableProblem: "Letters, digits and underscores, beginning with a letter.",
  folders: "Project folders",
  foldersHint: "One a line, as whole paths. Their .env files are read.",
  foldersProblem: (example: string) => `Write whole paths, such as ${example}.`,
  look: "Find the reason",
  lookAgain: "Look again",
  looking: "Looking …",
  waitingFor: "new shells and the service to answer",
  stopped: "You stopped waiting. Nothing was changed.",
  nothing: "Everything is in order",
  nothingBody: (variable: string) =>
    `New programs find the key in ${variable}, and the key works. If a program still does not see it, close it and start it again.`,
  found: (count: number) => (count === 1 ? "One thing found" : `${count} things found`),
  foundLead: "The most serious first.",
  sources: "Which value wins where",
  sourcesWhy:
    "In a shell or on the desktop, what is read last wins. A project's .env counts in most programs only where the environment has no value.",
  noSources: "No file on this computer sets the variable.",
  columns: { scope: "For", place: "Place", value: "Value", standing: "Standing" },
  scopes,
  managers,
  wins: "Wins",
  loses: "Overridden",
  counts: "Counts there",
  thisKey: "This key",
  ours: "Set by Studio Keys",
  workedOut: "worked out when read",
  fromKeyring: "asked from the keyring",
  lookedAt: "What was looked at",
  at: (moment: string) => `Looked at ${moment}`,
  checked: {
    key: () => "The key works",
    shells: (count: number) => `${plural(count, "new shell finds", "new shells find")} the key`,
    files: (count: number) => `${plural(count, "file", "files")} that can set variables`,
    programs: (count: number) => `${plural(count, "running program", "running programs")} in order`,
    units: (count: number) => `${plural(count, "service", "services")} in order`,
    tools: (count: number) => plural(count, "file with settings of tools", "files with settings of tools"),
  } as Record<CheckedWhatView, (count: number) => string>,
  windowsPrograms:
    "Programs that run already were not looked into: Studio Keys does not do that on Windows. If one does not see the key, close all its windows and start it again.",
  sudoTitle: "When you use sudo",
  sudo: "sudo starts programs without your variables. It hands this one on when it is told to by name:",
  sudoLabel: "Instead of sudo",
  save: "Save report",
  saveHint: "A text file in Downloads. Every value in it is masked.",
  saved: (path: string) => `Report saved: ${path}`,
  lineToAdd: "Line to add",
  command: "Command",
  setting: "Setting",
  file: "File",
  setVariable: (variable: string) => `Set ${variable} …`,
  commentOut: "Comment that line out …",
  toKeys: "Go to the key",
  findings: {
    temporaryOnly: ({ variable }: Finding<"temporaryOnly">): Said => ({
      title: "The variable is temporary",
      body: `${variable} is set in a program that runs now, and no file sets it for new ones. It is gone as soon as that terminal closes.`,
    }),
    notSet: ({ variable, scopes: missing }: Finding<"notSet">): Said => ({
      title: `${variable} is not set`,
      body:
        missing.length === 0
          ? "Nothing on this computer sets it."
          : `Nothing sets it for: ${missing.map((scope) => scopes[scope].toLowerCase()).join(", ")}.`,
    }),
    startedBefore: ({ program, pid, holdsMasked, isTerminal }: Finding<"startedBefore">): Said => ({
      title: `${program} has ${holdsMasked === null ? "no value" : "another value"}`,
      body: `Process ${pid} ${
        holdsMasked === null
          ? "was started before the variable was set"
          : `still has ${holdsMasked}: it was started before the change, or by a program that was`
      }. Close it and start it again${isTerminal ? ", and whatever runs in it" : ""}.`,
    }),
    unitWithout: ({ unit, path, manager, line }: Finding<"unitWithout">): Said => ({
      title: `${unit} does not have the variable`,
      body: `${path} (${managers[manager]}). A service does not read the start-up files of shells. ${unitNext(manager, line)}`,
    }),
    sudoDropsIt: (_: Finding<"sudoDropsIt">): Said => ({
      title: "sudo does not hand the variable on",
      body: "A program runs under sudo, which gives it an environment of its own. Start it with the variable by name:",
    }),
    anotherWins: ({ source }: Finding<"anotherWins">): Said => ({
      title: "Another value wins",
      body: `${scopes[source.scope]} find ${source.masked ?? "another value"} from ${at(source)}${source.line === null ? ", or a file that it reads" : ", which is read after the one of Studio Keys"}.`,
    }),
    otherKey: ({ source }: Finding<"otherKey">): Said => ({
      title: "The variable holds another key",
      body: APART.has(source.scope)
        ? `${scopes[source.scope]}: what reads ${at(source)} uses ${source.masked ?? "another value"}. If it is to use this key, change that line or take it out.`
        : `${scopes[source.scope]}: ${source.masked ?? "another value"}, from ${at(source)}.`,
    }),
    wrongRegionHost: (finding: Finding<"wrongRegionHost">): Said => ({
      title: "The host belongs to another region",
      body: `${finding.setting} in ${at(finding)} is ${finding.host}. That host does not know this key, however right it is.`,
    }),
    wrongPlanHost: (finding: Finding<"wrongPlanHost">): Said => ({
      title: "The host belongs to another plan",
      body: `${finding.setting} in ${at(finding)} is ${finding.host}. That host takes the keys of another plan only.`,
    }),
    notLookedAt: ({ place, why }: Finding<"notLookedAt">): Said => ({
      title: "One place could not be looked at",
      body: `${place}: ${
        why.kind === "system"
          ? why.said
          : why.kind === "timedOut"
            ? "it did not answer in time. Its start-up files may wait for something."
            : "it ended before it answered. A start-up file may end it."
      }`,
    }),
  },
};

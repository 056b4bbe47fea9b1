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

/** A file with its line. */
const at = ({ place, line }: { place: string; line: number | null }) =>
  line === null ? place : `${place}, line ${line}`;

export const doctor = {
  title: "A program does not see the key",
  fromMenu: "A program does not see it …",
  lead: "Studio Keys looks at start-up files, new shells, running programs, services and the service itself, and says what keeps a program from finding the key. Nothing is changed.",
  key: "Key",
  variable: "Variable",
  variableHint: "Where the program looks for the key.",
  variableProblem: "Letters, digits and underscores, beginning with a letter.",
  folders: "Project folders",
  foldersHint: "One a line, as whole paths. Their .env files are read.",
  foldersProblem: "Write whole paths, such as /home/ann/app.",
  look: "Look",
  lookAgain: "Look again",
  looking: "Looking …",
  waitingFor: "new shells and the service to answer",
  stopped: "You stopped waiting. Nothing was changed.",
  nothing: "Everything is in order",
  nothingBody: (variable: string) =>
    `New programs find the key in ${variable}, and the service lets it in. If a program still does not see it, close it and start it again.`,
  found: (count: number) => (count === 1 ? "One thing found" : `${count} things found`),
  foundLead: "The gravest first.",
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
  lookedAt: "What was looked at",
  at: (moment: string) => `Looked at ${moment}`,
  checked: {
    key: () => "The service lets the key in",
    shells: (count: number) => `${plural(count, "new shell finds", "new shells find")} the key`,
    files: (count: number) => `${plural(count, "file", "files")} that can set variables`,
    programs: (count: number) => `${plural(count, "running program", "running programs")} in order`,
    units: (count: number) => `${plural(count, "service", "services")} in order`,
    tools: (count: number) => plural(count, "file with settings of tools", "files with settings of tools"),
  } as Record<CheckedWhatView, (count: number) => string>,
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
          : `was started with ${holdsMasked}, before the change or by a program older than it`
      }. Close it and start it again${isTerminal ? ", and whatever runs in it" : ""}.`,
    }),
    unitWithout: ({ unit, path, manager }: Finding<"unitWithout">): Said => ({
      title: `${unit} does not have the variable`,
      body:
        manager === "supervisord"
          ? `${path}. A service does not read the start-up files of shells. Add this to its section, start supervisord with the variable, and restart the service.`
          : `${path} (${managers[manager]}). A service does not read the start-up files of shells. Add this to [Service], then reload ${manager === "systemdUser" ? "with systemctl --user daemon-reload" : "with systemctl daemon-reload"} and restart it. The file is there once the variable is set for programs of the desktop.`,
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
      body: `${scopes[source.scope]}: ${source.masked ?? "another value"}, from ${at(source)}.`,
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

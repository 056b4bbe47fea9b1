// Failures of setting tools.

import type { FailureDictionary } from "../../failures";

export const tools = {
  settingInTheWay: ({ path, setting }) => ({
    what: "Nothing was changed.",
    why: setting
      ? `${setting} in ${path} is something else than the tool expects.`
      : `${path} is something else than the tool expects.`,
    next: "Correct the file, then try again.",
  }),
  toolWayUnavailable: ({ tool }) => ({
    what: "Nothing was changed.",
    why: `${tool} cannot be given a key in this way on this computer.`,
    next: "Choose another way.",
  }),
  toolNotWritten: ({ tool }) => ({
    what: "Nothing was changed.",
    why: `The settings of ${tool} are changed in its own window.`,
    next: "Open its steps and copy what they name.",
  }),
  toolNotGuided: ({ tool }) => ({
    what: "There is nothing to copy.",
    why: `${tool} takes no import link, or its settings are written from here.`,
    next: "Choose what its page offers.",
  }),
  toolProtocolMissing: ({ tool, origin }) => ({
    what: "Nothing was changed.",
    why: `${origin} has no address for what ${tool} speaks.`,
    next: "Choose another host or another key.",
  }),
} satisfies Partial<FailureDictionary>;

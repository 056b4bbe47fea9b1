// English: choosing one of the keys whose value is on this computer.

import type { HostKindView } from "../../wire";

export const keptKeys = {
  key: "API key",
  loading: "Loading keys",
  option: (name: string, masked: string) => `${name} · ${masked}`,
  disabledOption: (name: string) => `${name} (disabled)`,
  groupWithout: (region: string, reason: string) => `${region}: ${reason}`,
  host: "Host",
  hostOption: (origin: string, kind: string) => `${origin} (${kind})`,
  hosts: {
    thisComputer: "this computer",
    own: "your own address",
    workspace: "the workspace's host",
    shared: "the region's shared host",
    plan: "the plan's host",
  } satisfies Record<HostKindView, string> as Record<HostKindView, string>,
  noHost: "The host of this key is not known. Load the keys of its region once, then come back.",
  noneTitle: "No key on this computer can be used for this",
  none: "Create a key, or keep one that you have: its value then is on this computer, and it can be chosen here.",
  toKeys: "Go to Keys",
  notRead: (region: string) => `The keys of ${region} could not be read.`,
};

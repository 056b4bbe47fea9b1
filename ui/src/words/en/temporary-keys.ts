// English: temporary keys.

import { plural } from "../kinds";

export const temporaryKeys = {
  title: "Temporary keys",
  lead: "For a program or a person that needs access for minutes: made from one of your keys, and over by itself.",
  newTitle: "New temporary key",
  regionWithout: "has no temporary keys",
  regionCannot: "This region has no temporary keys.",
  keyDisabled: "This key is disabled: so would the temporary one be.",
  lifetime: "How long it works",
  minutes: (count: number) => plural(count, "minute", "minutes"),
  other: "Other",
  seconds: "Seconds",
  secondsHint: (limit: number) => `1 to ${limit}`,
  secondsWrong: (limit: number) => `Type a whole number from 1 to ${limit}.`,
  inherits: (name: string, permission: string) =>
    `It inherits the permission of ${name} (${permission}), and is paid for like it.`,
  notEarly: "It cannot be ended early, not even by deleting it here. It ends by itself, or with its key.",
  notStored:
    "It is stored nowhere: Studio Keys holds it in memory until it ends, or until you close Studio Keys.",
  create: "Create temporary key",
  creating: "Creating …",
  created: (when: string) => `The temporary key is there. It ends at ${when}.`,
  list: "Temporary keys that work now",
  none: "No temporary key works now. Each one you create is shown here with the time it has left.",
  loading: "Loading temporary keys",
  from: (name: string) => `From ${name}`,
  endsAt: (when: string) => `Ends at ${when}`,
  left: "Time left",
  leftAloud: (left: string) => `${left} left`,
  ended: "This temporary key has ended. Whoever has it is refused from now on.",
  clockAhead: (by: string) => `This computer's clock is ${by} ahead of the service's.`,
  clockBehind: (by: string) => `This computer's clock is ${by} behind the service's.`,
  clockBody:
    "The time left and the moment of the end follow the service's clock, and are right. Set this computer's clock.",
  reveal: "Reveal",
  hide: "Hide",
  copy: "Copy key",
  forget: "Forget",
  forgotten: (when: string) => `Forgotten here. Whoever has it can use it until ${when}.`,
  use: "How to use it",
  hideUse: "Hide the examples",
  languages: "Language of the example",
  copySnippet: "Copy with the key in it",
  copyHint: "What you copy is cleared from the clipboard when the key ends, or earlier if Settings say so.",
  fromMenu: "Temporary key …",
};

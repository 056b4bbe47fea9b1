// English, whole. Its shape is what every other language must fill.

import { accounts } from "./en/accounts";
import { addresses } from "./en/addresses";
import { calls } from "./en/calls";
import { clouds } from "./en/clouds";
import { costs } from "./en/costs";
import { counted, create, remove, reset, reveal, variable } from "./en/dialogs";
import { doctor } from "./en/doctor";
import { exports } from "./en/exports";
import { failures } from "./en/failures";
import { keptKeys } from "./en/kept-keys";
import { actions, keys, panel, region } from "./en/keys";
import { paste, refused } from "./en/paste";
import { permission } from "./en/permission";
import { changes, settings } from "./en/places";
import { rotation } from "./en/rotation";
import { tasks } from "./en/tasks";
import { temporaryKeys } from "./en/temporary-keys";
import { times } from "./en/times";
import { tools } from "./en/tools";
import { attention, common, frame, place, store, toast, waiting } from "./en/window";
import { modelAccess, modelLimits, workspaces } from "./en/workspaces";

export const en = {
  /** The language, as the document and `Intl` name it. */
  tag: "en",
  common,
  place,
  frame,
  waiting,
  toast,
  store,
  attention,
  accounts,
  clouds,
  rotation,
  paste,
  refused,
  keys,
  actions,
  panel,
  region,
  create,
  reveal,
  remove,
  reset,
  variable,
  permission,
  addresses,
  counted,
  keptKeys,
  temporaryKeys,
  workspaces,
  modelAccess,
  modelLimits,
  costs,
  calls,
  tasks,
  times,
  tools,
  doctor,
  exports,
  changes,
  settings,
  failures,
};

/** A whole language. */
export type Words = typeof en;

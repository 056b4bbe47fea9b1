// 简体中文，完整。缺少任何一个词都无法通过编译。

import type { Words } from "./en";
import { accounts } from "./zh/accounts";
import { addresses } from "./zh/addresses";
import { calls } from "./zh/calls";
import { clouds } from "./zh/clouds";
import { costs } from "./zh/costs";
import { counted, create, remove, reset, reveal, variable } from "./zh/dialogs";
import { doctor } from "./zh/doctor";
import { exports } from "./zh/exports";
import { failures } from "./zh/failures";
import { keptKeys } from "./zh/kept-keys";
import { actions, keys, panel, region } from "./zh/keys";
import { paste, refused } from "./zh/paste";
import { permission } from "./zh/permission";
import { changes, settings } from "./zh/places";
import { rotation } from "./zh/rotation";
import { tasks } from "./zh/tasks";
import { temporaryKeys } from "./zh/temporary-keys";
import { times } from "./zh/times";
import { tools } from "./zh/tools";
import { attention, common, frame, place, store, toast, waiting } from "./zh/window";
import { modelAccess, modelLimits, workspaces } from "./zh/workspaces";

export const zh: Words = {
  tag: "zh-CN",
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

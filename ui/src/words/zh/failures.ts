// 简体中文：每种失败三句话：发生了什么、为什么、下一步做什么。

import type { FailureDictionary } from "../failures";
import { account } from "./failures/account";
import { files } from "./failures/files";
import { secrets } from "./failures/secrets";
import { service } from "./failures/service";
import { tools } from "./failures/tools";
import { typed } from "./failures/typed";

export const failures: FailureDictionary = {
  ...secrets,
  ...typed,
  ...account,
  ...service,
  ...files,
  ...tools,
};

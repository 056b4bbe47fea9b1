// English: every failure in three sentences: what happened, why, and one way on.

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

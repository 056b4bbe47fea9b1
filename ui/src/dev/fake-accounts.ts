// The fake program's accounts.

import type { Core } from "../core";
import type { AccountView, AppView, CredentialsRequest } from "../wire";
import { COMPANY } from "./sample-cloud";

type AccountMethods =
  | "addAccount"
  | "editAccount"
  | "checkAccount"
  | "removeAccount"
  | "findCredentials"
  | "ramPolicy";

const statement = (actions: string[]) =>
  JSON.stringify({ Version: "1", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] }, null, 2);

export function fakeAccounts(
  app: () => AppView,
  putAccounts: (accounts: AccountView[]) => void,
): Pick<Core, AccountMethods> {
  const find = (id: string): AccountView => {
    const found = app().accounts.find((one) => one.id === id);
    if (!found) throw { code: "accountUnknown" };
    return found;
  };
  const put = (account: AccountView): AccountView => {
    putAccounts(app().accounts.map((one) => (one.id === account.id ? account : one)));
    return account;
  };
  const keyIdOf = (credentials: CredentialsRequest): string =>
    credentials.kind === "typed" ? credentials.accessKeyId : "LTAI5tFakeFoundKey0001";

  return {
    addAccount: async ({ credentials, ...request }) => {
      const account: AccountView = {
        ...COMPANY,
        ...request,
        id: `c${String(app().accounts.length).padStart(5, "0")}`,
        name: request.name || "1087234561239876",
        kind: credentials.kind === "typed" && credentials.securityToken ? "sts" : "accessKey",
        accessKeyId: keyIdOf(credentials),
      };
      putAccounts([...app().accounts, account]);
      return account;
    },
    editAccount: async ({ id, credentials, ...request }) => {
      const before = find(id);
      return put({
        ...before,
        ...request,
        accessKeyId: credentials ? keyIdOf(credentials) : before.accessKeyId,
      });
    },
    checkAccount: async (id) => ({ account: put({ ...find(id), checkedAt: Date.now() }), millis: 118 }),
    removeAccount: async (id) => {
      find(id);
      putAccounts(app().accounts.filter((one) => one.id !== id));
    },
    findCredentials: async () => [
      {
        id: "cli:default",
        source: { kind: "aliyunCli", profile: "default", path: "~/.aliyun/config.json" },
        accessKeyId: "LTAI5tFakeFoundKey0001",
        kind: "accessKey",
        unusable: null,
        added: false,
      },
      {
        id: "cli:work",
        source: { kind: "aliyunCli", profile: "work", path: "~/.aliyun/config.json" },
        accessKeyId: "",
        kind: "accessKey",
        unusable: { kind: "mode", mode: "RamRoleArn" },
        added: false,
      },
      {
        id: "environment",
        source: { kind: "environment" },
        accessKeyId: "STS.NFakeFoundSession1",
        kind: "sts",
        unusable: null,
        added: false,
      },
    ],
    ramPolicy: async () => ({
      manage: statement(["modelstudio:ListApiKeys", "modelstudio:CreateApiKey", "modelstudio:DeleteApiKey"]),
      look: statement(["modelstudio:ListApiKeys", "modelstudio:ListWorkspaces"]),
    }),
  };
}

// Scenes for `npm run dev` in an ordinary browser: `/?scene=empty&language=zh-CN&theme=dark`. Never part of the build.

import type { Core } from "../core";
import type { AppView, KeyView, LanguageChoice, ThemeChoice } from "../wire";
import { begunCall } from "./fake-calls";
import { fakeCore } from "./fake-core";
import { fakeCosts } from "./fake-costs";
import { fakeDoctor } from "./fake-doctor";
import { fakeRotations } from "./fake-rotations";
import { fakeTasks } from "./fake-tasks";
import { fakeTemporaryKeys } from "./fake-temporary-keys";
import { APP, CHANGES, LIST } from "./sample";
import { COMPANY, EVALUATION, withAccounts } from "./sample-cloud";
import { MANY_GROUPS, TINY_GROUPS } from "./sample-costs";
import { ILL } from "./sample-diagnosis";
import { DUE, STOPPED } from "./sample-rotations";

const HERE = "this-computer";

/** The fake that the address asks for, and the presses that lead to the wanted picture. */
export function sceneCore(query: URLSearchParams): Core {
  const scene = query.get("scene") ?? "keys";
  const preferences = {
    ...APP.preferences,
    language: (query.get("language") ?? "en") as LanguageChoice,
    theme: (query.get("theme") ?? "light") as ThemeChoice,
    region: query.get("region") ?? "this-computer",
  };
  const app: AppView = { ...APP, preferences };
  const press = query.get("press");
  if (press) void pressAll(press.split("|"));

  switch (scene) {
    case "empty":
      return fakeCore({ app, list: { ...LIST, keys: [], quota: { used: 0, limit: 50 } }, changes: [] });
    case "stranded": {
      const gone = LIST.keys.slice(0, 1).map((key) => ({
        ...key,
        apiKeyId: "990",
        kept: { state: "stranded" as const },
      }));
      const action = "modelstudio:ListWorkspaces";
      const workspacesFailure = { code: "permissionMissing" as const, action, requestId: "4F1C-90AB" };
      return fakeCore({ app, list: { ...LIST, unlisted: gone, workspacesFailure } });
    }
    case "locked":
      return fakeCore({ app: { ...app, secretStore: { state: "locked", name: "Secret Service" } } });
    case "absent":
      return fakeCore({
        app: {
          ...app,
          secretStore: { state: "absent", name: "Secret Service", packages: ["gnome-keyring"] },
        },
      });
    case "passphrase":
      return fakeCore({
        app: {
          ...app,
          secretStore: { state: "passphraseNeeded", path: "~/.local/share/studio-keys/keys.age" },
        },
      });
    case "attention":
      return fakeCore({
        app: {
          ...app,
          attention: [
            {
              id: "a1",
              kind: "createdNotKept",
              region: "this-computer",
              apiKeyId: "1047",
              masked: "sk-ws-3f2…9a47",
              description: "nightly build",
              startedAt: Date.now() - 60_000,
            },
          ],
        },
      });
    case "stopped":
      return fakeCore(
        {
          app: {
            ...app,
            regions: app.regions.map((region) =>
              region.id === "this-computer"
                ? { ...region, state: { kind: "stopped", reason: "Address already in use" } }
                : region,
            ),
          },
        },
        { listKeys: () => Promise.reject({ code: "localStudioStopped", reason: "Address already in use" }) },
      );
    case "ill":
      return fakeCore({ app }, fakeDoctor(ILL));
    case "unkept":
      return fakeCore({ app }, { createKey: notKept(app) });
    case "slow":
      return fakeCore({ app }, { listKeys: () => new Promise(() => {}) });
    case "clock-off":
      return fakeCore(
        { app },
        fakeTemporaryKeys(() => LIST.keys[0] as KeyView, { aheadSeconds: 3720 }),
      );
    case "call-refused":
      return fakeCore({ app }, { call: publicKeyRefused });
    case "no-tasks":
      return fakeCore({ app }, fakeTasks([]));
    case "changed-elsewhere": {
      const keys = LIST.keys.map(
        (key): KeyView =>
          key.permission.type === "custom"
            ? { ...key, permission: { ...key.permission, accessIps: ["198.51.100.200"] } }
            : key,
      );
      const { previewPermission, updatePermission } = fakeCore({ list: { ...LIST, keys } });
      return fakeCore({ app }, { previewPermission, updatePermission });
    }
    case "rotating":
      return fakeCore({ app, rotations: [STOPPED] });
    case "rotation-due":
      return fakeCore({ app, rotations: [DUE] });
    case "rotation-slow": {
      const lists = { [HERE]: structuredClone(LIST) };
      const find = () => lists[HERE]?.keys[0] as KeyView;
      return fakeCore({ app }, fakeRotations({ lists: () => lists, find, put: (key) => key, millis: 2500 }));
    }
    case "refused":
      return fakeCore({ app: withAccounts([COMPANY], undefined, app) }, { checkKey: refusedKey });
    case "cloud":
      return fakeCore({ app: withAccounts([COMPANY], undefined, app) });
    case "accounts":
      return fakeCore({ app: withAccounts([COMPANY, EVALUATION], undefined, app) });
    case "troubled":
      return fakeCore({
        app: withAccounts([COMPANY, EVALUATION], undefined, app),
        failing: {
          [`cn-hongkong@${COMPANY.id}`]: {
            code: "permissionMissing",
            action: "modelstudio:ListApiKeys",
            requestId: "6F1A2B3C",
          },
          [`eu-central-1@${COMPANY.id}`]: { code: "regionNotActivated", platformCode: "NotActivated" },
          [`us-east-1@${COMPANY.id}`]: { code: "tooManyRequests" },
        },
        unseen: [`eu-central-1@${COMPANY.id}`],
      });
    case "offline": {
      const offline = withAccounts([COMPANY], undefined, app);
      return fakeCore({
        app: offline,
        failing: Object.fromEntries(
          offline.regions.map((one) => [
            one.id,
            { code: "unreachable", host: `modelstudio.${one.region}.aliyuncs.com` },
          ]),
        ),
        unseen: [`eu-central-1@${COMPANY.id}`],
      });
    }
    case "costs-many":
      return fakeCore(
        { app: withAccounts([COMPANY], undefined, app) },
        fakeCosts({ model: MANY_GROUPS, apiKey: MANY_GROUPS, workspace: MANY_GROUPS }, "USD"),
      );
    case "costs-tiny":
      return fakeCore(
        { app },
        fakeCosts({ model: TINY_GROUPS, apiKey: TINY_GROUPS, workspace: TINY_GROUPS }),
      );
    case "costs-none":
      return fakeCore({ app }, fakeCosts({ model: [], apiKey: [], workspace: [] }));
    case "costs-refused":
      return fakeCore(
        { app: withAccounts([COMPANY], undefined, app) },
        {
          costs: () =>
            Promise.reject({
              code: "permissionMissing",
              action: "modelstudio:GetBillingTrend",
              requestId: "6F1A2B3C",
            }),
        },
      );
    case "access-partly":
      return fakeCore({ app }, { updateModelAccess: halfTaken });
    case "unfinished":
      return fakeCore({
        app,
        changes: CHANGES.map((change) => (change.id === "c0" ? { ...change, state: "unfinished" } : change)),
      });
    default:
      return fakeCore({ app });
  }
}

/** The service takes one half of a change of what a workspace may call. */
const halfTaken: Core["updateModelAccess"] = async ({ models }) => {
  const names = models.map(({ model }) => model);
  const half = Math.ceil(names.length / 2);
  return {
    done: names.slice(0, half),
    failed: [{ models: names.slice(half), failure: { code: "tooManyRequests" } }],
  };
};

const refusedKey: Core["checkKey"] = () =>
  Promise.reject({
    code: "keyRefused",
    platformCode: "InvalidApiKey",
    disabled: false,
    cause: { kind: "wrongRegion", region: "ap-southeast-1" },
  });

const publicKeyRefused: Core["call"] = async (id) => ({
  ...begunCall(id),
  state: {
    kind: "failed",
    failure: { code: "publicKeyUnusable", host: "127.0.0.1:21456", problem: "tooSmall" },
  },
  millis: 38,
});

function notKept(app: AppView): Core["createKey"] {
  return async (request) => ({
    ...(await fakeCore({ app }).createKey(request)),
    notKept: { code: "secretStoreLocked" },
  });
}

/** Presses elements one after the other, each as soon as it is there; `field<<text` types. */
async function pressAll(selectors: string[]): Promise<void> {
  for (const entry of selectors) {
    const [selector = "", text] = entry.split("<<");
    for (let tries = 0; tries < 40; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const element = document.querySelector<HTMLElement>(selector);
      if (element) {
        if (text === undefined) element.click();
        else type(element, text);
        break;
      }
    }
  }
}

function type(element: HTMLElement, text: string): void {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return;
  element.value = text;
  element.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

// A `Core` that answers from memory: for looking at screens in an ordinary browser, and for tests, which replace single
// answers. It enforces nothing and is no model of the program.

import type { Core } from "../core";
import type { AppView, ChangeView, KeyList, KeyRef, KeyView } from "../wire";
import { fakePermission, permissionOf } from "./fake-permission";
import { APP, CHANGES, LIST, LOCAL_URLS, PLAN, sampleKey } from "./sample";

/** What a revealed key reads in the fake. */
export const FAKE_VALUE = "sk-ws-3f2Qm8vT0bYxJ4cRk7LwZpN1sHdGaU6eF9iOt5Xn2VKB9a49";

export interface FakeState {
  app: AppView;
  list: KeyList;
  changes: ChangeView[];
}

/** The fake, with the answers that `replace` puts in the place of its own. */
export function fakeCore(state: Partial<FakeState> = {}, replace: Partial<Core> = {}): Core {
  const app = state.app ?? APP;
  let list = structuredClone(state.list ?? LIST);
  let changes = structuredClone(state.changes ?? CHANGES);
  let plan = structuredClone(PLAN);
  const find = (key: KeyRef): KeyView => {
    const found = list.keys.find((one) => one.apiKeyId === key.apiKeyId);
    if (!found) throw { code: "keyNotFound", apiKeyId: key.apiKeyId };
    return found;
  };
  const put = (key: KeyView): KeyView => {
    list = { ...list, keys: list.keys.map((one) => (one.apiKeyId === key.apiKeyId ? key : one)) };
    return key;
  };

  return {
    app: async () => structuredClone(app),
    windowReady: async () => {},
    savePreferences: async () => {},
    listKeys: async () => structuredClone(list),
    createKey: async (request) => {
      const key = sampleKey("1050", {
        description: request.description,
        createdAt: Date.now(),
        permission: permissionOf(request.permission),
      });
      list = { ...list, keys: [key, ...list.keys], quota: { used: list.keys.length + 1, limit: 50 } };
      return { key, baseUrls: LOCAL_URLS, notKept: null };
    },
    revealKey: async (key) => {
      find(key);
      return { value: FAKE_VALUE, hidesInSeconds: 30 };
    },
    copyKey: async () => ({ clearsInSeconds: app.preferences.clipboardSeconds }),
    copyKeyWithHost: async () => ({ clearsInSeconds: app.preferences.clipboardSeconds }),
    copyText: async () => {},
    clearClipboard: async () => {},
    downloadKey: async () => ({ path: "~/Downloads/studio-keys-1050.csv" }),
    keepKey: async (key) => put({ ...find(key), kept: { state: "kept" } }),
    releaseKey: async (key) => {
      put({ ...find(key), kept: { state: "unknown" } });
    },
    checkKey: async () => ({ millis: 12, models: 5 }),
    disableKey: async (key) => put({ ...find(key), disabled: true }),
    enableKey: async (key) => put({ ...find(key), disabled: false }),
    resetKey: async (key) => ({
      created: {
        key: put({ ...find(key), masked: "sk-ws-8bT…04ce", kept: { state: "kept" } }),
        baseUrls: LOCAL_URLS,
        notKept: null,
      },
      followed: find(key).usedHere.map((used) => used.variable),
      notFollowed: null,
    }),
    deleteKey: async ({ key }) => {
      list = { ...list, keys: list.keys.filter((one) => one.apiKeyId !== key.apiKeyId) };
    },
    ...fakePermission(() => list.keys, put),
    planVariable: async ({ destinations, commentOut }) => {
      plan = {
        ...plan,
        destinations: plan.destinations.map((one) => ({
          ...one,
          ticked: destinations ? destinations.includes(one.id) : one.ticked,
        })),
        foreign: plan.foreign.map((one) => ({ ...one, commentOut: commentOut.includes(one.id) })),
      };
      return { ...plan, writes: plan.destinations.some((one) => one.ticked) ? plan.writes : [] };
    },
    applyVariable: async () => ({ ...(CHANGES[0] as ChangeView), verifications: [] }),
    verifyChange: async (id) => changes.find((one) => one.id === id) ?? (CHANGES[0] as ChangeView),
    listChanges: async () => structuredClone(changes),
    undoChange: async (id) => {
      changes = changes.map((one) => (one.id === id ? { ...one, state: "undone" } : one));
      const change = changes.find((one) => one.id === id);
      if (!change) throw { code: "changeUnknown" };
      return { change, also: [], leftAlone: [], verifications: [] };
    },
    dismissAttention: async () => {},
    probeStore: async () => ({ state: "available", name: "Secret Service" }),
    choosePassphraseFile: async () => ({
      state: "passphraseOpen",
      path: "~/.local/share/studio-keys/keys.age",
    }),
    unlockPassphraseFile: async () => ({
      state: "passphraseOpen",
      path: "~/.local/share/studio-keys/keys.age",
    }),
    openConsole: async () => {},
    ...replace,
  };
}

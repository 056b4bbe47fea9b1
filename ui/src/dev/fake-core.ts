// A `Core` that answers from memory: for looking at screens in an ordinary browser, and for tests, which replace single
// answers. It enforces nothing and is no model of the program.

import type { Core } from "../core";
import { holdersOf } from "../key";
import type {
  AccountView,
  AppView,
  ChangeView,
  Failure,
  KeyList,
  KeyRef,
  KeyView,
  RotationView,
} from "../wire";
import { fakeAccounts } from "./fake-accounts";
import { fakeCalls } from "./fake-calls";
import { fakeCosts } from "./fake-costs";
import { fakeDoctor } from "./fake-doctor";
import { fakePasted } from "./fake-pasted";
import { fakePermission, permissionOf } from "./fake-permission";
import { fakeRegions } from "./fake-regions";
import { fakeRotations } from "./fake-rotations";
import { fakeTasks } from "./fake-tasks";
import { fakeTemporaryKeys } from "./fake-temporary-keys";
import { fakeTools } from "./fake-tools";
import { fakeWorkspaces } from "./fake-workspaces";
import { APP, CHANGES, LIST, LOCAL_URLS, PLAN, sampleKey } from "./sample";
import { CLOUD_LISTS, withAccounts } from "./sample-cloud";

/** What a revealed key reads in the fake. */
export const FAKE_VALUE = "sk-ws-3f2Qm8vT0bYxJ4cRk7LwZpN1sHdGaU6eF9iOt5Xn2VKB9a49";

export interface FakeState {
  app: AppView;
  /** The keys of This computer. */
  list: KeyList;
  /** The keys of the cloud, by place. */
  cloud: Record<string, KeyList>;
  /** Places that cannot be asked, and why. */
  failing: Record<string, Failure>;
  /** Places of which nothing was seen yet. */
  unseen: string[];
  changes: ChangeView[];
  /** Rotations that have not ended. */
  rotations: RotationView[];
}

const HERE = "this-computer";

/** The fake, with the answers that `replace` puts in the place of its own. */
export function fakeCore(state: Partial<FakeState> = {}, replace: Partial<Core> = {}): Core {
  let app = state.app ?? APP;
  const lists: Record<string, KeyList> = structuredClone({
    ...(state.cloud ?? CLOUD_LISTS),
    [HERE]: state.list ?? LIST,
  });
  const failing = state.failing ?? {};
  const seen = new Set(Object.keys(lists).filter((place) => !state.unseen?.includes(place)));
  let changes = structuredClone(state.changes ?? CHANGES);
  let plan = structuredClone(PLAN);
  const listOf = (place: string): KeyList => {
    const failure = failing[place];
    if (failure) throw failure;
    const list = lists[place];
    if (!list) throw { code: "regionNeedsAccount", region: place };
    return list;
  };
  const find = (key: KeyRef): KeyView => {
    const { keys, unlisted } = listOf(key.region);
    const found = [...keys, ...unlisted].find((one) => one.apiKeyId === key.apiKeyId);
    if (!found) throw { code: "keyNotFound", apiKeyId: key.apiKeyId };
    return found;
  };
  const put = (key: KeyView): KeyView => {
    const list = listOf(key.region);
    const changed = (all: KeyView[]) => all.map((one) => (one.apiKeyId === key.apiKeyId ? key : one));
    lists[key.region] = { ...list, keys: changed(list.keys), unlisted: changed(list.unlisted) };
    return key;
  };
  const putKeys = (place: string, keys: KeyView[]) => {
    const list = listOf(place);
    lists[place] = { ...list, keys, quota: list.quota && { ...list.quota, used: keys.length } };
  };
  const putAccounts = (accounts: AccountView[]) => {
    app = withAccounts(accounts, lists, app);
  };

  const tools = fakeTools({
    find,
    put,
    changes: () => changes,
    record: (change) => {
      changes = [change, ...changes];
    },
  });
  return {
    app: async () => structuredClone(app),
    windowReady: async () => {},
    savePreferences: async (preferences) => {
      app = { ...app, preferences };
      if (app.accounts.length > 0) putAccounts(app.accounts);
    },
    listKeys: async (region) => structuredClone(listOf(region)),
    ...fakeRegions({ lists: () => lists, failing, seen, find, put }),
    ...fakeAccounts(() => app, putAccounts),
    createKey: async (request) => {
      const { keys, workspaces } = listOf(request.region);
      const workspace = workspaces.find((one) => one.id === request.workspaceId) ?? workspaces[0];
      const key = sampleKey("1050", {
        region: request.region,
        description: request.description,
        workspaceId: workspace?.id ?? "",
        workspaceName: workspace?.name ?? "",
        hosts: workspace?.hosts ?? [],
        createdAt: Date.now(),
        permission: permissionOf(request.permission),
      });
      putKeys(request.region, [key, ...keys]);
      return { key, baseUrls: key.hosts[0]?.baseUrls ?? LOCAL_URLS, notKept: null };
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
      followed: holdersOf(find(key)),
      notFollowed: null,
    }),
    deleteKey: async ({ key }) => {
      putKeys(
        key.region,
        listOf(key.region).keys.filter((one) => one.apiKeyId !== key.apiKeyId),
      );
    },
    ...fakePermission(() => Object.values(lists).flatMap((list) => list.keys), put),
    ...fakeTemporaryKeys(find),
    ...fakeRotations({ lists: () => lists, find, put, rotations: state.rotations ?? [] }),
    ...fakePasted({ lists: () => lists, put }),
    ...fakeCalls(),
    ...fakeTasks(),
    ...fakeWorkspaces(listOf),
    ...fakeCosts(),
    ...fakeDoctor(),
    ...tools,
    planVariable: async ({ variable, destinations, commentOut, method, baseUrl }) => {
      plan = {
        ...plan,
        variable,
        method: method ?? plan.method,
        companions: baseUrl ? [{ name: baseUrl.variable, text: `${baseUrl.origin}/compatible-mode/v1` }] : [],
        destinations: plan.destinations.map((one) => ({
          ...one,
          ticked: destinations ? destinations.includes(one.id) : one.ticked,
        })),
        foreign: plan.foreign.map((one) => ({ ...one, commentOut: commentOut.includes(one.id) })),
      };
      return { ...plan, writes: plan.destinations.some((one) => one.ticked) ? plan.writes : [] };
    },
    listPrograms: async () => [
      {
        id: "x-terminal-emulator",
        name: "Terminal",
        kind: "terminal",
        path: "/usr/bin/x-terminal-emulator",
        handsOver: false,
      },
      { id: "code", name: "Visual Studio Code", kind: "editor", path: "/usr/bin/code", handsOver: true },
    ],
    startProgram: async ({ program }) => ({
      id: program,
      name: program === "code" ? "Visual Studio Code" : "Terminal",
      kind: program === "code" ? "editor" : "terminal",
      path: `/usr/bin/${program}`,
      handsOver: program === "code",
    }),
    variableLines: async ({ variable }) => [
      { shell: "bash", scope: "terminal", text: `export ${variable}="sk-ws-3f2…9a49"` },
      {
        shell: "bash",
        scope: "permanent",
        text: `echo 'export ${variable}="sk-ws-3f2…9a49"' >> ~/.bashrc\nsource ~/.bashrc`,
      },
    ],
    copyVariableLines: async () => ({ clearsInSeconds: 30 }),
    applyPlan: async (planId) =>
      planId === plan.planId ? { ...(CHANGES[0] as ChangeView), verifications: [] } : tools.applyPlan(planId),
    verifyChange: async (id) => changes.find((one) => one.id === id) ?? (CHANGES[0] as ChangeView),
    listChanges: async () => structuredClone(changes),
    undoChange: async (id) => {
      changes = changes.map((one) => (one.id === id ? { ...one, state: "undone" } : one));
      const change = changes.find((one) => one.id === id);
      if (!change) throw { code: "changeUnknown" };
      return { change, also: [], leftAlone: [], verifications: [] };
    },
    undoEverything: async () => {
      const standing = changes.filter((one) => one.state !== "undone").reverse();
      changes = changes.map((one) => ({ ...one, state: "undone" }));
      const outcomes = standing.map((one) => ({
        change: { ...one, state: "undone" as const },
        leftAlone: [],
        failure: null,
      }));
      return { outcomes, verifications: [] };
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

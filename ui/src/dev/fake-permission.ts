// Made-up permissions, groups and models, kept in memory. It enforces nothing.

import type { Core } from "../core";
import { targetOf } from "../tool";
import type {
  AddressGroupView,
  KeyPreviewView,
  KeyRef,
  KeyView,
  PermissionRequest,
  PermissionView,
} from "../wire";
import { difference, explain, wouldAllow } from "./fake-allowlist";
import { GROUPS, MODELS, MY_ADDRESSES } from "./sample-permission";

type PermissionCore = Pick<
  Core,
  | "explainAllowlist"
  | "wouldAllow"
  | "myAddresses"
  | "listAddressGroups"
  | "saveAddressGroup"
  | "deleteAddressGroup"
  | "listModels"
  | "previewPermission"
  | "updatePermission"
>;

/** A request as the service would keep it. */
export function permissionOf(request: PermissionRequest): PermissionView {
  if (request.type === "restore") return request.permission;
  if (request.type === "all") return { type: "all" };
  const view = explain(request.addresses);
  return {
    type: "custom",
    accessIps: view.sends,
    anyAddress: view.anyone === "both" || view.anyone === "ipv4",
    models: request.models,
  };
}

export function fakePermission(all: () => KeyView[], put: (key: KeyView) => KeyView): PermissionCore {
  let groups: AddressGroupView[] = structuredClone(GROUPS);
  const find = (key: KeyRef): KeyView => {
    const found = all().find((one) => one.apiKeyId === key.apiKeyId);
    if (!found) throw { code: "keyNotFound", apiKeyId: key.apiKeyId };
    return found;
  };
  const letsInHere = (permission: PermissionView, region: string) =>
    permission.type === "all" ||
    wouldAllow(permission.accessIps, region === "this-computer" ? "127.0.0.1" : "203.0.113.7").allowed;

  const preview = (ref: KeyRef, opened: PermissionView | null, wanted: PermissionView): KeyPreviewView => {
    const key = find(ref);
    const { permission: current } = key;
    const listOf = (one: PermissionView) => (one.type === "all" ? null : one.accessIps);
    const modelsOf = (one: PermissionView) => (one.type === "all" ? null : one.models);
    const before = modelsOf(current);
    const after = modelsOf(wanted);
    const address = key.region === "this-computer" ? "127.0.0.1" : "203.0.113.7";
    const already = !letsInHere(current, key.region);
    return {
      key: ref,
      description: key.description,
      masked: key.masked,
      failure: null,
      change: {
        current,
        conflict: opened !== null && JSON.stringify(opened) !== JSON.stringify(current),
        wanted,
        unchanged: JSON.stringify(wanted) === JSON.stringify(current),
        addresses: difference(listOf(current), listOf(wanted)),
        models: {
          added: before && after ? after.filter((one) => !before.includes(one)) : [],
          removed: before && after ? before.filter((one) => !after.includes(one)) : [],
          before: before?.length ?? null,
          after: after?.length ?? null,
        },
        shutsOut: letsInHere(wanted, key.region)
          ? []
          : [
              { who: { kind: "thisComputer" }, address, already },
              ...key.usedHere.map((used) => ({
                who: { kind: "variable" as const, changeId: used.changeId, variable: targetOf(used) },
                address,
                already,
              })),
            ],
      },
    };
  };

  return {
    explainAllowlist: async ({ text }) => explain(text),
    wouldAllow: async ({ entries, address }) => wouldAllow(entries, address),
    myAddresses: async () => structuredClone(MY_ADDRESSES),
    listAddressGroups: async () => structuredClone(groups),
    saveAddressGroup: async ({ id, name, addresses }) => {
      const entries = explain(addresses).sends;
      const before = groups.find((one) => one.id === id);
      const group: AddressGroupView = {
        id: before?.id ?? `g${groups.length + 1}`,
        name,
        entries,
        usedBy: before?.usedBy ?? [],
        outdated: before?.usedBy ?? [],
      };
      groups = before ? groups.map((one) => (one.id === id ? group : one)) : [...groups, group];
      const offers = group.outdated.map((ref) => {
        const key = find(ref);
        const kept = key.permission.type === "all" ? [] : key.permission.accessIps;
        const others = kept.filter((entry) => !before?.entries.includes(entry));
        return {
          key: ref,
          description: key.description,
          masked: key.masked,
          current: key.permission,
          permission: {
            type: "custom" as const,
            addresses: [...others, ...entries].join("\n"),
            models: key.permission.type === "all" ? null : key.permission.models,
          },
          groups: [group.id],
          failure: null,
        };
      });
      return { group, offers };
    },
    deleteAddressGroup: async (id) => {
      groups = groups.filter((one) => one.id !== id);
    },
    listModels: async () => structuredClone(MODELS),
    previewPermission: async ({ keys, opened, permission }) => ({
      keys: keys.map((key) => preview(key, opened, permissionOf(permission))),
      thisComputer: ["127.0.0.1"],
    }),
    updatePermission: async ({ key: ref, expected, permission, groups: used }) => {
      const before = find(ref);
      if (JSON.stringify(before.permission) !== JSON.stringify(expected))
        throw { code: "permissionChanged", current: before.permission };
      const wanted = permissionOf(permission);
      groups = groups.map((group) => ({
        ...group,
        usedBy: [
          ...group.usedBy.filter((one) => one.apiKeyId !== ref.apiKeyId),
          ...(used.includes(group.id) ? [ref] : []),
        ],
        outdated: group.outdated.filter((one) => one.apiKeyId !== ref.apiKeyId),
      }));
      const key = put({ ...before, permission: wanted });
      return {
        key,
        before: before.permission,
        groupsBefore: [],
        proof: letsInHere(wanted, ref.region)
          ? { kind: "allowed", millis: 182, models: 5, asMeant: true }
          : { kind: "refused", platformCode: "Throttling.AccessDenied", millis: 41, asMeant: true },
      };
    },
  };
}

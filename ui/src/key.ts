// What the window needs to know about a key apart from drawing it.

import { targetOf } from "./tool";
import type { KeyRef, KeyView, PermissionView } from "./wire";
import type { Words } from "./words";

/** The name of a key and nothing else of its row: requests take no more. */
export function keyRef(key: KeyRef): KeyRef {
  return { region: key.region, apiKeyId: key.apiKeyId };
}

export function sameKey(one: KeyRef, other: KeyRef): boolean {
  return one.region === other.region && one.apiKeyId === other.apiKeyId;
}

/** The last four characters of a masked key: what people recognise it by. */
export function lastFour(masked: string): string {
  return masked.slice(-4);
}

/** Its description, or the masked key where there is none. */
export function nameOf(key: { description: string; masked: string }): string {
  return key.description.trim() || key.masked;
}

/** The variables and tools of this computer that were set to it, each once. */
export function holdersOf(key: Pick<KeyView, "usedHere">): string[] {
  return [...new Set(key.usedHere.map(targetOf))];
}

/** The program can show its value. */
export function hasValue(key: Pick<KeyView, "kept">): boolean {
  return key.kept.state === "kept" || key.kept.state === "memoryOnly";
}

/** "3 addresses · 5 models", "Unrestricted": the permission in a few words. */
export function permissionSummary(permission: PermissionView, words: Words["keys"]): string {
  if (permission.type === "all") return words.anyone;
  if (permission.anyAddress && permission.models === null) return words.anyone;
  const addresses = permission.anyAddress ? words.anyAddress : words.addresses(permission.accessIps.length);
  const models = permission.models === null ? words.everyModel : words.models(permission.models.length);
  return `${addresses} · ${models}`;
}

/** The keys in which every searched word occurs in the description, the masked key, the workspace or the creator. */
export function searchKeys(keys: KeyView[], text: string): KeyView[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return keys;
  return keys.filter((key) => {
    const place = [
      key.description,
      key.masked,
      key.workspaceName,
      key.workspaceId,
      key.apiKeyId,
      key.createdBy,
    ]
      .join("\n")
      .toLocaleLowerCase();
    return wanted.every((word) => place.includes(word));
  });
}

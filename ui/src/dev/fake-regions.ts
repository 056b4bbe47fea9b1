// The fake program's cloud regions: what was last seen, and asking again.

import type { Core } from "../core";
import type { Failure, KeyList, KeyRef, KeyView } from "../wire";

type RegionMethods = "seenKeys" | "refreshRegion" | "chooseHost" | "editDescription";

interface Regions {
  /** What the service has, by place. */
  lists: () => Record<string, KeyList>;
  /** Places that fail, and how. */
  failing: Record<string, Failure>;
  /** Places of which something was seen before the start. */
  seen: Set<string>;
  find: (key: KeyRef) => KeyView;
  put: (key: KeyView) => KeyView;
}

export function fakeRegions({ lists, failing, seen, find, put }: Regions): Pick<Core, RegionMethods> {
  return {
    seenKeys: async (region) => {
      const list = lists()[region];
      return list && seen.has(region) ? structuredClone(list) : null;
    },
    refreshRegion: async (region) => {
      const list = lists()[region];
      const failure = failing[region] ?? null;
      if (!failure && list) {
        seen.add(region);
        list.seenAt = Date.now();
      }
      return {
        region,
        lastSeen: list && seen.has(region) ? { at: list.seenAt ?? 0, keys: list.keys.length } : null,
        failure,
        millis: 204,
      };
    },
    editDescription: async ({ key, description }) => put({ ...find(key), description }),
    chooseHost: async ({ key, origin }) => {
      const found = find(key);
      const chosen = found.hosts.filter((host) => host.origin === origin);
      return put({
        ...found,
        hosts: [...chosen, ...found.hosts.filter((host) => host.origin !== origin)],
      });
    },
  };
}

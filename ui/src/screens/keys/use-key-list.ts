// The keys of a place. This computer is asked and answers. A cloud region shows what was last seen of it at once and is
// asked behind that: the list on the screen is never taken away by a region that is slow or fails. Where it never answered,
// the keys that are kept here are shown all the same.

import { useCallback, useEffect, useRef } from "preact/hooks";
import { sameKey } from "../../key";
import { isHere } from "../../place";
import { useApp } from "../../state/app-context";
import { useCore } from "../../state/core-context";
import { type Loading, useLoad } from "../../state/use-load";
import type { Failure, KeyList, KeyView, RegionView } from "../../wire";

/** What was asked less than this ago is not asked again because its region was switched to. */
const FRESH_MILLIS = 60_000;

/** Of a place that never answered, and that nothing is kept of. */
const NOTHING: KeyList = {
  keys: [],
  workspaces: [],
  quota: null,
  seenAt: null,
  workspacesFailure: null,
  unlisted: [],
};

export interface KeyListing {
  list: KeyList | null;
  /** Why there is no list, or none of now. */
  failure: Failure | null;
  waiting: Loading<KeyList>["waiting"];
  stopped: boolean;
  /** A cloud region is being asked behind the list. */
  refreshing: boolean;
  /** Asks the place again. */
  reload: () => void;
  stop: () => void;
  /** An action answered with the row as it is now. */
  replace: (key: KeyView) => void;
}

/** A list whose keys are used on this computer as another list says. */
function usedAs(list: KeyList, other: KeyList): KeyList {
  const used = (key: KeyView) => {
    const known = other.keys.find((one) => sameKey(one, key));
    return known ? { ...key, usedHere: known.usedHere } : key;
  };
  return { ...list, keys: list.keys.map(used) };
}

export function useKeyList(region: RegionView): KeyListing {
  const core = useCore();
  const { regions } = useApp();
  const { refresh } = regions;
  const { id } = region;
  const here = isHere(region);
  const { refreshing, failure, lastSeen, askedAt } = regions.newsOf(region);

  const load = useCallback(async () => {
    if (here) return core.listKeys(id);
    const seen = await core.seenKeys(id);
    if (seen && seen.seenAt !== null) return seen;
    const asked = await refresh(id);
    // A failure is told with the region's news.
    return (await core.seenKeys(id)) ?? (asked.failure ? NOTHING : core.listKeys(id));
  }, [core, here, id, refresh]);
  const loading = useLoad(load);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the region is switched to
  useEffect(() => {
    if (!here && !refreshing && Date.now() - askedAt > FRESH_MILLIS) void refresh(id);
  }, []);

  // The program wrote down what it saw: that is what is shown from now on.
  const shownAt = useRef(lastSeen?.at);
  useEffect(() => {
    if (here || shownAt.current === lastSeen?.at) return;
    shownAt.current = lastSeen?.at;
    loading.reload();
  }, [here, lastSeen?.at, loading.reload]);

  const { value } = loading;
  const everSeen = value !== null && value.seenAt !== null;
  const reload = useCallback(() => {
    // Without a list of the service's the loading itself asks, and says what it waits for.
    if (here || !everSeen) return loading.reload();
    // What uses them here is known before the region has answered.
    void core.seenKeys(id).then(
      (seen) => seen && loading.replace((before) => usedAs(before, seen)),
      () => undefined,
    );
    // What is kept here may be otherwise even where nobody answers.
    void refresh(id, true).then((asked) => asked.failure && loading.reload());
  }, [core, here, id, loading.reload, loading.replace, everSeen, refresh]);

  const replace = useCallback(
    (key: KeyView) =>
      loading.replace((before) => {
        const put = (keys: KeyView[]) => keys.map((one) => (sameKey(one, key) ? key : one));
        return { ...before, keys: put(before.keys), unlisted: put(before.unlisted) };
      }),
    [loading.replace],
  );

  return {
    list: value && (everSeen || value.unlisted.length > 0) ? value : null,
    // It stays until an answer takes its place: the button in it that asks again keeps the focus.
    failure: loading.failure ?? (here ? null : failure),
    waiting: loading.waiting,
    stopped: loading.stopped,
    refreshing,
    reload,
    stop: loading.stop,
    replace,
  };
}

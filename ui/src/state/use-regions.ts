// What is known of the cloud regions while the window is open: each is asked by a call of its own, side by side with
// the others, so that one that is slow or fails keeps nobody waiting. This computer is not among them: it is here.

import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Core } from "../core";
import { asFailure } from "../failure";
import type { AppView, Failure, LastSeenView, RefreshedView, RegionView } from "../wire";
import { useAgain } from "./use-again";

/** What is known of one place. */
export interface RegionNews {
  /** It is being asked now. */
  refreshing: boolean;
  /** Why it could not be asked the last time. */
  failure: Failure | null;
  lastSeen: LastSeenView | null;
  /** When it was last asked since the window opened; 0 for never. */
  askedAt: number;
}

export interface Regions {
  newsOf(region: RegionView): RegionNews;
  /** Asks one place. A second call while the first is under way waits for the same answer; after a change of the place,
   * which that answer may not know of, for one that is asked `anew`. */
  refresh(place: string, anew?: boolean): Promise<RefreshedView>;
  /** Asks every place of the account worked with. */
  refreshAll(): void;
  /** At least one is being asked. */
  refreshing: boolean;
  /** There is something to ask. */
  any: boolean;
  /** All were asked, and none could be reached: one state, not six failures. */
  offline: boolean;
}

const NO_NEWS = { refreshing: false, failure: null, askedAt: 0 };

/** This failure says that nothing was reached, not that somebody said no. */
export function isUnreachable(failure: Failure | null): boolean {
  return (
    failure?.code === "unreachable" || failure?.code === "timedOut" || failure?.code === "connectionLost"
  );
}

/** The places that can be asked. */
function placesOf(app: AppView): string[] {
  return app.regions.filter((one) => one.account !== null && one.state.kind === "ready").map((one) => one.id);
}

export function useRegions(core: Core, app: AppView): Regions {
  const [news, setNews] = useState<Record<string, Partial<RegionNews>>>({});
  const underWay = useRef(new Map<string, Promise<RefreshedView>>());
  const following = useRef(new Map<string, Promise<RefreshedView>>());
  const places = useMemo(() => placesOf(app), [app]);
  const known = places.join(" ");

  const tell = useCallback((place: string, change: (before: Partial<RegionNews>) => Partial<RegionNews>) => {
    setNews((all) => ({ ...all, [place]: change(all[place] ?? {}) }));
  }, []);

  const refresh = useCallback(
    (place: string, anew = false): Promise<RefreshedView> => {
      const already = underWay.current.get(place);
      if (already && !anew) return already;
      if (already) {
        const next =
          following.current.get(place) ??
          already.then(() => {
            following.current.delete(place);
            return refresh(place);
          });
        following.current.set(place, next);
        return next;
      }
      tell(place, (before) => ({ ...before, refreshing: true }));
      const asking = core
        .refreshRegion(place)
        .catch(
          (rejection: unknown): RefreshedView => ({
            region: place,
            lastSeen: null,
            failure: asFailure(rejection),
            millis: 0,
          }),
        )
        .then((refreshed) => {
          underWay.current.delete(place);
          tell(place, (before) => ({
            refreshing: false,
            failure: refreshed.failure,
            lastSeen: refreshed.lastSeen ?? before.lastSeen ?? null,
            askedAt: Date.now(),
          }));
          return refreshed;
        });
      underWay.current.set(place, asking);
      return asking;
    },
    [core, tell],
  );

  const refreshAll = useCallback(() => {
    for (const place of known.split(" ").filter(Boolean)) void refresh(place);
  }, [known, refresh]);

  // At the start, and whenever another account brings other places.
  useEffect(refreshAll, [refreshAll]);

  const all = places.map((place) => news[place] ?? {});
  const refreshing = all.some((one) => one.refreshing === true);
  const offline = all.length > 0 && all.every((one) => isUnreachable(one.failure ?? null));
  useAgain({ active: places.length > 0, busy: refreshing, failing: offline, ask: refreshAll });

  return useMemo(
    () => ({
      newsOf: (region) => {
        const told = news[region.id];
        return { ...NO_NEWS, ...told, lastSeen: told?.lastSeen ?? region.lastSeen };
      },
      refresh,
      refreshAll,
      refreshing,
      any: known !== "",
      offline,
    }),
    [news, known, refresh, refreshAll, refreshing, offline],
  );
}

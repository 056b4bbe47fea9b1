// The keys whose value is on this computer, place by place. No cloud service is asked for that: what was last seen of a
// region names them.

import { useCallback, useRef } from "preact/hooks";
import type { Core } from "../core";
import { asFailure } from "../failure";
import { hasValue } from "../key";
import { useApp } from "../state/app-context";
import { useCore } from "../state/core-context";
import { type Loading, useLoad } from "../state/use-load";
import type { Failure, KeyView, RegionView } from "../wire";

/** A place and the keys of it that can be used from here. */
export interface KeptPlace {
  region: RegionView;
  keys: KeyView[];
  /** Why its keys are not known; one place spoils no other. */
  failure: Failure | null;
}

/** Loads once, and again when there are other regions. */
export function useKeptKeys(): Loading<KeptPlace[]> {
  const core = useCore();
  const { app } = useApp();
  // The frame is asked anew now and then: that alone must not take away what is on the screen.
  const regions = useRef(app.regions);
  regions.current = app.regions;
  const names = app.regions.map(({ id, state }) => `${id} ${state.kind}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` says when the regions are others
  const load = useCallback(
    () => Promise.all(regions.current.map((region) => keysOf(core, region))),
    [core, names],
  );
  return useLoad(load);
}

async function keysOf(core: Core, region: RegionView): Promise<KeptPlace> {
  try {
    const list =
      region.id === "this-computer" ? await core.listKeys(region.id) : await core.seenKeys(region.id);
    return { region, keys: list ? [...list.keys, ...list.unlisted].filter(hasValue) : [], failure: null };
  } catch (rejection) {
    return { region, keys: [], failure: asFailure(rejection) };
  }
}

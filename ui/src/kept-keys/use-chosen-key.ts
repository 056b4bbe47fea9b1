// The key that is chosen among those on this computer, and the host it is used with. Until the user chooses, it is one of
// the region worked with.

import { useState } from "preact/hooks";
import { keyRef, sameKey } from "../key";
import { useApp } from "../state/app-context";
import type { HostView, KeyRef, KeyView, RegionView } from "../wire";
import type { KeptPlace } from "./use-kept-keys";

export interface KeptKey {
  keyView: KeyView;
  region: RegionView;
}

export interface ChosenKey {
  /** None where no key can be used. */
  chosen: KeptKey | null;
  /** None where no host is known. */
  host: HostView | null;
  choose(key: KeyRef): void;
  chooseHost(origin: string): void;
}

/** `begin` is the key to begin with, `beginHost` the host of it; `suits` says which regions can do what the key is wanted for. */
export function useChosenKey(
  places: KeptPlace[],
  begin: KeyRef | null,
  suits: (region: RegionView) => boolean,
  beginHost: string | null = null,
): ChosenKey {
  const { region: current } = useApp();
  const [wanted, setWanted] = useState(begin);
  const [origin, setOrigin] = useState(beginHost);
  const usable = places
    .filter(({ region }) => suits(region))
    .flatMap(({ region, keys }) =>
      keys.filter(({ disabled }) => !disabled).map((keyView) => ({ keyView, region })),
    );
  const chosen =
    usable.find(({ keyView }) => wanted !== null && sameKey(keyView, wanted)) ??
    usable.find(({ region }) => region.id === current.id) ??
    usable[0] ??
    null;
  const hosts = chosen?.keyView.hosts ?? [];
  return {
    chosen,
    host: hosts.find((one) => one.origin === origin) ?? hosts[0] ?? null,
    choose: (key) => {
      setWanted(keyRef(key));
      setOrigin(null);
    },
    chooseHost: setOrigin,
  };
}

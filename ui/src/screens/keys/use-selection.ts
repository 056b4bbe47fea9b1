// Several keys, selected to be given one permission. The selection exists from the first key on until it is ended.

import { useCallback, useState } from "preact/hooks";
import { sameKey } from "../../key";
import type { KeyRef, KeyView } from "../../wire";

export interface Selection {
  /** Selecting has begun: the table shows boxes to tick. */
  on: boolean;
  has(key: KeyRef): boolean;
  /** The selected keys that are still in the list. */
  among(keys: KeyView[]): KeyView[];
  toggle(key: KeyRef): void;
  /** Also all between the one touched last and this one, in the order that is shown. */
  reach(key: KeyRef, shown: KeyView[]): void;
  put(keys: KeyRef[]): void;
  end(): void;
}

interface State {
  keys: KeyRef[];
  last: KeyRef | null;
}

export function useSelection(): Selection {
  const [state, setState] = useState<State | null>(null);
  const has = (key: KeyRef) => state?.keys.some((one) => sameKey(one, key)) ?? false;
  const end = useCallback(() => setState(null), []);
  return {
    on: state !== null,
    has,
    among: (keys) => keys.filter(has),
    toggle: (key) =>
      setState((before) => {
        const keys = before?.keys ?? [];
        const without = keys.filter((one) => !sameKey(one, key));
        return { keys: without.length < keys.length ? without : [...keys, key], last: key };
      }),
    reach: (key, shown) =>
      setState((before) => {
        const { keys, last } = before ?? { keys: [], last: null };
        const at = (wanted: KeyRef) => shown.findIndex((one) => sameKey(one, wanted));
        const from = last ? at(last) : -1;
        const to = at(key);
        const between = shown.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1);
        const added = between.filter((one) => !keys.some((other) => sameKey(one, other)));
        return { keys: [...keys, ...added], last: key };
      }),
    put: (keys) => setState({ keys, last: null }),
    end,
  };
}

// Parts of the window that are loaded when they are first drawn, so that the first screen does not wait for the others.
// In the program they come from its own binary, within milliseconds: nothing is drawn in their place until a wait is long
// enough to be seen.

import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { type Loading, useLoad } from "../state/use-load";

/** What is drawn while the part is not there: after a while, and when it cannot be loaded. */
export type Placeholder<Props> = ComponentType<{ loading: Loading<unknown>; props: Props }>;

/** A component whose code `load` fetches when it is first drawn. */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: Placeholder<Props>,
): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  const fetched = async () => {
    known ??= await load();
    return known;
  };

  function Fetched(props: Props) {
    const loading = useLoad(fetched);
    const Part = loading.value;
    if (Part) return <Part {...props} />;
    return loading.waiting === "quiet" ? null : <Waiting loading={loading} props={props} />;
  }

  return function Lazy(props: Props) {
    // Chosen once: a part that began as one of the two would begin anew as the other.
    const [Part] = useState(() => known ?? Fetched);
    return <Part {...props} />;
  };
}

// The program, for every component below `CoreContext`.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Core } from "../core";

export const CoreContext = createContext<Core | null>(null);

/** The door to the program. */
export function useCore(): Core {
  const core = useContext(CoreContext);
  if (!core) throw new Error("CoreContext is missing above this component");
  return core;
}

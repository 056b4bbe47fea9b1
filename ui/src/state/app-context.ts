// What every screen shares once the program has answered: the frame's data, the region worked with, and where the
// window is.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AppView, PreferencesView, RegionView, SecretStoreView } from "../wire";
import type { Errand } from "./errand";
import type { Regions } from "./use-regions";

export type Screen =
  | "keys"
  | "temporaryKeys"
  | "tools"
  | "workspaces"
  | "cost"
  | "calls"
  | "tasks"
  | "doctor"
  | "changes"
  | "settings";

export interface AppState {
  app: AppView;
  region: RegionView;
  /** What is known of the cloud regions. */
  regions: Regions;
  screen: Screen;
  /** What led to the screen, if it was more than its name. */
  errand: Errand | null;
  goTo(screen: Screen, errand?: Errand): void;
  chooseRegion(id: string): void;
  /** Works with another account: the cloud regions are its own then. `region` is the one to show, by its bare id. */
  chooseAccount(id: string, region?: string): void;
  /** Uses the choices at once and saves them. */
  prefer(choices: Partial<PreferencesView>): void;
  /** Asks the program again what the frame shows. */
  refresh(): void;
  storeChanged(store: SecretStoreView): void;
}

export const AppContext = createContext<AppState | null>(null);

/** The state that every screen shares. */
export function useApp(): AppState {
  const app = useContext(AppContext);
  if (!app) throw new Error("AppContext is missing above this component");
  return app;
}

// What every screen shares once the program has answered: the frame's data, the region worked with, and where the
// window is.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AppView, PreferencesView, RegionView, SecretStoreView } from "../wire";

export type Screen = "keys" | "changes" | "settings";

export interface AppState {
  app: AppView;
  region: RegionView;
  screen: Screen;
  goTo(screen: Screen): void;
  chooseRegion(id: string): void;
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

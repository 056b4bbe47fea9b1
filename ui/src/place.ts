// Where keys live: This computer, or a region with the account that it is worked with.

import type { AccountView, AppView, RegionView } from "./wire";

export const THIS_COMPUTER = "this-computer";

export function isHere(region: Pick<RegionView, "region">): boolean {
  return region.region === THIS_COMPUTER;
}

/** The region of a place: `cn-beijing@a7f3c2` is in `cn-beijing`. */
export function bareRegion(place: string): string {
  return place.split("@", 1)[0] ?? place;
}

/** A region as it is worked with by an account. */
export function placeIn(bare: string, account: string): string {
  return `${bare}@${account}`;
}

/** The account worked with: the chosen one, or the oldest. */
export function accountOf(app: AppView): AccountView | null {
  return app.accounts.find((one) => one.id === app.preferences.account) ?? app.accounts[0] ?? null;
}

/** The region that was chosen. It stays the same one when the account is another, was added or is gone. */
export function shownRegion(app: AppView): RegionView | undefined {
  const { region } = app.preferences;
  return (
    app.regions.find((one) => one.id === region) ??
    app.regions.find((one) => one.region === bareRegion(region)) ??
    app.regions[0]
  );
}

// From an account to its keys: it is worked with, and a cloud region is shown, the one of before if there was.

import { useCallback } from "preact/hooks";
import { isHere } from "../place";
import type { AccountView } from "../wire";
import { useApp } from "./app-context";

export function useShowKeys(): (account: AccountView) => void {
  const { app, region, chooseAccount, goTo } = useApp();
  return useCallback(
    (account) => {
      const shown = isHere(region) ? app.regions.find((one) => !isHere(one)) : region;
      chooseAccount(account.id, shown?.region);
      goTo("keys");
    },
    [app.regions, region, chooseAccount, goTo],
  );
}

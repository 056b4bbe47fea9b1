// Made-up costs of every place.

import type { Core } from "../core";
import type { CostGroup } from "../wire";
import { COST_GROUPS, type SampleGroup, sampleCosts } from "./sample-costs";

type CostsCore = Pick<Core, "costs" | "downloadCosts">;

export function fakeCosts(
  groups: Record<CostGroup, SampleGroup[]> = COST_GROUPS,
  currency?: string,
): CostsCore {
  return {
    costs: async (request) => sampleCosts(request, groups[request.group], currency),
    downloadCosts: async ({ start, end }) => ({ path: `~/Downloads/studio-keys-costs-${start}-${end}.csv` }),
  };
}

// Made-up workspaces in memory, with what each may call and how much. A workspace with keys is not deleted, nor is the
// default one; else it enforces nothing.

import type { Core } from "../core";
import type { KeyList, ModelAccessRowView, ModelLimitRowView, WorkspaceRowView } from "../wire";
import { DAY, sampleHost, TODAY } from "./sample";
import { SAMPLE_ALLOWED, sampleAccess, sampleLimits } from "./sample-workspaces";

type WorkspacesCore = Pick<
  Core,
  | "listWorkspaces"
  | "createWorkspace"
  | "deleteWorkspace"
  | "listModelAccess"
  | "updateModelAccess"
  | "listModelLimits"
  | "updateModelLimits"
>;

const SITES: Record<string, string> = {
  "this-computer": "this-computer",
  "cn-beijing": "asia-pacific-china",
  "ap-southeast-1": "international",
};

export function fakeWorkspaces(listOf: (place: string) => KeyList): WorkspacesCore {
  const created: Record<string, WorkspaceRowView[]> = {};
  const deleted = new Set<string>();
  const access = new Map<string, ModelAccessRowView[]>();
  const limits = new Map<string, ModelLimitRowView[]>();

  const rowsOf = (place: string): WorkspaceRowView[] => {
    const { keys, workspaces } = listOf(place);
    const bare = place.split("@", 1)[0] ?? place;
    const known = workspaces.map((workspace, at) => ({
      ...workspace,
      serviceSite: SITES[bare] ?? "global",
      createdAt: TODAY - (400 - at * 90) * DAY,
      keys: keys.filter((key) => key.workspaceId === workspace.id).length,
    }));
    return [...known, ...(created[place] ?? [])].filter(({ id }) => !deleted.has(id));
  };
  const accessOf = (id: string) => access.get(id) ?? sampleAccess(SAMPLE_ALLOWED);
  const limitsOf = (id: string) => limits.get(id) ?? sampleLimits();

  return {
    listWorkspaces: async (region) => ({ workspaces: rowsOf(region), seenAt: Date.now() }),
    createWorkspace: async ({ region, name, serviceSite }) => {
      const [pattern] = rowsOf(region);
      const id = `ws-new${(created[region]?.length ?? 0) + 1}`;
      const row: WorkspaceRowView = {
        id,
        name,
        isDefault: false,
        apiHost: pattern?.apiHost ?? "",
        hosts: pattern?.hosts ?? [sampleHost("workspace", `https://${id}.example.invalid`)],
        serviceSite: serviceSite ?? pattern?.serviceSite ?? "",
        createdAt: Date.now(),
        keys: 0,
      };
      created[region] = [...(created[region] ?? []), row];
      access.set(id, sampleAccess([]));
      return row;
    },
    deleteWorkspace: async ({ region, workspaceId }) => {
      const row = rowsOf(region).find(({ id }) => id === workspaceId);
      if (row && row.keys > 0) {
        throw {
          code: "workspaceNotDeleted",
          requestId: "7D3A-11",
          reasons: [{ resourceType: "ApiKey", reason: `API keys in the workspace: ${row.keys}.` }],
        };
      }
      deleted.add(workspaceId);
    },
    listModelAccess: async ({ region, workspaceId }) => ({
      everyModel: rowsOf(region).some(({ id, isDefault }) => id === workspaceId && isDefault),
      models: accessOf(workspaceId),
    }),
    updateModelAccess: async ({ workspace, models }) => {
      const wanted = new Map(models.map(({ model, inference }) => [model, inference]));
      access.set(
        workspace.workspaceId,
        accessOf(workspace.workspaceId).map((one) => ({
          ...one,
          inference: wanted.get(one.model) ?? one.inference,
        })),
      );
      return { done: models.map(({ model }) => model), failed: [] };
    },
    listModelLimits: async ({ workspaceId }) => ({ models: limitsOf(workspaceId) }),
    updateModelLimits: async ({ workspace, limits: changes }) => {
      const wanted = new Map(changes.map(({ model, limit }) => [model, limit]));
      limits.set(
        workspace.workspaceId,
        limitsOf(workspace.workspaceId).map((one) => ({
          ...one,
          workspace: wanted.has(one.model) ? (wanted.get(one.model) ?? null) : one.workspace,
        })),
      );
      return { done: changes.map(({ model }) => model), failed: [] };
    },
  };
}

// Made-up accounts and what two of them see in the cloud regions: six that differ. Never part of the build.

import type {
  AccountView,
  AppView,
  HostView,
  KeyList,
  KeyView,
  PermissionView,
  RegionView,
  WorkspaceView,
} from "../wire";
import { APP, DAY, REGIONS, sampleHost, sampleKey, TODAY } from "./sample";

export const COMPANY: AccountView = {
  id: "a7f3c2",
  name: "Company",
  site: "international",
  kind: "accessKey",
  accessKeyId: "LTAI5tFakeCompanyKey01",
  identity: {
    accountUid: "1087234561239876",
    userId: "1087234561239876",
    arn: "acs:ram::1087234561239876:root",
    kind: { kind: "mainAccount" },
  },
  checkedAt: TODAY,
  expiresAt: null,
  stsEndpoint: null,
  caFile: null,
  endpoints: [],
};

export const EVALUATION: AccountView = {
  ...COMPANY,
  id: "b0d914",
  name: "Evaluation",
  site: "china",
  accessKeyId: "LTAI5tFakeEvalKey00007",
  identity: {
    accountUid: "1900112233445566",
    userId: "294400558811223344",
    arn: "acs:ram::1900112233445566:user/lin",
    kind: { kind: "ramUser", name: "lin" },
  },
};

const TEAM: PermissionView = {
  type: "custom",
  accessIps: ["203.0.113.0/24", "198.51.100.7"],
  anyAddress: false,
  models: ["qwen-plus", "qwen-max"],
};

/** The hosts of a workspace of a region: its own, and the shared one where there is one. */
function hostsOf(region: RegionView, workspaceId: string): HostView[] {
  const own = region.workspaceHost?.replace("{WorkspaceId}", workspaceId);
  return [
    ...(own ? [sampleHost("workspace", `https://${own}`)] : []),
    ...(region.sharedHost ? [sampleHost("shared", `https://${region.sharedHost}`)] : []),
  ];
}

interface Place {
  region: RegionView;
  place: string;
  workspaces: WorkspaceView[];
}

function placeIn(regionId: string, account: string): Place {
  const region = REGIONS.find((one) => one.region === regionId);
  if (!region) throw new Error(`no region ${regionId}`);
  const workspace = (id: string, name: string, isDefault: boolean): WorkspaceView => ({
    id,
    name,
    isDefault,
    apiHost: region.workspaceHost?.replace("{WorkspaceId}", id) ?? "",
    hosts: hostsOf(region, id),
  });
  return {
    region,
    place: `${regionId}@${account}`,
    workspaces: [
      workspace(`llm-${regionId.slice(0, 4)}0default`, "Default workspace", true),
      workspace(`llm-${regionId.slice(0, 4)}1translate`, "Translation", false),
    ],
  };
}

/** The nth key of a place, with the given differences. */
function keyOf(place: Place, nth: number, changes: Partial<KeyView> = {}): KeyView {
  const workspace = place.workspaces[changes.workspaceName === "Translation" ? 1 : 0] as WorkspaceView;
  return sampleKey(`${20400 + nth}`, {
    region: place.place,
    description: `service ${nth}`,
    masked: `sk-ws-${(nth * 7919).toString(36).padStart(3, "x").slice(0, 3)}…${String(nth).padStart(4, "c")}`,
    workspaceId: workspace.id,
    workspaceName: workspace.name,
    createdBy: "1087234561239876",
    createdAt: TODAY - nth * 3 * DAY,
    kept: { state: "unknown" },
    hosts: workspace.hosts,
    ...changes,
  });
}

function listOf(place: Place, keys: KeyView[], limit: number | null, unlisted: KeyView[] = []): KeyList {
  return {
    keys,
    workspaces: place.workspaces,
    quota: limit === null ? null : { used: keys.length, limit },
    seenAt: TODAY,
    workspacesFailure: null,
    unlisted,
  };
}

function companyLists(): Record<string, KeyList> {
  const beijing = placeIn("cn-beijing", COMPANY.id);
  const singapore = placeIn("ap-southeast-1", COMPANY.id);
  const tokyo = placeIn("ap-northeast-1", COMPANY.id);
  const hongkong = placeIn("cn-hongkong", COMPANY.id);
  const frankfurt = placeIn("eu-central-1", COMPANY.id);
  const virginia = placeIn("us-east-1", COMPANY.id);
  const pasted = keyOf(beijing, 90, {
    apiKeyId: "pasted-90",
    description: "from the old notebook",
    kept: { state: "kept" },
    own: null,
    createdBy: "",
  });
  return {
    [beijing.place]: listOf(
      beijing,
      [
        keyOf(beijing, 1, {
          description: "网站后台 · 生产环境",
          kept: { state: "kept" },
          permission: TEAM,
          usedHere: [{ changeId: "c1", variable: "DASHSCOPE_API_KEY", tool: null }],
        }),
        keyOf(beijing, 2, { description: "nightly evaluation", workspaceName: "Translation" }),
        keyOf(beijing, 3, {
          description: "first key, 2023",
          masked: "sk-4f1…77aa",
          oldFormat: true,
          kept: { state: "kept" },
        }),
        keyOf(beijing, 4, { description: "made by Lin", own: false, createdBy: "294400558811223344" }),
        keyOf(beijing, 5, { description: "retired", disabled: true }),
      ],
      50,
      [pasted],
    ),
    [singapore.place]: listOf(
      singapore,
      Array.from({ length: 48 }, (_, index) => keyOf(singapore, index + 1)),
      50,
    ),
    [tokyo.place]: listOf(tokyo, [keyOf(tokyo, 1, { kept: { state: "kept" } }), keyOf(tokyo, 2)], 50),
    [hongkong.place]: listOf(hongkong, [keyOf(hongkong, 1)], null),
    [frankfurt.place]: listOf(frankfurt, [], 50),
    [virginia.place]: listOf(
      virginia,
      [
        keyOf(virginia, 1, { description: "us web", kept: { state: "kept" } }),
        keyOf(virginia, 2, { description: "us batch", own: false, createdBy: "294400558811223344" }),
      ],
      20,
    ),
  };
}

/** What was last seen, by place. */
export const CLOUD_LISTS: Record<string, KeyList> = companyLists();

/** The frame's data as it is with these accounts, one of which is worked with. */
export function withAccounts(
  accounts: AccountView[],
  lists: Record<string, KeyList> = CLOUD_LISTS,
  app: AppView = APP,
): AppView {
  const chosen = accounts.find((one) => one.id === app.preferences.account) ?? accounts[0];
  const regions = app.regions.map((region): RegionView => {
    if (region.region === "this-computer") return region;
    if (!chosen) {
      return { ...region, id: region.region, account: null, state: { kind: "needsAccount" }, lastSeen: null };
    }
    const id = `${region.region}@${chosen.id}`;
    const own = chosen.endpoints.find((one) => one.region === region.region)?.control;
    const list = lists[id];
    return {
      ...region,
      id,
      account: chosen.id,
      state: { kind: "ready" },
      controlEndpoint: own ?? `https://modelstudio.${region.region}.aliyuncs.com`,
      ownEndpoint: Boolean(own),
      lastSeen: list ? { at: list.seenAt ?? 0, keys: list.keys.length } : null,
    };
  });
  return { ...app, accounts, regions };
}

// A made-up door for pasted keys. What a value is, it tells by its first characters alone.

import type { Core } from "../core";
import type { CandidateHostView, KeyList, KeyView, PastedKeyView, PlanView } from "../wire";
import { sampleHost, sampleKey } from "./sample";

type PastedMethods = "recognizeKey" | "askHosts" | "keepPasted" | "forgetPasted" | "removeKept";

interface Pasted {
  lists: () => Record<string, KeyList>;
  put: (key: KeyView) => KeyView;
  /** The origin that accepts the key. */
  accepting?: string;
}

function candidate(region: string, origin: string | null, plan: PlanView = "payAsYouGo"): CandidateHostView {
  return { region, origin, plan };
}

const PLAIN = [
  candidate("cn-beijing", "https://dashscope.aliyuncs.com"),
  candidate("ap-southeast-1", "https://dashscope-intl.aliyuncs.com"),
  candidate("ap-northeast-1", null),
  candidate("cn-hongkong", "https://cn-hongkong.dashscope.aliyuncs.com"),
  candidate("eu-central-1", null),
  candidate("us-east-1", "https://dashscope-us.aliyuncs.com"),
];

const PLANS = [
  candidate("cn-beijing", "https://coding.dashscope.aliyuncs.com", "coding"),
  candidate("ap-southeast-1", "https://coding-intl.dashscope.aliyuncs.com", "coding"),
  candidate("cn-beijing", "https://token-plan.cn-beijing.maas.aliyuncs.com", "token"),
];

const HERE = [candidate("this-computer", "http://127.0.0.1:21456")];

export function fakePasted({ lists, put, accepting }: Pasted): Pick<Core, PastedMethods> {
  const held = new Map<string, PastedKeyView>();
  let count = 0;
  const of = (id: string): PastedKeyView => {
    const found = held.get(id);
    if (!found) throw { code: "pastedGone" };
    return found;
  };
  const accepts = accepting ?? "https://dashscope-intl.aliyuncs.com";

  return {
    recognizeKey: async (value) => {
      const text = value.trim();
      const problem = !text
        ? "empty"
        : /[*…•]/.test(text)
          ? "masked"
          : /\s/.test(text)
            ? "whiteSpace"
            : text.startsWith("LTAI")
              ? "accessKey"
              : text.startsWith("st-")
                ? "temporary"
                : text.startsWith("sk-")
                  ? null
                  : "shape";
      if (problem) throw { code: "pastedInvalid", problem };
      const kind = text.startsWith("sk-sp-")
        ? "plan"
        : text.startsWith("sk-ws-here")
          ? "thisComputer"
          : text.startsWith("sk-ws-")
            ? "new"
            : "old";
      count += 1;
      const matching = Object.entries(lists()).flatMap(([region, list]) =>
        list.keys
          .filter((key) => key.masked.slice(-4) === text.slice(-4))
          .map((key) => ({
            region,
            apiKeyId: key.apiKeyId,
            description: key.description,
            workspaceName: key.workspaceName,
          })),
      );
      const view: PastedKeyView = {
        id: `p${count}`,
        masked: `${text.slice(0, 9)}…${text.slice(-4)}`,
        kind,
        candidates: kind === "plan" ? PLANS : kind === "thisComputer" ? HERE : PLAIN,
        matches: kind === "plan" ? [] : matching,
      };
      held.set(view.id, view);
      return structuredClone(view);
    },
    askHosts: async ({ id, workspaces }) => {
      const { candidates } = of(id);
      const asked = [
        ...candidates.flatMap((one) => (one.origin ? [{ ...one, origin: one.origin }] : [])),
        ...workspaces.map(({ region, workspaceId }) => ({
          region,
          origin: `https://${workspaceId}.${region}.maas.aliyuncs.com`,
          plan: "payAsYouGo" as const,
        })),
      ];
      const region = asked.find((one) => one.origin === accepts)?.region;
      return asked.map((one, index) => ({
        ...one,
        models: one.origin === accepts ? 128 : null,
        failure:
          one.origin === accepts
            ? null
            : {
                code: "keyRefused",
                platformCode: "InvalidApiKey",
                disabled: false,
                cause: region ? { kind: "wrongRegion", region } : { kind: "unknown" },
              },
        millis: 180 + index * 37,
      }));
    },
    keepPasted: async ({ id, region, origin, description, apiKeyId }) => {
      const pasted = of(id);
      const list = lists()[region];
      held.delete(id);
      const entry = list?.keys.find((key) => key.apiKeyId === apiKeyId);
      if (entry) return put({ ...entry, kept: { state: "kept" } });
      const key = sampleKey("-90", {
        region,
        description,
        masked: pasted.masked,
        workspaceId: "",
        workspaceName: "",
        createdBy: "",
        createdAt: Date.now(),
        own: null,
        kept: { state: "kept" },
        hosts: origin ? [sampleHost("shared", origin)] : [],
      });
      if (list) list.unlisted = [...list.unlisted, key];
      return key;
    },
    forgetPasted: async (id) => {
      held.delete(id);
    },
    removeKept: async (key) => {
      const list = lists()[key.region];
      if (list) list.unlisted = list.unlisted.filter((one) => one.apiKeyId !== key.apiKeyId);
    },
  };
}

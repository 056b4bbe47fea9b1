// What a key can be set for: a variable, alone or with the base URL that goes with it.

import type { BaseUrlForm } from "../../wire";

export type TargetId = "dashscope" | "openai" | "anthropic" | "own";

export interface Target {
  /** The variable; nothing for the user's own name. */
  variable: string | null;
  /** The variable of the base URL, and which address of the host it holds. */
  baseUrl: { variable: string; form: BaseUrlForm } | null;
}

export const TARGETS: Record<TargetId, Target> = {
  /** The variable that Alibaba's own guides name. */
  dashscope: { variable: "DASHSCOPE_API_KEY", baseUrl: null },
  openai: { variable: "OPENAI_API_KEY", baseUrl: { variable: "OPENAI_BASE_URL", form: "openai" } },
  anthropic: {
    variable: "ANTHROPIC_AUTH_TOKEN",
    baseUrl: { variable: "ANTHROPIC_BASE_URL", form: "anthropic" },
  },
  own: { variable: null, baseUrl: null },
};

export const TARGET_IDS = Object.keys(TARGETS) as TargetId[];

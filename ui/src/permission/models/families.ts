// Models in families, by their names: `qwen-vl-plus` and `qwen2.5-vl-max` are of one family. The service has no such
// field; a name that tells nothing makes a family of its own.

import type { ModelView } from "../../wire";

/** Second words of a name that tell what a model is for, and so part a family. */
const KINDS = new Set([
  "vl",
  "coder",
  "omni",
  "audio",
  "math",
  "embedding",
  "rerank",
  "mt",
  "image",
  "tts",
  "asr",
  "long",
  "ocr",
  "doc",
]);

export interface Family {
  name: string;
  models: ModelView[];
}

/** "qwen-vl" of `qwen2.5-vl-72b`, "qwen" of `qwen3-max`, "deepseek" of `deepseek-r1`. */
export function familyOf(id: string): string {
  const [first = "", second = ""] = id.toLowerCase().split(/[-_/]/);
  const name = first.replace(/[\d.]+.*$/, "") || first;
  return KINDS.has(second) ? `${name}-${second}` : name;
}

/** In the order of the list, each family with its models. */
export function familiesOf(models: ModelView[]): Family[] {
  const families = new Map<string, ModelView[]>();
  for (const model of models) {
    const name = familyOf(model.id);
    families.set(name, [...(families.get(name) ?? []), model]);
  }
  return [...families].map(([name, models]) => ({ name, models }));
}

/** The models in which every searched word occurs in the name, the id or the maker. */
export function searchModels(models: ModelView[], text: string): ModelView[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return models.filter(({ id, name, provider }) => {
    const place = `${id}\n${name}\n${provider}`.toLocaleLowerCase();
    return wanted.every((word) => place.includes(word));
  });
}

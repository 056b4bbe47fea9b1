// Made-up temporary keys, kept in memory until they end. It enforces nothing.

import type { Core } from "../core";
import type { KeyRef, KeyView, TemporaryKeyView } from "../wire";
import { sampleHost } from "./sample";

type TemporaryKeysCore = Pick<
  Core,
  | "createTemporaryKey"
  | "listTemporaryKeys"
  | "revealTemporaryKey"
  | "copyTemporaryKey"
  | "snippets"
  | "copySnippet"
  | "forgetTemporaryKey"
>;

/** What a revealed temporary key reads in the fake. */
export const FAKE_TEMPORARY_VALUE = "st-8Tq2vLw0XcR5mZbN7yHdK3sJfG9aPeU6";

/** How far this computer's clock is ahead of the fake service's. */
interface Clock {
  aheadSeconds: number;
}

export function fakeTemporaryKeys(
  find: (key: KeyRef) => KeyView,
  clock: Clock = { aheadSeconds: 0 },
): TemporaryKeysCore {
  const serviceNow = () => Date.now() - clock.aheadSeconds * 1000;
  let keys: TemporaryKeyView[] = [];
  let count = 0;
  const holding = (): TemporaryKeyView[] => {
    keys = keys.filter(({ expiresAt }) => expiresAt > serviceNow());
    return keys.map((key) => ({ ...key, leftMillis: key.expiresAt - serviceNow() }));
  };
  const held = (id: string): TemporaryKeyView => {
    const found = holding().find((one) => one.id === id);
    if (!found) throw { code: "temporaryKeyEnded" };
    return found;
  };
  const clearsIn = (id: string) => ({ clearsInSeconds: Math.min(60, Math.ceil(held(id).leftMillis / 1000)) });

  return {
    createTemporaryKey: async ({ key, seconds, origin }) => {
      const parent = find(key);
      count += 1;
      const view: TemporaryKeyView = {
        id: `t${count}`,
        parent: key,
        description: parent.description,
        masked: "st-8Tq…PeU6",
        expiresAt: serviceNow() + seconds * 1000,
        leftMillis: seconds * 1000,
        clockAheadSeconds: Math.abs(clock.aheadSeconds) > 30 ? clock.aheadSeconds : null,
        host: parent.hosts.find((host) => host.origin === origin) ?? sampleHost("own", origin),
      };
      keys = [view, ...keys];
      return view;
    },
    listTemporaryKeys: async () => holding(),
    revealTemporaryKey: async (id) => {
      held(id);
      return { value: FAKE_TEMPORARY_VALUE, hidesInSeconds: 30 };
    },
    copyTemporaryKey: async (id) => clearsIn(id),
    snippets: async (id) => {
      const { masked, host } = held(id);
      const url = host.baseUrls.openai;
      const body = '{"model": "qwen-plus", "messages": [{"role": "user", "content": "Hello"}]}';
      return [
        {
          language: "curl",
          text: `curl ${url}/chat/completions \\\n  -H "Authorization: Bearer ${masked}" \\\n  -H "Content-Type: application/json" \\\n  -d '${body}'`,
        },
        {
          language: "python",
          text: `from openai import OpenAI\n\nclient = OpenAI(\n    api_key="${masked}",\n    base_url="${url}",\n)`,
        },
        {
          language: "javaScript",
          text: `const response = await fetch("${url}/chat/completions", {\n  method: "POST",\n  headers: { Authorization: "Bearer ${masked}" },\n});`,
        },
      ];
    },
    copySnippet: async ({ id }) => clearsIn(id),
    forgetTemporaryKey: async (id) => {
      keys = keys.filter((one) => one.id !== id);
    },
  };
}

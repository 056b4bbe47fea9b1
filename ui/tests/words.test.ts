// Both dictionaries, whole: nothing empty, nothing left in the other language, the console's nouns.

import { expect, test } from "vitest";
import { FINDINGS } from "../src/dev/sample-diagnosis";
import { loadDictionary, placeOf } from "../src/words";
import { en } from "../src/words/en";
import { wordsFor } from "../src/words/failures";
import { zh } from "../src/words/zh";

/** Every text of a dictionary with its path; functions are asked with numbers and names. */
function texts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] => {
    const here = path ? `${path}.${name}` : name;
    if (typeof value === "string") return [[here, value]];
    if (typeof value === "function") return spoken(here, value as (...all: unknown[]) => unknown);
    return texts(value as object, here);
  });
}

function spoken(path: string, speak: (...all: unknown[]) => unknown): [string, string][] {
  if (path.startsWith("failures.")) return texts(speak({ ...ANY_FIELDS, disabled: false }) as object, path);
  if (path.startsWith("doctor.findings."))
    return FINDINGS.filter(({ kind }) => path.endsWith(`.${kind}`)).flatMap((finding) =>
      texts(speak(finding) as object, path),
    );
  if (path.startsWith("addresses.")) return [[path, String(speak(ANY_ADDRESS))]];
  if (path === "common.region") return [[path, String(speak({ nameEn: "Here", nameZh: "这里" }))]];
  if (path === "counted.names") return [[path, String(speak(["A", "B"]))]];
  return [1, 2].map((count) => [`${path}(${count})`, String(speak(count, count, count))]);
}

const ANY_FIELDS = {
  detail: "D-1",
  apiKeyId: "7",
  minimum: 12,
  length: 201,
  limit: 200,
  count: 21,
  line: 2,
  text: "T-1",
  block: "B-1",
  name: "N-1",
  region: "R-1",
  reason: "E-1",
  platformCode: "P-1",
  requestId: "Q-1",
  message: "M-1",
  host: "H-1",
  path: "F-1",
  program: "S-1",
  variable: "V-1",
  address: "A-1",
  problem: { code: "ipv6NotTaken" },
  cause: { kind: "unknown" },
  action: "C-1",
  seconds: 1801,
  workspaceId: "W-1",
  parts: ["U-1"],
  start: "2026-10-01",
  end: "2026-11-01",
  reasons: [{ resourceType: "K-1", reason: "E-2" }],
  setting: "X-1",
  tool: "O-1",
  origin: "W-2",
};

/** Fields that choose the words instead of being one of them. */
const CHOOSING = new Set(["disabled", "problem", "cause", "reasons"]);

/** Every field that a problem or a note of an address can have. */
const ANY_ADDRESS = {
  ...ANY_FIELDS,
  address: "A-1",
  addresses: ["A-1", "A-2"],
  block: "B-1",
  character: "x",
  class: "private",
  codePoint: "U+0078",
  decimal: null,
  family: "ipv4",
  first: "A-1",
  group: "g",
  groups: 7,
  last: "A-2",
  mask: "M-1",
  masked: "sk-…1",
  meant: null,
  octal: null,
  part: "256",
  parts: 3,
  position: 1,
  prefix: "33",
  status: 403,
  zone: "eth0",
};

const CHINESE = /[\u3400-\u9fff]/;
/** Names that are the same in every language. */
const SAME = new Set([
  "tag",
  "frame.keys",
  "frame.languageChoices.en",
  "keys.title",
  "keys.notUsed",
  "doctor.key",
  "doctor.managers.supervisord",
  "accounts.keyId",
  "accounts.secret",
  "accounts.token",
  "clouds.hosts",
  "paste.value",
  "paste.plans.coding",
  "paste.plans.token",
  "keys.columns.key",
  "panel.value",
  "panel.id",
  "panel.native",
  "reveal.value",
  "reveal.baseUrl",
  "variable.destinations.bash",
  "variable.destinations.zsh",
  "variable.destinations.fish",
  "counted.names",
  "permission.tester.placeholder",
  "permission.mine.families.ipv4",
  "permission.mine.families.ipv6",
  "workspaces.columns.keys",
  "modelAccess.count",
  "modelAccess.change",
  "modelLimits.tokens",
  "costs.groups.apiKey",
  "costs.amount",
  "costs.period",
  "costs.part",
  "costs.noShare",
  "tools.baseUrl",
  "keptKeys.option",
  "keptKeys.groupWithout",
  "keptKeys.hostOption",
]);
const bare = (path: string) => path.replace(/\(\d\)$/, "");

test("no text is empty, in either language", () => {
  for (const words of [en, zh]) expect(texts(words).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("both say the same things", () => {
  expect(texts(zh).map(([path]) => path)).toEqual(texts(en).map(([path]) => path));
});

test("English has no Chinese left in it", () => {
  const left = texts(en).filter(
    ([path, text]) => CHINESE.test(text) && path !== "frame.languageChoices.zh-CN",
  );
  expect(left).toEqual([]);
});

test("Chinese has no English left in it", () => {
  const left = texts(zh).filter(
    ([path, text]) => !CHINESE.test(text) && !SAME.has(bare(path)) && !/^[\d/]+$/.test(text),
  );
  expect(left).toEqual([]);
});

test("Chinese uses the console's nouns and never says OK or are you sure", () => {
  const wrong = texts(zh).filter(([, text]) => /令牌|密钥(?!环)|确定吗|^确定$/.test(text));
  expect(wrong).toEqual([]);
  const sure = texts(en).filter(([, text]) => /are you sure|^ok$/i.test(text));
  expect(sure).toEqual([]);
});

test("every field that a failure has is told, or is of no use to a person", () => {
  const untold = new Set(["apiKeyId", "region"]);
  for (const words of [en, zh]) {
    for (const speak of Object.values(words.failures)) {
      const asked = new Set<string>();
      const failure = new Proxy(ANY_FIELDS, {
        get: (fields, field) => {
          asked.add(String(field));
          return fields[field as keyof typeof fields];
        },
      });
      const said = Object.values((speak as (failure: unknown) => object)(failure)).join(" ");
      for (const field of asked) {
        if (CHOOSING.has(field) || untold.has(field)) continue;
        expect(said).toContain(String(ANY_FIELDS[field as keyof typeof ANY_FIELDS]));
      }
    }
  }
});

test("a code that only a newer program knows still has words", () => {
  const said = wordsFor(en.failures, { code: "somethingNew" } as never);
  expect(said.what).toBe("The action did not end.");
});

test("one and many", () => {
  expect(en.keys.addresses(1)).toBe("1 IP");
  expect(en.keys.addresses(2)).toBe("2 IPs");
  expect(en.toast.copiedAloud(1)).toContain("1 second.");
  expect(zh.keys.addresses(2)).toBe("2 个 IP");
});

test("the system's language is followed where none was chosen", async () => {
  expect((await loadDictionary("system", "zh-CN")).tag).toBe("zh-CN");
  expect((await loadDictionary("system", "zh-Hans-SG")).tag).toBe("zh-CN");
  expect((await loadDictionary("system", "de-DE")).tag).toBe("en");
  expect((await loadDictionary("en", "zh-CN")).tag).toBe("en");
  expect((await loadDictionary("zh-CN", "en-US")).tag).toBe("zh-CN");
});

test("where keys rest has the name of its system", () => {
  expect(en.place[placeOf({ state: "available", name: "Keychain" }, "macos")]).toBe(
    "this computer's keychain",
  );
  expect(zh.place[placeOf({ state: "locked", name: "x" }, "windows")]).toBe("这台电脑的凭据管理器");
  expect(en.place[placeOf({ state: "passphraseOpen", path: "x" }, "linux")]).toContain("encrypted file");
});

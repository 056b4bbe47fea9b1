// Made-up answers about allowlists: enough of IPv4 to look at the editor and to test the window. What the program really
// reads, and says, is in the program.

import type {
  AddressDifferenceView,
  AllowlistEntryView,
  AllowlistView,
  EntryStateView,
  FamilyCoverageView,
  LetInView,
  WouldAllowView,
} from "../wire";

interface Block {
  text: string;
  start: number;
  size: number;
}

const SPACE = 2 ** 32;
const LIMIT = 20;

function number(address: string): number | null {
  const parts = address.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

function dotted(start: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(start / 2 ** bits) % 256).join(".");
}

function blockOf(text: string): Block | null {
  const [address = "", prefix = "32"] = text.split("/");
  const start = number(address);
  const bits = Number(prefix);
  if (start === null || !/^\d+$/.test(prefix) || bits > 32) return null;
  const size = 2 ** (32 - bits);
  const first = start - (start % size);
  return { text: bits === 32 ? dotted(first) : `${dotted(first)}/${bits}`, start: first, size };
}

const holds = (one: Block, other: Block) =>
  one.start <= other.start && other.start + other.size <= one.start + one.size;

function stateOf(text: string): EntryStateView {
  if (text.includes(":") && /^[0-9a-f:/]+$/i.test(text))
    return text === "::/0"
      ? { kind: "good", entries: [text], addresses: String(2n ** 128n), note: { code: "anyone" } }
      : { kind: "good", entries: [text], addresses: String(text.includes("/") ? 2n ** 80n : 1n), note: null };
  const block = blockOf(text);
  if (!block) {
    const prefix = /\/(\d+)$/.exec(text)?.[1];
    if (prefix && number(text.split("/")[0] ?? "") !== null)
      return { kind: "problem", problem: { code: "prefixTooLong", prefix, limit: 32 } };
    if (text.startsWith("sk-"))
      return {
        kind: "problem",
        problem: { code: "looksLikeKey", masked: `${text.slice(0, 5)}…${text.slice(-4)}` },
      };
    if (/[a-z]/i.test(text)) return { kind: "problem", problem: { code: "hostName", name: text } };
    const parts = text.split(".");
    const large = parts.findIndex((part) => Number(part) > 255);
    if (parts.length === 4 && large >= 0)
      return {
        kind: "problem",
        problem: { code: "partTooLarge", position: large + 1, part: parts[large] ?? "" },
      };
    if (/^[\d.]+$/.test(text))
      return { kind: "problem", problem: { code: "tooFewParts", parts: parts.length } };
    return { kind: "problem", problem: { code: "notAnAddress" } };
  }
  const [address = ""] = text.split("/");
  if (block.size > 1 && block.start !== number(address))
    return { kind: "hostBits", block: block.text, blockAddresses: String(block.size), address };
  return {
    kind: "good",
    entries: [block.text],
    addresses: String(block.size),
    note: block.size === SPACE ? { code: "anyone" } : null,
  };
}

export function explain(text: string): AllowlistView {
  const entries: AllowlistEntryView[] = [];
  const firstLine = new Map<string, number>();
  text.split("\n").forEach((line, index) => {
    const typed = line.trim();
    if (!typed) return;
    let state = stateOf(typed);
    if (state.kind === "good") {
      const [entry = ""] = state.entries;
      const first = firstLine.get(entry);
      if (first) state = { kind: "repeated", entry, firstLine: first };
      else firstLine.set(entry, index + 1);
    }
    const shown =
      state.kind === "problem" && state.problem.code === "looksLikeKey" ? state.problem.masked : typed;
    entries.push({ line: index + 1, text: shown, state });
  });
  const sends = [...firstLine.keys()];
  const blocks = sends.flatMap((entry) => blockOf(entry) ?? []).toSorted((a, b) => a.start - b.start);
  for (const entry of entries) {
    const { state } = entry;
    if (state.kind !== "good") continue;
    const mine = blockOf(state.entries[0] ?? "");
    const by = mine && blocks.find((block) => block.text !== mine.text && holds(block, mine));
    if (by)
      entry.state = { kind: "covered", entries: state.entries, addresses: state.addresses, by: by.text };
  }
  const apart = blocks.filter((block) => !blocks.some((other) => other !== block && holds(other, block)));
  const merged = merge(apart);
  const ipv4 = apart.reduce((sum, block) => sum + block.size, 0);
  const ipv6 = sends.filter((entry) => entry.includes(":"));
  const undecided = entries.some(({ state }) => state.kind === "problem" || state.kind === "hostBits");
  const all = { ipv4: ipv4 === SPACE, ipv6: ipv6.includes("::/0") };
  return {
    entries,
    sends,
    used: sends.length,
    limit: LIMIT,
    anyone:
      sends.length === 0 ? "nobody" : all.ipv4 ? (all.ipv6 ? "both" : "ipv4") : all.ipv6 ? "ipv6" : "some",
    addresses: {
      ipv4: String(ipv4),
      ipv6: String(ipv6.reduce((sum, entry) => sum + (entry.includes("/") ? 2n ** 80n : 1n), 0n)),
    },
    merged: merged.length + ipv6.length < sends.length ? [...merged.map(({ text }) => text), ...ipv6] : null,
    coverage: {
      ipv4: picture(apart, blocks),
      ipv6: { parts: ipv6.map(() => ({ start: 0.125, end: 0.125 })), closeUp: null },
    },
    sendable: sends.length > 0 && sends.length <= LIMIT && !undecided,
  };
}

function merge(blocks: Block[]): Block[] {
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    const wide = blockOf(`${dotted(block.start)}/${32 - Math.log2(block.size * 2)}`);
    if (
      next &&
      wide &&
      next.size === block.size &&
      wide.start === block.start &&
      next.start === block.start + block.size
    )
      return merge([...blocks.slice(0, at), wide, ...blocks.slice(at + 2)]);
  }
  return blocks;
}

function picture(apart: Block[], blocks: Block[]): FamilyCoverageView {
  const parts = apart.map(({ start, size }) => ({ start: start / SPACE, end: (start + size) / SPACE }));
  const [first] = apart;
  const last = apart.at(-1);
  if (!first || !last) return { parts, closeUp: null };
  let bits = 28;
  let window = blockOf(`${dotted(first.start)}/${bits}`);
  while (window && bits > 0 && !apart.every((block) => window && holds(window, block))) {
    bits -= 1;
    window = blockOf(`${dotted(first.start)}/${bits}`);
  }
  if (!window || bits < 1) return { parts, closeUp: null };
  const { start: from, size: width, text } = window;
  return {
    parts,
    closeUp: {
      block: text,
      parts: blocks.map(({ text: entry, start, size }) => ({
        entry,
        start: (start - from) / width,
        end: (start + size - from) / width,
      })),
    },
  };
}

export function wouldAllow(entries: string[], address: string): WouldAllowView {
  const typed = address.trim();
  const one = typed.includes("/") ? null : blockOf(typed);
  if (!one) {
    const state = stateOf(typed);
    return {
      allowed: false,
      by: null,
      problem: state.kind === "problem" ? state.problem : { code: "notOneAddress" },
    };
  }
  const by = entries.find((entry) => {
    const block = blockOf(entry);
    return block !== null && holds(block, one);
  });
  return { allowed: by !== undefined, by: by ?? null, problem: null };
}

export function difference(before: string[] | null, after: string[] | null): AddressDifferenceView {
  const letIn = (list: string[] | null): LetInView => {
    const view = explain((list ?? ["0.0.0.0/0", "::/0"]).join("\n"));
    return { anyone: view.anyone, entries: list?.length ?? 0, addresses: view.addresses };
  };
  const added = (after ?? []).filter((entry) => !(before ?? []).includes(entry));
  const removed = (before ?? []).filter((entry) => !(after ?? []).includes(entry));
  const size = (list: string[]) => explain(list.join("\n")).addresses;
  return {
    added,
    removed,
    gained: size(added),
    lost: size(removed),
    before: letIn(before),
    after: letIn(after),
  };
}

// Who can use the key and for what, in words that are always true of what is in the editor.

import { Icon } from "../parts/icon";
import type { AddressCountsView, AnyoneView } from "../wire";
import { useWords, type Words } from "../words";
import type { Editing } from "./use-editing";

export function StateLine({ editing, subject }: { editing: Editing; subject: string }) {
  const words = useWords();
  const { draft, view } = editing;
  const { state } = words.permission;
  const open = draft.kind === "all" || (view !== null && view.anyone !== "some" && view.anyone !== "nobody");
  return (
    <p class={open ? "state-line state-open" : "state-line"} role="status" data-testid="state-line">
      <Icon name={open ? "triangleAlert" : "shieldCheck"} />
      <span>
        <strong>{whoSentence(editing, subject, words)}</strong>{" "}
        {draft.kind === "all" || draft.models === null
          ? state.everyModel
          : draft.models.length === 0
            ? state.noModel
            : state.onlyModels(draft.models.length)}
      </span>
    </p>
  );
}

function whoSentence({ draft, view, box }: Editing, subject: string, words: Words): string {
  const { state } = words.permission;
  if (draft.kind === "all") return state.anyone(subject);
  if (draft.entries.length === 0 && box.trim() === "") return state.nobody(subject);
  if (!view) return state.checking;
  return letInSentence(view.anyone, view.addresses, subject, words);
}

/** "Only 3 addresses can use this key." */
export function letInSentence(
  anyone: AnyoneView,
  addresses: AddressCountsView,
  subject: string,
  words: Words,
): string {
  const { state } = words.permission;
  switch (anyone) {
    case "both":
      return state.anyone(subject);
    case "ipv4":
      return state.anyoneOf("IPv4", subject);
    case "ipv6":
      return state.anyoneOf("IPv6", subject);
    case "nobody":
      return state.nobody(subject);
    case "some":
      return state.only(countsText(addresses, words), subject);
  }
}

/** "3 addresses", or both families where there are both. */
export function countsText({ ipv4, ipv6 }: AddressCountsView, words: Words): string {
  const { size, state } = words.permission;
  if (ipv6 === "0") return size(ipv4);
  if (ipv4 === "0") return size(ipv6);
  return state.both(size(ipv4), size(ipv6));
}

// What a tool is to be given: a key, one of its hosts, a model. It begins with what the tool uses now, or with the key that
// led here.

import { useState } from "preact/hooks";
import { type ChosenKey, useChosenKey } from "../../kept-keys/use-chosen-key";
import type { KeptPlace } from "../../kept-keys/use-kept-keys";
import type { KeyRef, ToolView } from "../../wire";

/** Stands for no model of the user's own: the one that is set, or the tool's usual one. */
export const USUAL = "usual model";
/** Stands for a model that is not in the list. */
export const ANOTHER = "another model";

export interface ToolWish extends ChosenKey {
  /** An entry of the list, `USUAL` or `ANOTHER`. */
  entry: string;
  /** None for the usual one; empty while nothing is named. */
  model: string | null;
  chooseModel(entry: string): void;
  typeModel(name: string): void;
}

/** Every region's keys can be used in tools. */
export const EVERYWHERE = () => true;

export function useToolWish(places: KeptPlace[], tool: ToolView, begin: KeyRef | null): ToolWish {
  const used = begin ? null : tool.used;
  const key = useChosenKey(
    places,
    begin ?? used?.key ?? null,
    EVERYWHERE,
    used && URL.canParse(used.baseUrl) ? new URL(used.baseUrl).origin : null,
  );
  const [entry, setEntry] = useState(USUAL);
  const [typed, setTyped] = useState("");
  return {
    ...key,
    entry,
    model: entry === USUAL ? null : entry === ANOTHER ? typed.trim() : entry,
    chooseModel: setEntry,
    typeModel: setTyped,
  };
}

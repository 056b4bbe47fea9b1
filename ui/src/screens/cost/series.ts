// What the chart tells apart: the dearest groups, at most eight, and the rest as one. What is folded here has no amount: amounts
// are the service's and are not added up. The heights of bars are rough numbers.

import type { CostGroup, CostGroupView, CostPeriodView, CostView } from "../../wire";
import type { Words } from "../../words";
import { roughly } from "../../words/amounts";

/** The colours and textures that can be told apart. */
export const MOST_SERIES = 8;

export interface Series {
  /** Names it: the key of its first group. */
  id: string;
  name: string;
  /** Its colour and texture, from 1; 0 for the rest. */
  look: number;
  /** As the service wrote it; none for what is folded here. */
  amount: string | null;
  /** The keys of its groups. */
  keys: string[];
}

/** Nothing cost anything. */
export function isNothing({ groups, total, periods }: CostView): boolean {
  return (
    groups.length === 0 && [total, ...periods.map((one) => one.total)].every((one) => roughly(one) === 0)
  );
}

/** What a group is called. */
export function nameOf(group: CostGroupView, by: CostGroup, words: Words["costs"]): string {
  if (group.kind === "none") return words.noneName[by];
  if (group.kind === "others") return words.foldedName;
  return group.name || group.key;
}

export function seriesOf(view: CostView, by: CostGroup, words: Words["costs"]): Series[] {
  const single = view.groups.filter(({ kind }) => kind !== "others");
  const shown = single.slice(0, MOST_SERIES);
  const rest = [...single.slice(MOST_SERIES), ...view.groups.filter(({ kind }) => kind === "others")];
  const series = shown.map(
    (group, at): Series => ({
      id: group.key,
      name: nameOf(group, by, words),
      look: at + 1,
      amount: group.amount,
      keys: [group.key],
    }),
  );
  const [first] = rest;
  if (!first) return series;
  const known = rest.every(({ kind }) => kind !== "others");
  return [
    ...series,
    {
      id: first.key,
      name:
        rest.length === 1 ? nameOf(first, by, words) : known ? words.others(rest.length) : words.foldedName,
      look: 0,
      amount: rest.length === 1 ? first.amount : null,
      keys: rest.map(({ key }) => key),
    },
  ];
}

/** What a series cost in a step of time; none where nothing did, or where it is folded of several. */
export function amountIn(period: CostPeriodView, series: Series): string | null {
  const parts = period.groups.filter(({ key }) => series.keys.includes(key));
  return parts.length === 1 ? (parts[0]?.amount ?? null) : null;
}

/** A part of a bar, from one value to another. */
export interface Piece {
  series: Series;
  from: number;
  to: number;
}

/** A bar: what was paid upwards from nothing, what was refunded downwards. */
export function piecesOf(period: CostPeriodView, all: Series[]): Piece[] {
  const pieces: Piece[] = [];
  let [up, down] = [0, 0];
  for (const series of all) {
    const value = period.groups
      .filter(({ key }) => series.keys.includes(key))
      .reduce((sum, { amount }) => sum + roughly(amount), 0);
    if (value > 0) pieces.push({ series, from: up, to: up + value });
    if (value < 0) pieces.push({ series, from: down + value, to: down });
    up += Math.max(value, 0);
    down += Math.min(value, 0);
  }
  return pieces;
}

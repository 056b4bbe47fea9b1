// The scale beside the bars: round marks from the lowest bar to the highest, with nothing among them.

export interface Scale {
  low: number;
  high: number;
  marks: number[];
}

/** Marks above nothing, at most. */
const MOST_MARKS = 4;

export function scaleOf(values: number[]): Scale {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  if (high === 0 && low === 0) return { low: 0, high: 1, marks: [0] };
  const step = stepOf((high - low) / MOST_MARKS);
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  const marks: number[] = [];
  for (let at = first; at <= last; at += 1) marks.push(at * step);
  return { low: first * step, high: last * step, marks };
}

/** 1, 2, 2.5 or 5 of the size, not below it. */
function stepOf(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const times = [1, 2, 2.5, 5, 10].find((one) => one * power >= size * (1 - 1e-9)) ?? 10;
  return times * power;
}

// Every pair of colours that meet, in both themes: text 4.5 to 1, borders of controls 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("src/style/tokens.css", "utf8");

function colour(name: string, theme: "light" | "dark"): string {
  const both = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  const one = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  const found = both ? both[theme === "light" ? 1 : 2] : one;
  if (!found) throw new Error(`no colour ${name}`);
  return found;
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = [
  "surface",
  "surface-rail",
  "surface-raised",
  "surface-sunken",
  "surface-hover",
  "surface-chosen",
];
const SOFT = ["danger-soft", "good-soft", "warning-soft", "accent-soft", "neutral-soft"];

const TEXT: [string, string[]][] = [
  ["text", [...GROUNDS, ...SOFT]],
  ["text-quiet", [...GROUNDS, ...SOFT]],
  ["accent", [...GROUNDS, "accent-soft"]],
  ["danger", ["surface", "surface-raised", "surface-rail", "surface-hover", "danger-soft"]],
  ["good", ["surface", "surface-raised", "surface-sunken", "surface-chosen", "good-soft"]],
  ["warning", ["surface", "surface-raised", "surface-sunken", "surface-chosen", "warning-soft"]],
  ["on-fill", ["accent-fill", "accent-fill-hover", "danger-fill", "danger-fill-hover"]],
  ["on-toast", ["toast"]],
  ["toast-accent", ["toast"]],
];

for (const theme of ["light", "dark"] as const) {
  test(`text can be read in ${theme}`, () => {
    const weak = TEXT.flatMap(([text, grounds]) =>
      grounds
        .map((ground) => ({
          pair: `${text} on ${ground}`,
          ratio: contrast(colour(text, theme), colour(ground, theme)),
        }))
        .filter(({ ratio }) => ratio < 4.5),
    );
    expect(weak).toEqual([]);
  });

  test(`controls have an edge in ${theme}`, () => {
    for (const ground of ["surface", "surface-raised"])
      expect(contrast(colour("line-strong", theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
}

for (const theme of ["light", "dark"] as const) {
  test(`the parts of a chart stand out in ${theme}`, () => {
    for (let look = 0; look <= 8; look += 1)
      expect(contrast(colour(`series-${look}`, theme), colour("surface", theme))).toBeGreaterThanOrEqual(3);
  });
}

test("the measure is right", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

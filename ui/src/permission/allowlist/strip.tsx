// A picture of what the list covers: the whole space of addresses as a strip, and a closer look at where the entries are.
// The same is there as text. Places are attributes of the drawing, because the window's policy allows no style text.

import type { CoverageView, FamilyCoverageView, FamilyView } from "../../wire";
import { useWords } from "../../words";

const WIDTH = 1000;
const HEIGHT = 12;
/** A single address among four thousand million would be too small to see. */
const NARROWEST = 5;

const FAMILIES: FamilyView[] = ["ipv4", "ipv6"];

export function Strip({ coverage }: { coverage: CoverageView }) {
  const words = useWords();
  const shown = FAMILIES.filter((family) => coverage[family].parts.length > 0);
  if (shown.length === 0) return null;
  return (
    <figure class="strips" aria-label={words.permission.picture.label}>
      {shown.map((family) => (
        <Family key={family} name={words.permission.mine.families[family]} coverage={coverage[family]} />
      ))}
    </figure>
  );
}

function Family({ name, coverage }: { name: string; coverage: FamilyCoverageView }) {
  const words = useWords();
  const { picture } = words.permission;
  const { parts, closeUp } = coverage;
  return (
    <>
      <Bar caption={picture.whole(name)} aloud={picture.wholeAloud(name, parts.length)} parts={parts} />
      {closeUp && (
        <Bar
          caption={picture.close(closeUp.block)}
          aloud={`${picture.close(closeUp.block)}. ${closeUp.parts
            .map(({ entry, start }) => picture.entryAt(entry, `${Math.round(start * 100)} %`))
            .join(", ")}`}
          parts={closeUp.parts}
          close
        />
      )}
    </>
  );
}

interface BarProps {
  caption: string;
  aloud: string;
  parts: { start: number; end: number; entry?: string }[];
  close?: boolean;
}

function Bar({ caption, aloud, parts, close = false }: BarProps) {
  return (
    <div class="strip">
      <span class="strip-caption" aria-hidden="true">
        {caption}
      </span>
      <svg
        class="strip-bar"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={aloud}
      >
        <rect class="strip-space" x={0} y={0} width={WIDTH} height={HEIGHT} />
        {parts.map(({ start, end, entry }) => {
          const width = Math.max((end - start) * WIDTH, NARROWEST);
          const from = Math.min(start * WIDTH, WIDTH - width);
          return (
            <rect
              key={`${start} ${entry ?? ""}`}
              class="strip-part"
              x={from}
              y={0}
              width={width}
              height={HEIGHT}
            >
              {entry && <title>{entry}</title>}
            </rect>
          );
        })}
        {!close &&
          [1, 2, 3].map((quarter) => (
            <rect
              key={quarter}
              class="strip-tick"
              x={(quarter * WIDTH) / 4}
              y={0}
              width={1}
              height={HEIGHT}
            />
          ))}
      </svg>
    </div>
  );
}

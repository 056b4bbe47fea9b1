// A texture for each colour, so that neither eyes nor screens need colours to tell the parts of a bar apart.

const SIZE = 6;

/** What is drawn over the colour; the first has none. */
const SHAPES = [
  null,
  <path key="2" d="M-1 7 7 -1M-4 4 4 -4M2 10 10 2" />,
  <path key="3" d="M0 3H6" />,
  <path key="4" d="M-1 -1 7 7M-4 2 4 10M2 -4 10 4" />,
  <path key="5" d="M3 0V6" />,
  <circle key="6" cx="3" cy="3" r="1" />,
  <path key="7" d="M3 0V6M0 3H6" />,
  <path key="8" d="M0 0 6 6M6 0 0 6" />,
];

const idOf = (look: number) => `cost-texture-${look}`;

/** Drawn once a page, and used by the chart and its legend. */
export function Textures() {
  return (
    <defs>
      {SHAPES.map(
        (shape, at) =>
          shape && (
            <pattern
              key={idOf(at + 1)}
              id={idOf(at + 1)}
              class="texture"
              width={SIZE}
              height={SIZE}
              patternUnits="userSpaceOnUse"
            >
              {shape}
            </pattern>
          ),
      )}
    </defs>
  );
}

interface PatchProps {
  look: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A piece in the colour and the texture of a series. */
export function Patch({ look, ...place }: PatchProps) {
  return (
    <>
      <rect class={`series-${look}`} {...place} />
      {SHAPES[look - 1] && <rect fill={`url(#${idOf(look)})`} {...place} />}
    </>
  );
}

export function Swatch({ look }: { look: number }) {
  return (
    <svg class="swatch" width={14} height={14} aria-hidden="true" focusable="false">
      <Patch look={look} x={0} y={0} width={14} height={14} />
    </svg>
  );
}

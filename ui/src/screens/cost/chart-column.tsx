// One bar of the chart, with all the height above and below it to point at.

import type { Piece } from "./series";
import { Patch } from "./textures";

/** What cost anything at all can be seen. */
const LOWEST = 1.5;
const WIDEST = 34;

interface ChartColumnProps {
  /** What it says, for those who do not see it. */
  label: string;
  pieces: Piece[];
  band: { x: number; width: number; top: number; height: number };
  /** The height of a value. */
  y: (value: number) => number;
  reachable: boolean;
  shown: boolean;
  onShow: () => void;
  onFocus: () => void;
  onBlur: () => void;
}

export function ChartColumn(props: ChartColumnProps) {
  const { label, pieces, band, y } = props;
  const width = Math.max(Math.min(band.width * 0.72, WIDEST), 1);
  const x = band.x + (band.width - width) / 2;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a bar is read by going to it, and does nothing
    <g
      class={props.shown ? "column shown" : "column"}
      role="img"
      aria-label={label}
      tabindex={props.reachable ? 0 : -1}
      onPointerEnter={props.onShow}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
    >
      <rect class="column-ground" x={band.x} y={band.top} width={band.width} height={band.height} />
      {pieces.map(({ series, from, to }) => {
        const [top, foot] = [y(to), y(from)];
        const height = Math.max(foot - top, LOWEST);
        return (
          <Patch
            key={series.id}
            look={series.look}
            x={x}
            y={from < 0 ? top : foot - height}
            width={width}
            // A hair of ground between two parts, where there is room for it.
            height={height > 4 ? height - 1 : height}
          />
        );
      })}
    </g>
  );
}

// In a small window, what opens on a press would open out of sight.

/** A `ref` that scrolls its element into view when it appears. */
export function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

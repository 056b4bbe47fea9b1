// How wide an element is, so that a picture is drawn for it and not stretched.

import type { Ref } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export function useWidth<Of extends HTMLElement>(otherwise: number): [Ref<Of>, number] {
  const element = useRef<Of>(null);
  const [width, setWidth] = useState(otherwise);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => current.clientWidth > 0 && setWidth(current.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}

import type { RefObject } from "react";
import { useEffect } from "react";
import type { Frame, Pixel } from "./map-view.ts";
import { moved, zoomed } from "./map-view.ts";
import type { MapSize } from "./projection.ts";

/** Wheel's pixels for once more as near. */
const WHEEL_PIXELS = 300;
/** A hand that trembles presses a circle, it does not move the map. */
const TREMBLE = 4;

/**
 * Ctrl and the wheel (so does a touch pad's pinch) zoom, a mouse drags, two fingers zoom and move; one finger and the
 * wheel alone scroll the page as everywhere.
 */
export function useMapGestures(
  svg: RefObject<SVGSVGElement | null>,
  { width, height }: MapSize,
  onFrame: (change: (frame: Frame) => Frame) => void,
): void {
  useEffect(() => {
    const element = svg.current;
    if (element === null) return;
    const size = { width, height };
    const pixelOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Pixel => {
      const box = element.getBoundingClientRect();
      const times = width / Math.max(1, box.width);
      return [(clientX - box.left) * times, (clientY - box.top) * times];
    };
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const factor = 2 ** (-event.deltaY / WHEEL_PIXELS);
      onFrame((frame) => zoomed(frame, factor, size, pixelOf(event)));
    };
    let drag: { last: Pixel; far: boolean } | null = null;
    const onDown = (event: PointerEvent): void => {
      if (event.pointerType === "mouse" && event.button === 0) drag = { last: pixelOf(event), far: false };
    };
    const onMove = (event: PointerEvent): void => {
      if (drag === null) return;
      const [x, y] = pixelOf(event);
      const by: Pixel = [x - drag.last[0], y - drag.last[1]];
      if (!drag.far && Math.hypot(...by) < TREMBLE) return;
      drag = { last: [x, y], far: true };
      onFrame((frame) => moved(frame, by, size));
    };
    const onUp = (): void => {
      // The press that ends a drag opens nothing.
      if (drag?.far === true) {
        element.addEventListener("click", swallow, { capture: true, once: true });
        setTimeout(() => element.removeEventListener("click", swallow, { capture: true }));
      }
      drag = null;
    };
    let fingers: { middle: Pixel; apart: number } | null = null;
    const onTouch = (event: TouchEvent): void => {
      const [one, other] = [...event.touches].map(pixelOf);
      if (one === undefined || other === undefined || event.touches.length > 2) {
        fingers = null;
        return;
      }
      event.preventDefault();
      const middle: Pixel = [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
      const apart = Math.max(1, Math.hypot(one[0] - other[0], one[1] - other[1]));
      const before = fingers;
      fingers = { middle, apart };
      if (before === null || event.type !== "touchmove") return;
      onFrame((frame) => {
        const by: Pixel = [middle[0] - before.middle[0], middle[1] - before.middle[1]];
        return moved(zoomed(frame, apart / before.apart, size, before.middle), by, size);
      });
    };
    const off = new AbortController();
    const active = { signal: off.signal, passive: false };
    element.addEventListener("wheel", onWheel, active);
    element.addEventListener("pointerdown", onDown, active);
    for (const kind of ["touchstart", "touchmove", "touchend", "touchcancel"] as const)
      element.addEventListener(kind, onTouch, active);
    window.addEventListener("pointermove", onMove, { signal: off.signal });
    window.addEventListener("pointerup", onUp, { signal: off.signal });
    return () => off.abort();
  }, [svg, width, height, onFrame]);
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** What hands do on the picture; all places are in CSS pixels from its left and top edge. */
export interface Gestures {
  /** Comes closer (below 1) or goes further away around a place. @returns whether anything changed */
  zoom(factor: number, x: number): boolean;
  /** Moves the picture to the right by so many pixels. @returns whether anything changed */
  pan(pixels: number): boolean;
  /** The pointer rests on a place, or has left. */
  hover(place: { readonly x: number; readonly y: number } | undefined): void;
  /** A place was pressed. A finger first wants to read, a mouse has read already. */
  press(place: { readonly x: number; readonly y: number }, isTouch: boolean): void;
}

/** How far a pointer may tremble and still press. */
const TREMBLING = 4;

/** How fast a wheel zooms; trackpads that pinch send small steps. */
const WHEEL = 0.0016;
const PINCH = 0.01;
const LINE_HEIGHT = 16;
const LARGEST_STEP = 240;

/** Listens to wheel, mouse, pen and fingers on an element. */
export function listenToHands(target: SVGSVGElement, gestures: Gestures): void {
  listenToWheel(target, gestures);
  const pointers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  const at = (event: MouseEvent): { x: number; y: number } => {
    const { left, top } = target.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  target.addEventListener('pointerdown', (event) => {
    if (event.button === 0) {
      if (pointers.size === 0) {
        travelled = 0;
      }
      pointers.set(event.pointerId, at(event));
    }
  });
  target.addEventListener('pointermove', (event) => {
    const [place, before] = [at(event), pointers.get(event.pointerId)];
    if (before === undefined) {
      gestures.hover(event.pointerType === 'touch' ? undefined : place);
      return;
    }
    travelled += Math.abs(place.x - before.x);
    if (travelled <= TREMBLING && pointers.size === 1) {
      return;
    }
    target.setPointerCapture(event.pointerId);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      gestures.pan(place.x - before.x);
    } else {
      const [now, then] = [Math.abs(place.x - other.x), Math.abs(before.x - other.x)];
      gestures.pan((place.x - before.x) / 2);
      gestures.zoom(Math.max(then, TREMBLING) / Math.max(now, TREMBLING), (place.x + other.x) / 2);
    }
    pointers.set(event.pointerId, place);
  });
  target.addEventListener('pointerup', (event) => {
    if (pointers.delete(event.pointerId) && travelled <= TREMBLING) {
      gestures.press(at(event), event.pointerType === 'touch');
    }
  });
  target.addEventListener('pointercancel', (event) => {
    pointers.delete(event.pointerId);
  });
  target.addEventListener('pointerleave', () => {
    gestures.hover(undefined);
  });
}

function listenToWheel(target: SVGSVGElement, gestures: Gestures): void {
  const wheel = (event: WheelEvent): void => {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_HEIGHT;
    const across = (event.shiftKey ? event.deltaY || event.deltaX : event.deltaX) * unit;
    const down = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, event.deltaY * unit));
    const isAcross = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const x = event.clientX - target.getBoundingClientRect().left;
    const hasChanged = isAcross
      ? gestures.pan(-across)
      : gestures.zoom(Math.exp(down * (event.ctrlKey ? PINCH : WHEEL)), x);
    // Where there is nothing more to zoom, the page scrolls as it does elsewhere.
    if (hasChanged || isAcross || event.ctrlKey) {
      event.preventDefault();
    }
  };
  target.addEventListener('wheel', wheel, { passive: false });
}

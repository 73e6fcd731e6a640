/** Fewer pixels than this are a click with an unsteady hand. */
const THRESHOLD = 4;

export interface Drag {
  start(): void;
  /** Pixels since the start, to the right and down. */
  move(x: number, y: number): void;
  end(): void;
}

/** Tells a drag from a click on the button in `element`; a drag swallows the click that follows it. */
export function draggable(element: HTMLElement, drag: Drag): void {
  let from: { readonly x: number; readonly y: number } | null = null;
  let dragging = false;

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY };
    dragging = false;
    // The button's own, so that a click that is none of ours still is one of the button.
    (event.target as Element).closest('button')?.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    if (from === null) return;
    const x = event.clientX - from.x;
    const y = event.clientY - from.y;
    if (!dragging) {
      if (Math.hypot(x, y) < THRESHOLD) return;
      dragging = true;
      drag.start();
    }
    drag.move(x, y);
  });
  for (const type of ['pointerup', 'pointercancel'] as const) {
    element.addEventListener(type, () => {
      from = null;
      if (dragging) drag.end();
    });
  }
  element.addEventListener(
    'click',
    (event) => {
      if (dragging) event.stopImmediatePropagation();
      dragging = false;
    },
    true,
  );
}

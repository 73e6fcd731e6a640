import type { BadgePlace } from '../../model/settings';

/** High enough to leave a cookie banner's buttons free. */
export const defaultPlace: BadgePlace = { right: 16, bottom: 88, folded: false, hidden: false };

/** Pixels kept free between the badge and the window's edge. */
const MARGIN = 8;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function clamp(value: number, room: number): number {
  return Math.round(Math.max(MARGIN, Math.min(value, room - MARGIN)));
}

/** The place nearest to the chosen one at which the badge is wholly inside the window. */
export function inside(place: BadgePlace, window: Size, badge: Size): BadgePlace {
  return {
    ...place,
    right: clamp(place.right, window.width - badge.width),
    bottom: clamp(place.bottom, window.height - badge.height),
  };
}

export function samePlace(a: BadgePlace | null, b: BadgePlace | null): boolean {
  return (
    a?.right === b?.right && a?.bottom === b?.bottom && a?.folded === b?.folded && a?.hidden === b?.hidden
  );
}

const arrows: Readonly<Record<string, readonly [right: number, bottom: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where an arrow key moves the badge, further with Shift; null for any other key. */
export function nudged(place: BadgePlace, key: string, far: boolean): BadgePlace | null {
  const arrow = arrows[key];
  if (arrow === undefined) return null;
  const step = far ? 80 : 16;
  return { ...place, right: place.right + arrow[0] * step, bottom: place.bottom + arrow[1] * step };
}

import type { BadgePlace } from '../../model/settings';
import { clamp, inside, type Size } from './place';

const GAP = 8;

/** Puts the badge at its place and the card, where it is open, on the side with more room. */
export function arrange(dock: HTMLElement, card: HTMLElement | null, place: BadgePlace, window: Size): void {
  const badge = dock.getBoundingClientRect();
  const { right, bottom } = inside(place, window, badge);
  dock.style.right = `${right}px`;
  dock.style.bottom = `${bottom}px`;
  if (card === null) return;

  const above = window.height - bottom - badge.height;
  const up = above >= bottom;
  card.style.bottom = up ? `${bottom + badge.height + GAP}px` : 'auto';
  card.style.top = up ? 'auto' : `${window.height - bottom + GAP}px`;
  card.style.maxHeight = `${(up ? above : bottom) - 2 * GAP}px`;
  card.style.right = `${clamp(right, window.width - card.offsetWidth)}px`;
}

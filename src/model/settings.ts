/** Where the user left the badge on a site. */
export interface BadgePlace {
  /** Distance from the right and the bottom edge of the window, in CSS pixels. */
  readonly right: number;
  readonly bottom: number;
  readonly folded: boolean;
  /** Hidden on this site until turned on again in the popup. */
  readonly hidden: boolean;
}

/** Colours that the user prefers to those of the system; null follows the system. */
export type Scheme = 'light' | 'dark' | null;

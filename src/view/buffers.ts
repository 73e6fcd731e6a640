import { inPercent } from '../i18n/numbers';

/** Whole percents that are offered as a buffer. */
const VOLATILE = [5, 10, 15, 20, 25, 30, 35, 40, 50, 60];
const PEGGED = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20];

interface OfferedBuffer {
  /** "0.2" */
  readonly share: string;
  /** "20%" */
  readonly text: string;
}

/** The buffers to choose from, by the one that is usual for a position: those of a pegged pair are small. */
export const buffersAround = (usual: string): OfferedBuffer[] =>
  (Number(usual) < 0.05 ? PEGGED : VOLATILE).map((percent) => ({
    share: `${percent / 100}`,
    text: inPercent(`${percent}`),
  }));

export const bufferText = (share: string): string => inPercent(`${Math.round(Number(share) * 100)}`);

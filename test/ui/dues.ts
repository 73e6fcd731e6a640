import type { Integer } from '../../src/model/asset';
import type { Holding } from '../../src/model/position';
import type { Dues, DuesOf } from '../../src/model/purse';
import type { HoldingRate } from '../../src/model/rates';
import type { Book } from '../../src/ui/popup/book';

/** Made by hand, like the books: a pool at 83% of a curve that bends at 92%. */
const share = (percent: number): Integer => `${BigInt(Math.round(percent * 1e4)) * 10n ** 21n}`;

const rateOf = ({ address }: Holding, owed: boolean): HoldingRate => ({
  asset: address,
  borrow: share(4.9619),
  supply: share(3.7066),
  own: share(owed ? 4.9619 : 1.9),
  since: 12,
  worst: owed ? { rate: share(40.5), climb: null } : null,
  curve: {
    corners: [
      { utilization: '0', rate: '0' },
      { utilization: share(92), rate: share(5.5) },
      { utilization: share(100), rate: share(40.5) },
    ],
    utilization: share(83),
  },
});

const unknown: Dues = { rates: null, purse: null, gasPrice: null };

/** What the worker would answer about a position of a book. */
function duesIn(book: Book | null, { key }: DuesOf): Dues {
  const read = book?.wallets.flatMap((entry) => entry.read).find((each) => each.key === key);
  if (!read) return unknown;
  const { collateral, debt } = read.position;
  const [first] = debt;
  return {
    rates: {
      collateral: collateral.map((held) => rateOf(held, false)),
      debt: debt.map((owed) => rateOf(owed, true)),
    },
    purse: {
      tokens: Object.fromEntries(
        [...collateral, ...debt].map(({ address }) => [
          address,
          address === first?.address ? '812000000' : '0',
        ]),
      ),
      native: '3200000000000000000',
    },
    gasPrice: '4200000000',
  };
}

/** By the preview's query: "dues=loading", "failed", "unknown", or the answer. */
export function askDues(state: string | null, book: () => Book | null): (of: DuesOf) => Promise<Dues> {
  let failed = false;
  return (of) => {
    if (state === 'loading') return new Promise(() => {});
    if (state === 'unknown') return Promise.resolve(unknown);
    if (state === 'failed' && !failed) {
      failed = true;
      return Promise.reject(new Error('None of the 2 RPCs answers.'));
    }
    return Promise.resolve(duesIn(book(), of));
  };
}

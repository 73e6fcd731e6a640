import { aaveAgreement } from './aaveAgreement';
import type { Tally } from './edges';
import { morphoAgreement } from './morphoAgreement';
import type { Table } from './table';

const SEED = 20261120;
const ACCOUNTS = 60;

/** How often a verdict differs from the real contract's, one oracle unit on either side of the edge. */
export async function agreement(): Promise<Table> {
  const aave = await aaveAgreement(ACCOUNTS, SEED);
  const { verdicts, prices } = await morphoAgreement(ACCOUNTS, SEED);
  const off = prices.off.sort((one, other) => one - other);
  return {
    title: `Wrong beside the real contract, last safe and first liquidated price, seed ${SEED}`,
    head: ['', 'asked', 'ours', 'peer', 'peer says safe too long'],
    rows: [
      row('Aave 3.6 verdict, math-utils', aave),
      row('Morpho verdict, blue-sdk', verdicts),
      ['Morpho last safe price, blue-sdk', ...[prices.count, prices.ours, prices.peer].map(String), ''],
    ],
    notes: [
      `blue-sdk's price is off by ${percent(off[off.length >> 1])} at the median and ${percent(off.at(-1))} at most (dust).`,

      'The peers are given the balances and prices of the contract, interest included: only their sums are judged.',
    ],
  };
}

const percent = (share = Number.NaN): string => `${(share * 100).toPrecision(2)}%`;

const row = (name: string, { count, ours, peer }: Tally): string[] => [
  name,
  ...[count, ours.early + ours.late, peer.early + peer.late, peer.late].map(String),
];

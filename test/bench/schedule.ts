import type { Level } from '../../src/model/risk';
import { levelWords } from '../../src/view/words';
import { periodOf } from '../../src/watch/period';
import type { Table } from './table';

const LEVELS: readonly Level[] = ['safe', 'watch', 'low', 'critical', 'liquidatable', 'unknown'];

/** How often the watched wallets are read, by the worst of them; all of them together cost one request a chain. */
export function schedule(): Table {
  return {
    title: 'Requests to one chain’s RPC, by the worst level that is watched',
    head: ['', 'an hour', 'a day'],
    rows: LEVELS.map((level) => {
      const hour = 60 / (periodOf(level) ?? Number.POSITIVE_INFINITY);
      return [levelWords(level), `${hour}`, `${hour * 24}`];
    }),
    notes: ['However many wallets and protocols: one eth_call a refresh, as test/watch counts at the RPC.'],
  };
}

import { describe, expect, it } from 'vitest';
import { accepted, pageSchema } from './schemas';

const account = { address: `0x${'aB'.repeat(20)}`, chainId: 1, how: 'connected' };
const id = `0x${'5e'.repeat(32)}`;
const take = (value: unknown) => accepted(pageSchema, value, 'look');

it('what a page says is taken in its exact form', () => {
  expect(take({ accounts: [account], market: id })).toEqual({ accounts: [account], market: id });
  expect(take({ accounts: [], market: null })).toEqual({ accounts: [], market: null });
});

describe('what a page says is refused', () => {
  it.each([
    ['without a market', { accounts: [] }],
    ['with a short id', { accounts: [], market: id.slice(0, -2) }],
    ['with a long id', { accounts: [], market: `${id}00` }],
    ['with an id in capitals', { accounts: [], market: id.toUpperCase() }],
    ['with an id and more', { accounts: [], market: `${id}\n` }],
    ['with many ids', { accounts: [], market: [id] }],
    ['with more than that', { accounts: [], market: null, ids: [id] }],
    ['with a bad address', { accounts: [{ ...account, address: '0x1' }], market: null }],
    ['with too many accounts', { accounts: Array(9).fill(account), market: null }],
    ['as a list', [account]],
  ])('%s', (_, value) => {
    expect(() => take(value)).toThrow('not of the expected form');
  });
});

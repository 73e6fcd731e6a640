import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { KeptCustodial, KeptLoan, KeptTerm } from '../../src/model/lender';
import { alertChoicesItem, loansItem, snoozesItem } from '../../src/platform/storage';
import { usualChoices } from '../../src/risk/choices';
import { watch } from '../../src/watch/wallets';
import { paintWatched, refreshWatched } from '../../src/watch/watchedRound';
import { borrowerOf } from '../aaveV3/portfolio';
import { stageLoans } from './stage';

const OWNER = borrowerOf(0x10a);
const DAY = 86_400_000;
let icon: string[];
const stage = stageLoans({ owners: [OWNER], owed: 100 });
beforeEach(async () => {
  icon = [];
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation((({ text }: { text: string }) => {
    icon.push(text);
    return Promise.resolve();
  }) as never);
  await watch(OWNER);
});

const today = () => new Date().toISOString().slice(0, 10);
const keep = (...loans: KeptLoan[]) => loansItem.setValue({ version: 1, loans, setAside: [] });
const titles = () => stage.noted.shown.map(({ title }) => title);

/** 10 ether against dollars, at whatever price the chain has; start 50%, margin call 70%, liquidation 85%. */
const custodial = (loan: string): KeptCustodial => ({
  ...{ kind: 'custodial', id: 'ledn', name: 'Ledn', currency: 'USD', yearlyRate: '0', asOf: today(), loan },
  tiers: { start: '0.5', marginCall: '0.7', liquidation: '0.85' },
  collateral: [{ symbol: 'ETH', amount: '10', price: '0', follows: true }],
});
const term = (dueDate: string): KeptTerm => ({
  ...{ kind: 'term', id: 'maple', name: 'Maple', currency: 'USDC', yearlyRate: '0.1' },
  ...{ principal: '50000', nextPayment: null, dueDate, graceDays: 3 },
});

async function roundAt(price: number) {
  await stage.localnet.setPrice('WETH', BigInt(price) * 100_000_000n);
  await refreshWatched();
}

describe('a loan at a custodial lender', () => {
  it('is told at its margin call and at its liquidation, by the price that the chain has', async () => {
    await keep(custodial('17000'));
    await roundAt(3020);
    expect(titles()).toEqual([]);
    // 68.0% of $25,000, a buffer of 20% up to 85%.
    await roundAt(2490);
    await roundAt(2420);
    await roundAt(2430);
    await roundAt(2000);
    expect(titles()).toEqual(['Low: Ledn', 'Margin call: Ledn', 'Liquidation: Ledn']);
    expect(stage.noted.shown[1]).toMatchObject({ id: 'loan:ledn' });
    expect(stage.noted.shown[1]!.message).toContain('Loan-to-value now: 70.3%.');
    expect(stage.noted.shown[1]!.message).toContain('Liquidation at 85%');
  });

  it('counts in the worst that the icon shows', async () => {
    await roundAt(3020);
    expect(icon.at(-1)).not.toBe('74%');
    await keep(custodial('22100'));
    await paintWatched();
    // 22,100 of 30,200 is 73.18%, rounded up.
    expect(icon.at(-1)).toBe('74%');
  });

  it('obeys quiet hours, snoozes and its own levels', async () => {
    const quiet = { from: '00:00', to: '23:59' };
    await alertChoicesItem.setValue({ ...usualChoices, quiet });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(new Date().setHours(12, 0)) });
    await keep({
      ...custodial('17000'),
      asOf: '2026-01-01',
      collateral: [{ symbol: 'ETH', amount: '10', price: '2490', follows: false }],
    });
    await refreshWatched();
    expect(titles()).toEqual([]);
    await alertChoicesItem.setValue({ ...usualChoices, ownLevels: { ledn: ['0.3', '0.1', '0.05'] } });
    await refreshWatched();
    expect(titles()).toEqual([]);
    await alertChoicesItem.setValue(usualChoices);
    await snoozesItem.setValue({ ledn: Date.now() + DAY });
    await refreshWatched();
    expect(titles()).toEqual(['Low: Ledn']);
  });
});

describe('a loan with dates', () => {
  const start = Date.parse(`${today()}T12:00:00Z`);
  const onDay = async (day: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now: start + day * DAY });
    await stage.localnet.mine();
    await refreshWatched();
  };

  it('is told a week before, on the last day, and when it is overdue, once each', async () => {
    await keep(term(new Date(start + 10 * DAY).toISOString().slice(0, 10)));
    for (const day of [0, 2, 3, 3.1, 4, 8, 9, 9.4, 10, 11, 12, 14, 14.2, 15]) await onDay(day);
    expect(titles()).toEqual(['Due soon: Maple', 'Due soon: Maple', 'Overdue: Maple']);
    expect(stage.noted.shown[0]!.message).toContain('Principal: due in 7 days.');
    expect(stage.noted.shown[1]!.message).toContain('due in 1 day.');
    expect(stage.noted.shown[2]!.message).toContain('overdue by 4 days');
  });
});

it('what is in storage and no loan is left out, and harms nothing', async () => {
  for (const odd of [
    'damaged',
    { version: 1, loans: [{ kind: 'custodial', id: 7 }, null], setAside: [] },
    5,
  ]) {
    await loansItem.setValue(odd);
    await refreshWatched();
  }
  expect(titles()).toEqual([]);
  await keep({ ...custodial('17000'), tiers: { start: '0.9', marginCall: '0.2', liquidation: '0.1' } });
  await refreshWatched();
  expect(titles()).toEqual([]);
});

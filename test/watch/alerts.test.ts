import { parseUnits } from 'viem';
import { describe, expect, it, vi } from 'vitest';
import type { Notice } from '../../src/model/alert';
import { alertsItem, historyItem } from '../../src/platform/storage';
import { tellPending } from '../../src/watch/alerts/tell';
import { watch } from '../../src/watch/wallets';
import { borrowerOf } from '../aaveV3/portfolio';
import { MARKETS } from '../localnet/production';
import { leadRpcsTo } from '../support/rpcs';
import { stageLoans } from './stage';

const OWNER = borrowerOf(1);
const KEY = `1:${MARKETS.Core.pool}:${OWNER}`;
const stage = stageLoans({ owners: [OWNER], owed: 17_000, secondsAgo: 7_200 });

describe('a watched position', () => {
  it('is told of when its price falls: how it stands, and one way out that is enough', async () => {
    await watch(OWNER);
    await stage.readAt(3020);
    expect(stage.noted.shown).toEqual([]);
    await stage.readAt(2400);
    expect(stage.noted.shown).toEqual([
      {
        id: KEY,
        title: 'Low: Aave v3 Core · Ethereum',
        message: expect.stringContaining('Health factor 1.17'),
      },
    ]);
    const repaid = /Repay ([\d,.]+) USDC or add ([\d.]+) ETH to be back at 20%\./.exec(
      stage.noted.shown[0]!.message,
    );
    await stage.localnet.repay('Core', OWNER, 'USDC', parseUnits(repaid![1]!.replaceAll(',', ''), 6));
    const { healthFactor } = await stage.localnet.accountData('Core', OWNER);
    expect(healthFactor).toBeGreaterThanOrEqual(1_250_000_000_000_000_000n);
    expect(healthFactor).toBeLessThan(1_251_000_000_000_000_000n);
  });

  it('fault 65: is told of once for each level, and not while it flutters', async () => {
    await watch(OWNER);
    for (const price of [2400, 2440, 2570, 2400, 2150, 2300, 2150, 2000]) await stage.readAt(price);
    expect(stage.titles()).toEqual([
      'Low: Aave v3 Core · Ethereum',
      'Critical: Aave v3 Core · Ethereum',
      'Liquidatable: Aave v3 Core · Ethereum',
    ]);
    expect(new Set(stage.noted.shown.map(({ id }) => id)).size).toBe(1);
  });

  it('that recovers and falls again is told of again', async () => {
    await watch(OWNER);
    for (const price of [2400, 3020, 2400]) await stage.readAt(price, 700);
    expect(stage.titles()).toHaveLength(2);
  });

  it('is kept in the history, the newest first', async () => {
    await watch(OWNER);
    for (const price of [2400, 2150]) await stage.readAt(price);
    const history = await historyItem.getValue();
    expect(history.map(({ level }) => level)).toEqual(['critical', 'low']);
  });
});

it('one that is only seen on a page is told of to nobody', async () => {
  await stage.readAt(2000);
  expect(stage.noted.shown).toEqual([]);
});

it('without an answer from the chain nothing is told, and the level is not forgotten', async () => {
  await watch(OWNER);
  await stage.readAt(2400);
  vi.unstubAllGlobals();
  leadRpcsTo(null);
  await stage.readAt(2000);
  vi.unstubAllGlobals();
  leadRpcsTo(stage.localnet.url);
  await stage.readAt(2400);
  expect(stage.titles()).toHaveLength(1);
});

it('a market that cannot be read for a while is not told of anew when it can', async () => {
  await watch(OWNER);
  await stage.readAt(2400);
  const code = (await stage.localnet.client.getCode({ address: MARKETS.Core.oracle }))!;
  await stage.localnet.client.setCode({ address: MARKETS.Core.oracle, bytecode: '0xfe' });
  await stage.readAt(2400, 700);
  await stage.localnet.client.setCode({ address: MARKETS.Core.oracle, bytecode: code });
  await stage.readAt(2400, 700);
  expect(stage.titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
});

describe('an alert that the browser did not show', () => {
  it('is shown at the next reading', async () => {
    await watch(OWNER);
    stage.noted.refuses = true;
    await stage.readAt(2400).catch(() => undefined);
    stage.noted.refuses = false;
    await stage.readAt(2400);
    expect(stage.titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
  });

  it('fault 58: is shown when the worker starts, and once: killed between showing and crossing out, it has the same id', async () => {
    const notice: Notice = { id: KEY, level: 'low', title: 'Low', message: 'x', at: 5 };
    await alertsItem(1, OWNER).setValue({ vigils: {}, pending: [notice] });
    await tellPending();
    await alertsItem(1, OWNER).setValue({ vigils: {}, pending: [notice] });
    await tellPending();
    expect(new Set(stage.noted.shown.map(({ id }) => id))).toEqual(new Set([KEY]));
    expect(await historyItem.getValue()).toEqual([notice]);
    expect((await alertsItem(1, OWNER).getValue()).pending).toEqual([]);
  });
});

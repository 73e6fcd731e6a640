import { parseUnits } from 'viem';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AlertChoices } from '../../src/model/settings';
import { alertChoicesItem, snapshotItem } from '../../src/platform/storage';
import { usualChoices } from '../../src/risk/choices';
import { alertOn } from '../../src/watch/alerts/alertOn';
import { refresh } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { borrowerOf } from '../aaveV3/portfolio';
import { MARKETS } from '../localnet/production';
import { stageLoans } from './stage';

const OWNER = borrowerOf(0xa1);
const OTHER = borrowerOf(0xa2);
const KEY = `1:${MARKETS.Core.pool}:${OWNER}`;
const stage = stageLoans({ owners: [OWNER, OTHER], owed: 17_000, secondsAgo: 100_000 });
beforeEach(() => watch(OWNER));

const choose = (choices: Partial<AlertChoices>) => alertChoicesItem.setValue({ ...usualChoices, ...choices });

it('says what changed since the user was last told', async () => {
  await stage.readAt(3020);
  await stage.readAt(2400, 4000);
  expect(stage.noted.shown[0]!.message).toContain('What changed: ETH −20.5%.');
  await stage.localnet.withdraw('Core', OWNER, 'WETH', parseUnits('0.9', 18));
  await stage.readAt(2400, 4000);
  expect(stage.titles()[1]).toBe('Critical: Aave v3 Core · Ethereum');
  expect(stage.noted.shown[1]!.message).toContain('What changed: your own withdrawal.');
});

it('on one endpoint’s word alone nothing has recovered: the same level is not told anew', async () => {
  await stage.readAt(3020);
  const calm = (await snapshotItem(1, OWNER).getValue())!.figures!;
  await stage.readAt(2400, 700);
  const timestamp = calm.block.timestamp + 1_500;
  const unconfirmed = { positions: calm.positions };
  await alertOn({ ...calm, block: { ...calm.block, timestamp }, unconfirmed }, calm);
  await stage.readAt(2400, 1_500);
  expect(stage.titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
});

it('a wallet’s own levels decide when it is told', async () => {
  await choose({ ownLevels: { [KEY]: ['0.6', '0.35', '0.05'] }, fastDrop: null });
  await stage.readAt(3020);
  expect(stage.titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
  expect(stage.noted.shown[0]!.message).toContain('to be back at 35%.');
  await stage.readAt(2200, 4000);
  expect(stage.titles()).toHaveLength(1);
});

describe('a fast drop', () => {
  it('is told of a position that is not in danger yet, once', async () => {
    await stage.readAt(5000);
    await stage.readAt(4990, 600);
    await stage.readAt(3000, 600);
    await stage.readAt(2990, 60);
    expect(stage.titles()).toEqual(['Falling fast: Aave v3 Core · Ethereum']);
    expect(stage.noted.shown[0]!.id).toBe(`drop:${KEY}`);
    // 59.0% of buffer at $5,000, 31.7% at $3,000.
    expect(stage.noted.shown[0]!.message).toMatch(
      /^46\.\d% of the buffer is gone within 2[01] minutes\. Health factor 1\.46/,
    );
  });

  it('is none where it takes longer than the user said, nor where they want none', async () => {
    await stage.readAt(5000);
    await stage.readAt(4000, 1_500);
    await stage.readAt(3300, 1_500);
    expect(stage.titles()).toEqual([]);
    await choose({ fastDrop: null });
    await stage.readAt(2700, 60);
    expect(stage.titles()).toEqual([]);
  });

  it('is none where the owner withdrew', async () => {
    await stage.readAt(5000);
    await stage.localnet.withdraw('Core', OWNER, 'WETH', parseUnits('4', 18));
    await stage.readAt(5000);
    expect(stage.titles()).toEqual([]);
  });
});

describe('terms that governance changes', () => {
  it('are told with the health factor before and after, by the contract too', async () => {
    await stage.readAt(3020);
    await stage.localnet.advance(60);
    const was = await stage.localnet.accountData('Core', OWNER);
    await stage.localnet.configureReserve('Core', 'WETH', { ltv: 7800, lt: 8100, bonus: 10500 });
    await refresh(1, [OWNER]);
    const now = await stage.localnet.accountData('Core', OWNER);
    expect(stage.titles()).toEqual(['Terms changed: Aave v3 Core · Ethereum']);
    const floor = (wad: bigint) => (Number(wad / 10n ** 16n) / 100).toFixed(2);
    expect(stage.noted.shown[0]!.message).toContain(
      `Aave v3 Core cut the liquidation threshold of WETH from 83% to 81%: your health factor ${floor(was.healthFactor)} → ${floor(now.healthFactor)}.`,
    );
    await stage.readAt(3020);
    expect(stage.titles()).toHaveLength(1);
  });

  it('are not told where the user wants none', async () => {
    await choose({ parameters: false });
    await stage.readAt(3020);
    await stage.localnet.configureReserve('Core', 'WETH', { ltv: 7800, lt: 8100, bonus: 10500 });
    await refresh(1, [OWNER]);
    expect(stage.titles()).toEqual([]);
  });
});

describe('a loan that was opened elsewhere', () => {
  const fresh = borrowerOf(0xa3);

  it('is told, but not one that was there when the wallet was first watched', async () => {
    await watch(fresh);
    await refresh(1, [fresh]);
    await stage.localnet.supply('Core', fresh, 'WETH', parseUnits('1', 18));
    await stage.readAt(3020, 60, [fresh]);
    expect(stage.titles()).toEqual([]);
    await stage.localnet.borrow('Core', fresh, 'USDC', parseUnits('500', 6));
    await stage.readAt(3020, 60, [fresh, OWNER]);
    await stage.readAt(3020, 60, [fresh, OWNER]);
    expect(stage.titles()).toEqual(['New loan: Aave v3 Core · Ethereum']);
    expect(stage.noted.shown[0]!.message).toContain('If that was not you');
  });
});

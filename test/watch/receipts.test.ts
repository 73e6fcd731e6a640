import { parseAbi, parseEventLogs, parseUnits } from 'viem';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { alertsItem, searchItem } from '../../src/platform/storage';
import { createV2, initialPrices } from '../aaveV2/pool';
import { borrowerOf } from '../aaveV3/portfolio';
import { createCompoundV2 } from '../localnet/compoundV2';
import { CTOKENS } from '../localnet/deploy/compoundV2Markets';
import { MORPHO, marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho } from '../localnet/morpho';
import { MARKETS } from '../localnet/production';
import { stageLoans } from './stage';

const OWNER = borrowerOf(0x7e1);
const stage = stageLoans({ owners: [], owed: 0, secondsAgo: 7_200 });

/** The worker as it is after the browser was closed: what is in storage, and none of what was in memory. */
async function startAnew() {
  vi.resetModules();
  const [{ refresh }, { watch }] = await Promise.all([
    import('../../src/watch/refresh'),
    import('../../src/watch/wallets'),
  ]);
  return { refresh, watch };
}

async function watchFirst() {
  const { refresh, watch } = await startAnew();
  await watch(OWNER);
  await refresh(1, [OWNER]);
  expect(stage.noted.shown.filter(({ id }) => id.includes('receipt'))).toEqual([]);
}

async function comeBack() {
  const { refresh } = await startAnew();
  await stage.localnet.mine();
  await refresh(1, [OWNER]);
  const history = ((await fakeBrowser.storage.local.get('history')).history ?? []) as {
    id: string;
    title: string;
    message: string;
  }[];
  return history.filter(({ id }) => id.startsWith('receipt:'));
}

/** An amount to six decimals as people write it, from an event as anvil emitted it. */
function written(amount: bigint, decimals: number): string {
  const text = amount.toString().padStart(decimals + 1, '0');
  const number = Number(`${text.slice(0, -decimals)}.${text.slice(-decimals)}`);
  const digits =
    number >= 1000
      ? { maximumFractionDigits: 2 }
      : number < 1
        ? { maximumSignificantDigits: 6 }
        : { maximumFractionDigits: 6 };
  return new Intl.NumberFormat('en-US', digits).format(number);
}

const liquidationCall = parseAbi([
  'event LiquidationCall(address indexed collateralAsset, address indexed debtAsset, address indexed user, uint256 debtToCover, uint256 liquidatedCollateralAmount, address liquidator, bool receiveAToken)',
]);

async function borrowOnAave() {
  await stage.localnet.supply('Core', OWNER, 'WETH', parseUnits('10', 18));
  await stage.localnet.borrow('Core', OWNER, 'USDC', parseUnits('20000', 6));
}

async function liquidateOnAave() {
  await stage.localnet.setPrice('WETH', 2_300_00000000n);
  const done = await stage.localnet.liquidate({
    market: 'Core',
    borrower: OWNER,
    collateral: 'WETH',
    debt: 'USDC',
  });
  if (!done.ok) throw new Error(done.error);
  const { logs } = await stage.localnet.client.getTransactionReceipt({ hash: done.txHash });
  const [event] = parseEventLogs({ abi: liquidationCall, logs });
  return { hash: done.txHash, ...event!.args };
}

describe('a liquidation while the browser was closed is told with what the event says', () => {
  it('on Aave v3', async () => {
    await borrowOnAave();
    await watchFirst();
    const { hash, debtToCover, liquidatedCollateralAmount } = await liquidateOnAave();
    const [receipt, ...others] = await comeBack();
    expect(others).toEqual([]);
    expect(receipt!.title).toBe('Liquidated: Aave v3 Core · Ethereum');
    expect(receipt!.message).toContain(`took ${written(liquidatedCollateralAmount, 18)} ETH`);
    expect(receipt!.message).toContain(`paid off ${written(debtToCover, 6)} USDC of your debt`);
    expect(receipt!.message).toContain(`Transaction ${hash}.`);
    const dollars = (Number(liquidatedCollateralAmount) / 1e18) * 2300 - Number(debtToCover) / 1e6;
    const [, cost] = /cost you about \$([\d,.]+)\./.exec(receipt!.message)!;
    expect(Math.abs(Number(cost!.replaceAll(',', '')) - dollars)).toBeLessThan(dollars * 0.002 + 1);
    expect(receipt!.id.endsWith(`1:${MARKETS.Core.pool}:${OWNER}`)).toBe(true);
  });

  it('once, however often it is read after', async () => {
    await borrowOnAave();
    await watchFirst();
    await liquidateOnAave();
    await comeBack();
    expect(await comeBack()).toHaveLength(1);
    expect((await alertsItem(1, OWNER).getValue()).suspects).toEqual([]);
  });

  it('on Aave v2', async () => {
    const v2 = createV2(stage.localnet);
    await v2.deposit(OWNER, 'WBTC', parseUnits('1', 8));
    await v2.borrow(OWNER, 'USDC', parseUnits('15000', 6), 'variable');
    await watchFirst();
    await v2.setPrice('WBTC', initialPrices.WBTC / 8n);
    const done = await v2.liquidate(OWNER, 'WBTC', 'USDC');
    if (!done.ok) throw new Error(done.error);
    const [receipt] = await comeBack();
    expect(receipt!.title).toMatch(/^Liquidated: Aave v2/);
    expect(receipt!.message).toContain(
      `took ${written(done.seized, 8)} WBTC and paid off ${written(done.repaid, 6)} USDC`,
    );
  });

  it('on Compound v2, whose event is of everybody', async () => {
    const compound = createCompoundV2(stage.localnet.client);
    await compound.mint('cETH', OWNER, parseUnits('10', 18));
    await compound.enter(OWNER, ['cETH']);
    await compound.borrow('cUSDC', OWNER, parseUnits('15000', 6));
    await watchFirst();
    await compound.setPrice('cETH', (await compound.price('cETH')) / 2n);
    const done = await compound.liquidate({
      borrower: OWNER,
      debt: 'cUSDC',
      collateral: 'cETH',
      amount: parseUnits('5000', 6),
    });
    if (!done.ok) throw new Error(done.error);
    const { exchangeRate } = await compound.snapshotOf('cETH', OWNER);
    const [receipt] = await comeBack();
    expect(receipt!.message).toContain('paid off 5,000 USDC of your debt');
    expect(receipt!.message).toContain(`Transaction ${done.txHash}.`);
    // In ether, at a rate that grows with every block: the same to a millionth.
    const [, ether] = /took ([\d.]+) ETH/.exec(receipt!.message)!;
    const expected = Number((done.cTokens * exchangeRate) / 10n ** 18n) / 1e18;
    expect(Math.abs(Number(ether) / expected - 1)).toBeLessThan(1e-5);
    expect(CTOKENS.cETH.underlying).toBeNull();
  });

  it('on Morpho', async () => {
    const morpho = createMorpho(stage.localnet.client);
    await morpho.supplyCollateral('WETH/USDC', OWNER, parseUnits('10', 18));
    await morpho.borrow('WETH/USDC', OWNER, parseUnits('20000', 6));
    await knowMorpho();
    await watchFirst();
    await morpho.setPrice('WETH/USDC', ((await morpho.price('WETH/USDC')) * 7n) / 10n);
    const done = await morpho.liquidate({ market: 'WETH/USDC', borrower: OWNER, seize: parseUnits('2', 18) });
    if (!done.ok) throw new Error(done.error);
    const [receipt] = await comeBack();
    expect(receipt!.title).toMatch(/^Liquidated: Morpho WETH\/USDC/);
    expect(receipt!.message).toContain(
      `took ${written(done.seized, 18)} ETH and paid off ${written(done.repaid, 6)} USDC`,
    );
    expect(receipt!.message).toContain(`Transaction ${done.txHash}.`);
  });
});

/** As the search of events leaves it once it is over (src/watch/search.ts). */
async function knowMorpho() {
  const searched = {
    from: '0',
    to: '9',
    first: '0',
    range: '10',
    ids: [marketId('WETH/USDC')],
    authorized: [],
  };
  await searchItem(1, OWNER).setValue({ [MORPHO]: { searched, at: Date.now(), failure: null } });
}

describe('what the owner does is no liquidation', () => {
  it('repaying a part and withdrawing as much, between two readings', async () => {
    await borrowOnAave();
    await watchFirst();
    await stage.localnet.repay('Core', OWNER, 'USDC', parseUnits('5000', 6));
    await stage.localnet.withdraw('Core', OWNER, 'WETH', parseUnits('1.7', 18));
    expect(await comeBack()).toEqual([]);
    expect((await alertsItem(1, OWNER).getValue()).suspects).toEqual([]);
    expect(stage.rpcs.requests.some(({ method }) => method === 'eth_getLogs')).toBe(true);
  });

  it('repaying alone, or all of it: no event is even searched for', async () => {
    await borrowOnAave();
    await watchFirst();
    await stage.localnet.repay('Core', OWNER, 'USDC', parseUnits('5000', 6));
    expect(await comeBack()).toEqual([]);
    await stage.localnet.repay('Core', OWNER, 'USDC', 'all');
    expect(await comeBack()).toEqual([]);
    expect(stage.rpcs.requests.some(({ method }) => method === 'eth_getLogs')).toBe(false);
  });
});

describe('where no RPC searches events', () => {
  const refuse = () =>
    stage.rpcs.answer('eth_getLogs', () => ({ error: { code: -32601, message: 'not available' } }));

  it('what looks like a liquidation is told as that, without a transaction', async () => {
    await borrowOnAave();
    await watchFirst();
    await liquidateOnAave();
    refuse();
    const [receipt] = await comeBack();
    expect(receipt!.title).toBe('Perhaps liquidated: Aave v3 Core · Ethereum');
    expect(receipt!.message).toContain('The transaction was not found.');
    expect(receipt!.message).not.toContain('Transaction 0x');
  });

  it('a repayment and a withdrawal that do not fit one are not told', async () => {
    await borrowOnAave();
    await watchFirst();
    await stage.localnet.repay('Core', OWNER, 'USDC', parseUnits('9000', 6));
    await stage.localnet.withdraw('Core', OWNER, 'WETH', parseUnits('0.5', 18));
    refuse();
    expect(await comeBack()).toEqual([]);
  });
});

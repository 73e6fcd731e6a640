import { type Address, formatUnits } from 'viem';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PositionReport, Report } from '../../src/inspect/report';
import { aaveV3 } from '../../src/protocols/aaveV3';
import { cases, openCase } from '../aaveV3/cases';
import { symbolAt } from '../aaveV3/prices';
import { dataProviderAbi } from '../localnet/abi';
import { MARKETS, TOKENS, type TokenSymbol } from '../localnet/production';
import { speak } from '../localnet/speakingFeed';
import { type Localnet, startLocalnet } from '../localnet/start';
import { command, inspected, positionIn } from './run';

const { pool, dataProvider } = MARKETS.Core;
const mixed = cases[1]!;
const loan = cases[0]!;
/** A contract that reverts whatever it is asked. */
const REVERT = '0x60006000fd';
const HELD = ['WETH', 'WBTC'] as const;
const OWED = ['USDC', 'DAI'] as const;

/** A process of its own takes seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

let chain: Localnet;
let owner: Address;
let report: Report;
let position: PositionReport;

beforeAll(async () => {
  chain = await startLocalnet();
  owner = chain.accounts[0]!;
  await openCase(chain, owner, mixed);
  await openCase(chain, chain.accounts[1]!, loan);
  // Interest of a second would move figures between the report and the contract's answers.
  await chain.freezeTime();
  report = await read(owner);
  position = positionIn(report, pool)!;
});
afterAll(() => chain.stop());

const read = (account: Address) => inspected([account, '--rpc', `1=${chain.url}`], [aaveV3]);

const configuration = async (symbol: TokenSymbol) => {
  const args = [TOKENS[symbol].address] as const;
  const call = { address: dataProvider, abi: dataProviderAbi } as const;
  const fields = await chain.client.readContract({
    ...call,
    functionName: 'getReserveConfigurationData',
    args,
  });
  return { decimals: Number(fields[0]), loanToValue: fields[1], threshold: fields[2] };
};

/** The local feeds answer nothing but their price. */
const silent = (feed: Address) => ({ feed, description: null, updatedAt: null, capped: null, fixed: false });

const held = (symbol: TokenSymbol) => chain.reservePosition('Core', owner, symbol);

/** Whatever the work does to the chain, or fails at, is undone. */
async function inCopy(work: () => Promise<void>): Promise<void> {
  const before = await chain.snapshot();
  await work().finally(() => chain.revert(before));
}

describe('a position on Aave v3, as the contract has it', () => {
  it('is the only one, at the newest block', async () => {
    const { number, timestamp } = await chain.client.getBlock();
    expect(report).toMatchObject({ address: owner, blocks: { 1: { number: `${number}` } }, errors: [] });
    expect(report.blocks[1]?.timestamp).toBe(`${timestamp}`);
    expect(report.positions).toHaveLength(1);
    expect(position).toMatchObject({ protocol: 'aaveV3', market: pool, chainId: 1 });
  });

  it('has its verdict and its health factor', async () => {
    const { healthFactor } = await chain.accountData('Core', owner);
    expect(position).toMatchObject({
      liquidatable: false,
      contract: { liquidatable: false, healthFactor: `${healthFactor}` },
      agrees: true,
      healthFactor: formatUnits(healthFactor, 18),
    });
    expect(Number(position.buffer)).toBeCloseTo(1 - 1e18 / Number(healthFactor), 12);
  });

  it('has its collateral', async () => {
    for (const [index, symbol] of HELD.entries()) {
      const { decimals, threshold } = await configuration(symbol);
      expect(position.collateral[index]).toEqual({
        asset: TOKENS[symbol].address,
        symbol,
        amount: `${(await held(symbol)).supplied}`,
        decimals,
        price: `${await chain.price(symbol)}`,
        priceDecimals: 8,
        feed: TOKENS[symbol].feed,
        oracle: silent(TOKENS[symbol].feed),
        threshold: `${threshold}`,
        thresholdScale: '10000',
      });
    }
    expect(position.collateral).toHaveLength(2);
  });

  it('has what a feed and those behind it say of themselves', () =>
    inCopy(async () => {
      const { feed } = TOKENS.WBTC;
      const { timestamp } = await chain.client.getBlock();
      const source = TOKENS.BAL.feed;
      await speak(chain.client, feed, {
        description: 'WBTC',
        isCapped: false,
        BASE_TO_USD_AGGREGATOR: source,
      });
      await speak(chain.client, source, { latestTimestamp: timestamp - 60n });
      const wbtc = positionIn(await read(owner), pool)?.collateral.find(({ symbol }) => symbol === 'WBTC');
      const updatedAt = Number(timestamp) - 60;
      expect(wbtc?.oracle).toEqual({ feed, description: 'WBTC', updatedAt, capped: false, fixed: false });
    }));

  it('has its debt', async () => {
    for (const [index, symbol] of OWED.entries()) {
      expect(position.debt[index]).toEqual({
        asset: TOKENS[symbol].address,
        symbol,
        amount: `${(await held(symbol)).variableDebt}`,
        decimals: (await configuration(symbol)).decimals,
        price: `${await chain.price(symbol)}`,
        priceDecimals: 8,
        feed: TOKENS[symbol].feed,
        oracle: silent(TOKENS[symbol].feed),
      });
    }
    expect(position.debt).toHaveLength(2);
  });

  it('has the borrowing power of its loan-to-values', async () => {
    let power = 0n;
    for (const symbol of HELD) {
      const { decimals, loanToValue } = await configuration(symbol);
      const worth = (await held(symbol)).supplied * (await chain.price(symbol));
      power += worth * loanToValue * 10n ** BigInt(18 - decimals);
    }
    expect(position.borrowingPower).toBe(formatUnits(power, 18 + 8 + 4));
  });

  it('has the prices at which a real liquidation succeeds', async () => {
    const attempt = { market: 'Core', borrower: owner, ...mixed.pair } as const;
    expect(position.liquidationPrices.map(({ asset }) => symbolAt(asset))).toEqual([
      'WETH',
      'WBTC',
      'USDC',
      'DAI',
    ]);
    for (const { asset, safe, liquidated, side, direction, reason } of position.liquidationPrices) {
      const symbol = symbolAt(asset);
      const isHeld = HELD.some((each) => each === symbol);
      expect([side, direction, reason]).toEqual(
        isHeld ? ['collateral', 'below', null] : ['debt', 'above', null],
      );
      const now = await chain.price(symbol);
      await chain.setPrice(symbol, BigInt(safe!));
      expect(await chain.wouldLiquidate(attempt)).toMatchObject({ ok: false });
      await chain.setPrice(symbol, BigInt(liquidated!));
      expect(await chain.wouldLiquidate(attempt)).toEqual({ ok: true });
      await chain.setPrice(symbol, now);
    }
  });
});

it('says what a real liquidation then costs', () =>
  inCopy(async () => {
    const borrower = chain.accounts[1]!;
    await chain.setPrice('WETH', ((await chain.price('WETH')) * 7n) / 10n);
    const fallen = positionIn(await read(borrower), pool)!;
    expect(fallen).toMatchObject({ liquidatable: true, contract: { liquidatable: true }, agrees: true });
    expect(fallen.liquidationPrices.map(({ reason }) => reason)).toEqual([
      'already liquidatable',
      'already liquidatable',
    ]);

    const stand = async () => ({
      held: (await chain.reservePosition('Core', borrower, 'WETH')).supplied,
      owed: (await chain.reservePosition('Core', borrower, 'USDC')).variableDebt,
    });
    const first = await stand();
    expect(await chain.liquidate({ market: 'Core', borrower, ...loan.pair })).toMatchObject({ ok: true });
    const last = await stand();
    const [ether, dollar] = [await chain.price('WETH'), await chain.price('USDC')];
    const seized = (Number(first.held - last.held) / 1e18) * (Number(ether) / 1e8);
    const repaid = (Number(first.owed - last.owed) / 1e6) * (Number(dollar) / 1e8);
    expect(seized).toBeGreaterThan(repaid);
    expect(Number(fallen.loss)).toBeCloseTo(seized - repaid, 4);
  }));

it('names a market that cannot be read, beside those that can', () =>
  inCopy(async () => {
    const { pool: horizon } = MARKETS.Horizon;
    await chain.client.setCode({ address: horizon, bytecode: REVERT });
    const { positions, errors } = await read(owner);
    expect(positions).toEqual([position]);
    expect(errors).toMatchObject([{ chainId: 1, protocol: 'aaveV3', market: horizon }]);
    expect(errors[0]?.message).toMatch(/^The contract did not answer \w+\.$/);
  }));

it('is what the command prints, in a process of its own', async () => {
  const words = [owner, '--chain', '1', '--rpc', `1=${chain.url}`];
  const { code, stdout, stderr } = await command([...words, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  const printed: Report = JSON.parse(stdout);
  expect(Object.keys(printed.blocks)).toEqual(['1']);
  expect(positionIn(printed, pool)).toEqual(position);

  const text = await command(words);
  expect([text.code, text.stderr]).toEqual([0, '']);
  expect(text.stdout).toContain(`\nAave v3 Core · Ethereum\n`);
  for (const { safe, liquidated } of position.liquidationPrices)
    expect(text.stdout).toContain(`safe at ${safe}, liquidated at ${liquidated}`);
});

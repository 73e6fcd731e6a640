import fc from 'fast-check';
import type { Address, Hex } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { searchLogs } from '../../src/chain/search';
import type { Found } from '../../src/model/logs';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import { rules } from '../../src/protocols/morphoBlue/rules';
import type { MorphoBluePosition } from '../../src/protocols/morphoBlue/rules.position';
import { assess } from '../../src/risk/assess';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { positionCard } from '../../src/view/positionCard';
import { MORPHO_MARKETS, type MorphoMarketName, marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho, type LocalMorpho } from '../localnet/morpho';
import { installPreLiquidations, type Terms } from '../localnet/preLiquidations';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf, open } from './books';
import { readMorpho, told } from './readMorpho';

const OWNER = borrowerOf(0x9000);
const MARKET = 'WBTC/USDC';
const WAD = 10n ** 18n;
const SEED = 20261121;
const [market] = morphoBlue.markets;

/** At most a fifth of the debt at 80%, three fifths at the market's 86%. */
const TERMS: Terms = { preLltv: '0.8', preLCF: ['0.2', '0.6'], preLIF: ['1.02', '1.1'] };

let net: Localnet;
let morpho: LocalMorpho;
let early: Awaited<ReturnType<typeof installPreLiquidations>>;
let fresh: Hex;
let contract: Address;

beforeAll(async () => {
  net = await startLocalnet();
  morpho = createMorpho(net.client);
  early = await installPreLiquidations(net.client);
  await open(morpho, OWNER, [{ market: MARKET, dollars: 97_000, used: 0.85 }]);
  await net.freezeTime();
});
beforeEach(async () => {
  fresh = await net.snapshot();
  contract = await early.create(MARKET, TERMS);
  await early.allow(OWNER, contract);
});
afterEach(() => net.revert(fresh));
afterAll(() => net.stop());

/** What the events of the chain say of the owner, by the worker's own search. */
const search = (): Promise<Found> =>
  searchLogs({ id: 1, name: 'Ethereum', rpcs: [net.url] }, (head) =>
    morphoBlue.search!.discover(market!, OWNER, head, null, 20),
  );

const read = async (found?: Found) => {
  const { ids, authorized } = found ?? (await search());
  return readMorpho(net.client, OWNER, { memo: told(ids, authorized) });
};

interface Position {
  readonly market: MorphoMarketName;
  readonly contract: Address;
}

async function positionIn(name: MorphoMarketName) {
  const { positions, errors } = await read();
  const [only, ...others] = positions.filter(({ market: { id } }) => id === marketId(name));
  expect([others, errors]).toEqual([[], []]);
  return only!;
}
const position = () => positionIn(MARKET);

it('is found by the owner’s event, vouched for by the factory, and read in the same rounds', async () => {
  const found = await search();
  expect(found).toMatchObject({ ids: [marketId(MARKET)], authorized: [contract.toLowerCase()] });
  const cold = await read(found);
  expect(cold.rounds.length).toBe(2);
  const warm = await readMorpho(net.client, OWNER, { memo: cold.memo });
  expect([warm.rounds.length, warm.positions]).toEqual([1, cold.positions]);
  expect(warm.positions[0]).toMatchObject({
    market: { name: 'Morpho WBTC/USDC 86%' },
    collateral: [{ threshold: `${(WAD / 10n) * 8n}`, loanToValue: '860000000000000000' }],
    preLiquidations: [
      {
        address: contract.toLowerCase(),
        preLltv: '800000000000000000',
        preLCF1: '200000000000000000',
        preLCF2: '600000000000000000',
        preLIF1: '1020000000000000000',
        preLIF2: '1100000000000000000',
      },
    ],
    agrees: true,
  });
});

it('acts one unit below the price that is named, when Morpho itself still refuses', async () => {
  const before = await position();
  const [flip] = liquidationPrices(before).filter(({ safe }) => safe !== null);
  const attempt = { market: MARKET, borrower: OWNER, repayShares: 1n } as const;

  await morpho.setPrice(MARKET, BigInt(flip!.safe!));
  const safe = await position();
  expect([rules.liquidatable(safe), safe.contract.liquidatable, safe.agrees]).toEqual([false, false, true]);
  expect(rules.healthFactor(safe)).toBeGreaterThanOrEqual(WAD);
  expect(await early.preLiquidate(contract, OWNER, 1000n)).toEqual({
    ok: false,
    error: 'NotPreLiquidatablePosition',
  });

  await morpho.setPrice(MARKET, BigInt(flip!.liquidated!));
  const acted = await position();
  expect([rules.liquidatable(acted), acted.contract.liquidatable, acted.agrees]).toEqual([true, true, true]);
  expect(rules.healthFactor(acted)).toBeLessThan(WAD);
  expect(assess(acted)).toMatchObject({ level: 'liquidatable' });
  expect(await morpho.liquidate(attempt)).toEqual({ ok: false, error: 'position is healthy' });
  await expectPart();
});

/** The contract takes exactly what our rules say is the most, and not a share more. */
async function expectPart(of: Position = { market: MARKET, contract }) {
  const now = await positionIn(of.market);
  const { repaid, seized } = rules.seizure(now)!;
  const shares = await mostShares(of);
  expect(shares).toBeGreaterThan(0n);
  expect(await early.preLiquidate(of.contract, OWNER, shares)).toEqual({
    ok: true,
    repaid: repaid[0]!.amount,
    seized: seized[0]!.amount,
  });
  expect(seized[0]!.amount).toBeLessThan(BigInt(now.collateral[0]!.amount));
}

/** The most that the contract lets through, by trying: no figure of ours. */
async function mostShares({ market: name, contract: at }: Position): Promise<bigint> {
  let [taken, refused] = [0n, (await morpho.position(name, OWNER)).borrowShares + 1n];
  while (refused - taken > 1n) {
    const middle = (taken + refused) / 2n;
    if (await early.wouldPreLiquidate(at, OWNER, middle)) taken = middle;
    else refused = middle;
  }
  return taken;
}

/** The price at which a position's loan-to-value is so many percent. */
function priceAt({ debt: [owed], collateral: [held] }: MorphoBluePosition, percent: bigint): bigint {
  return (BigInt(owed!.amount) * 100n * 10n ** 36n) / (BigInt(held!.amount) * percent);
}

it('takes more the nearer the price comes to Morpho’s own, and nothing beyond it', async () => {
  const start = await position();
  const before = await net.snapshot();
  await morpho.setPrice(MARKET, priceAt(start, 85n));
  await expectPart();
  await net.revert(before);

  await morpho.setPrice(MARKET, priceAt(start, 87n));
  const beyond = await position();
  expect([rules.liquidatable(beyond), beyond.agrees]).toEqual([true, true]);
  expect(await early.preLiquidate(contract, OWNER, 1000n)).toEqual({
    ok: false,
    error: 'LiquidatablePosition',
  });
  const { repaid, seized } = rules.seizure(beyond)!;
  const all = { market: MARKET, borrower: OWNER, repayShares: BigInt(beyond.borrowed.shares) } as const;
  expect(await morpho.liquidate(all)).toMatchObject({ repaid: repaid[0]!.amount, seized: seized[0]!.amount });
});

it('takes what our rules say to the wei of a large loan', async () => {
  const name = 'wstETH/WETH';
  const of = {
    market: name,
    contract: await early.create(name, { preLltv: '0.9', preLCF: ['0.1', '0.9'], preLIF: ['1.01', '1.05'] }),
  } as const;
  await early.allow(OWNER, of.contract);
  await open(morpho, OWNER, [{ market: name, dollars: 60_000_000, used: 0.9 }]);
  await morpho.setPrice(name, priceAt(await positionIn(name), 93n) + 1n);
  await expectPart(of);
});

it(`has our verdict at random prices around both of its ends (seed ${SEED})`, async () => {
  const { memo, positions } = await read();
  const debt = BigInt(positions[0]!.debt[0]!.amount);
  const held = BigInt(positions[0]!.collateral[0]!.amount);
  const ratios = fc.sample(fc.integer({ min: 780_000, max: 880_000 }), { numRuns: 150, seed: SEED });
  const seen = new Set<string>();
  for (const ratio of ratios) {
    const price = (debt * 10n ** 42n) / (held * BigInt(ratio)) + BigInt(ratio % 7);
    await morpho.setPrice(MARKET, price, { mine: false });
    const reading = await readMorpho(net.client, OWNER, { memo });
    const [now] = reading.positions;
    expect([ratio, now?.agrees, rules.liquidatable(now!)]).toEqual([ratio, true, now?.contract.liquidatable]);
    seen.add(`${now?.contract.liquidatable}`);
  }
  expect(seen.size).toBe(2);
});

describe('is left out', () => {
  const isMorphosOwn = async () => {
    const found = await position();
    expect(found).toMatchObject({ preLiquidations: [], agrees: true });
    expect(found.collateral[0]?.threshold).toBe(`${MORPHO_MARKETS[MARKET].lltv}`);
  };

  it('once the owner takes the permission back', async () => {
    await early.disallow(OWNER, contract);
    await isMorphosOwn();
  });

  it('where the factory did not make what was allowed', async () => {
    await early.disallow(OWNER, contract);
    await early.allow(OWNER, borrowerOf(0x9001));
    await isMorphosOwn();
  });

  it('where it is one of another market', async () => {
    await early.disallow(OWNER, contract);
    await early.allow(OWNER, await early.create('wstETH/USDC', TERMS));
    await isMorphosOwn();
  });
});

it('counts though it was allowed before it was made', async () => {
  await early.disallow(OWNER, contract);
  await early.allow(OWNER, await early.nextAddress());
  const { memo, positions } = await read();
  expect(positions[0]?.preLiquidations).toEqual([]);
  await early.create(MARKET, { ...TERMS, preLltv: '0.75' });
  const later = await readMorpho(net.client, OWNER, { memo });
  expect([later.rounds.length, later.positions[0]?.collateral[0]?.threshold]).toEqual([
    2,
    '750000000000000000',
  ]);
});

it('that does not act yet would begin with its first part: a fifth of the debt, and 2% on top', async () => {
  const before = await position();
  const { repaid, seized } = rules.seizure(before)!;
  const { collateral, debt } = before;
  const [owed, price] = [BigInt(debt[0]!.amount), BigInt(collateral[0]!.price)];
  const paidFor = (seized[0]!.amount * price) / 10n ** 36n;
  // Shares are worth a fraction of a unit, and a unit of bitcoin's smallest is worth many of the dollar's.
  expect(repaid[0]!.amount - owed / 5n).toBeLessThanOrEqual(1n);
  expect(repaid[0]!.amount - owed / 5n).toBeGreaterThanOrEqual(0n);
  const onTop = (repaid[0]!.amount * 102n) / 100n - paidFor;
  expect(onTop).toBeGreaterThanOrEqual(0n);
  expect(onTop).toBeLessThanOrEqual(price / 10n ** 36n + 2n);
});

it('is told of on the card', async () => {
  const found = await position();
  expect(positionCard(found, assess(found), 'Ethereum', { oracles: {}, now: 0 }).notes).toEqual([
    'A contract that this wallet allowed acts at 80.0%, before Morpho.',
  ]);
});

it('of two the one that acts first sets the price', async () => {
  await early.allow(OWNER, await early.create(MARKET, { ...TERMS, preLltv: '0.75' }));
  const both = await position();
  expect([both.preLiquidations.length, both.collateral[0]?.threshold]).toEqual([2, '750000000000000000']);
  expect(both.agrees).toBe(true);
});

it('that goes by another oracle leaves its market unknown, and the others stand', async () => {
  await open(morpho, OWNER, [{ market: 'wstETH/USDC', dollars: 10_000, used: 0.5 }]);
  const { oracle } = MORPHO_MARKETS['wstETH/USDC'];
  await early.allow(OWNER, await early.create(MARKET, { ...TERMS, oracle }));
  const { positions, errors } = await read();
  expect(positions.map(({ market: { id } }) => id)).toEqual([marketId('wstETH/USDC')]);
  expect(errors).toMatchObject([
    { market: { id: marketId(MARKET) }, reason: expect.stringContaining('does not read yet') },
  ]);
});

it('that breaks leaves its market unknown', async () => {
  const { memo } = await read();
  await net.client.setCode({ address: contract, bytecode: '0x5f5ffd' });
  const { positions, errors } = await readMorpho(net.client, OWNER, { memo });
  expect([positions, errors.length]).toEqual([[], 1]);
});

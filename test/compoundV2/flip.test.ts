import type { Address } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiquidationPrice } from '../../src/model/risk';
import { rules } from '../../src/protocols/compoundV2/rules';
import type { CompoundV2Position } from '../../src/protocols/compoundV2/rules.position';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { createCompoundV2, type LocalCompoundV2 } from '../localnet/compoundV2';
import { CTOKEN_SYMBOLS, type CTokenSymbol } from '../localnet/deploy/compoundV2Markets';
import { type Localnet, startLocalnet } from '../localnet/start';
import { type Book, borrowerOf, cTokenAt, open } from './books';
import { readCompound } from './readCompound';

/** ComptrollerErrorReporter.Error.INSUFFICIENT_SHORTFALL, from a cToken by code, from cETH by a revert that names its own. */
const REFUSED = /^(3|liquidateBorrow failed \(03\))$/;

interface Case extends Book {
  readonly name: string;
  readonly flips: readonly string[];
  readonly pair: { readonly debt: CTokenSymbol; readonly collateral: CTokenSymbol };
}

const supplied = (symbol: CTokenSymbol, dollars: number) => ({ symbol, dollars, entered: true });

const cases: readonly Case[] = [
  {
    name: 'one collateral',
    supplies: [supplied('cETH', 30_200)],
    borrows: [{ symbol: 'cUSDC', share: 1 }],
    used: 0.8,
    flips: ['ETH', 'USDC'],
    pair: { debt: 'cUSDC', collateral: 'cETH' },
  },
  {
    name: 'two collaterals and two debts of different decimals',
    supplies: [supplied('cETH', 30_000), supplied('cWBTC', 48_500)],
    borrows: [
      { symbol: 'cUSDC', share: 7 },
      { symbol: 'cDAI', share: 2 },
    ],
    used: 0.9,
    flips: ['ETH', 'WBTC', 'USDC', 'DAI'],
    pair: { debt: 'cDAI', collateral: 'cWBTC' },
  },
  {
    name: 'ether that is owed',
    supplies: [supplied('cUSDC', 50_000)],
    borrows: [{ symbol: 'cETH', share: 1 }],
    used: 0.7,
    flips: ['USDC', 'ETH'],
    pair: { debt: 'cETH', collateral: 'cUSDC' },
  },
  {
    name: 'one asset on both sides',
    supplies: [supplied('cETH', 36_000), supplied('cDAI', 9_000)],
    borrows: [
      { symbol: 'cETH', share: 2 },
      { symbol: 'cUSDC', share: 5 },
    ],
    used: 0.95,
    flips: ['ETH', 'DAI', 'USDC'],
    pair: { debt: 'cUSDC', collateral: 'cETH' },
  },
  {
    name: 'dust',
    supplies: [supplied('cETH', 0.06)],
    borrows: [{ symbol: 'cDAI', share: 1 }],
    used: 0.75,
    flips: ['ETH', 'DAI'],
    pair: { debt: 'cDAI', collateral: 'cETH' },
  },
];

describe('at every liquidation price Compound v2 refuses, one unit further it liquidates:', () => {
  let net: Localnet;
  let compound: LocalCompoundV2;
  beforeAll(async () => {
    net = await startLocalnet();
    compound = createCompoundV2(net.client);
  });
  afterAll(() => net.stop());

  /** As of the block that the next transaction will be in: that is where the liquidation happens. */
  async function positionNext(borrower: Address): Promise<CompoundV2Position> {
    const { position } = await readCompound(net.client, borrower, { blockTag: 'pending' });
    if (!position) throw new Error('no position');
    return position;
  }

  it.each(cases.map((each, index) => ({ ...each, borrower: borrowerOf(0xf000 + index) })))(
    '$name',
    async (of) => {
      await open(compound, of.borrower, of);
      await net.mine(5);
      const position = await positionNext(of.borrower);
      const found = liquidationPrices(position).filter(({ safe }) => safe !== null);
      expect(found.map(({ asset }) => asset.symbol).sort()).toEqual([...of.flips].sort());
      for (const flip of found) await expectFlip(of, position, flip);
    },
  );

  /** By a liquidator's real transactions, each in a copy of the state and with all interest added in its block. */
  async function expectFlip(
    of: Case & { borrower: Address },
    position: CompoundV2Position,
    flip: LiquidationPrice,
  ) {
    const moved = [...position.collateral, ...position.debt].find(({ feed }) => feed === flip.feed);
    const symbol = cTokenAt(moved!.cToken);
    const attempt = { borrower: of.borrower, ...of.pair, amount: 1n, accrueFirst: CTOKEN_SYMBOLS };
    const at = async (price: string) => {
      await compound.setPrice(symbol, BigInt(price), { mine: false });
      return compound.liquidate(attempt);
    };
    for (const [price, isSafe] of [
      [flip.safe!, true],
      [flip.liquidated!, false],
    ] as const) {
      const before = await net.snapshot();
      const done = await at(price);
      expect([flip.asset.symbol, done.ok]).toEqual([flip.asset.symbol, !isSafe]);
      if (!done.ok) expect(done.error).toMatch(REFUSED);
      await net.revert(before);
    }
    const before = await net.snapshot();
    await compound.setPrice(symbol, BigInt(flip.liquidated!), { mine: false });
    await expectSeizure(of.borrower);
    await net.revert(before);
  }

  /** All that our rules say can be taken is taken, to the unit; one unit more is too much. */
  async function expectSeizure(borrower: Address): Promise<void> {
    const position = await positionNext(borrower);
    const { repaid, seized } = rules.seizure!(position)!;
    const debt = cTokenAt(position.debt.find(({ address }) => address === repaid[0]!.asset)!.cToken);
    const held = position.collateral.find(({ address }) => address === seized[0]!.asset)!;
    const attempt = { borrower, debt, collateral: cTokenAt(held.cToken), accrueFirst: CTOKEN_SYMBOLS };
    const before = await net.snapshot();
    const more = await compound.liquidate({ ...attempt, amount: repaid[0]!.amount + 1n });
    expect(more.ok).toBe(false);
    await net.revert(before);
    const done = await compound.liquidate({ ...attempt, amount: repaid[0]!.amount });
    if (!done.ok) throw new Error(done.error);
    expect(done.repaid).toBe(repaid[0]!.amount);
    const { exchangeRate } = held;
    expect((done.cTokens * BigInt(exchangeRate)) / 10n ** 18n).toBe(seized[0]!.amount);
  }

  it.each([
    ['cUSDC', 6],
    ['cDAI', 18],
  ] as const)(
    'so far under water that the collateral does not pay for half of a debt in %s',
    async (debt, at) => {
      const borrower = borrowerOf(0xf100 + at);
      await open(compound, borrower, { ...cases[0]!, borrows: [{ symbol: debt, share: 1 }] });
      await compound.setPrice('cETH', 700n * 10n ** 18n, { mine: false });
      await expectSeizure(borrower);
      // Less than a unit of USDC would buy.
      expect((await compound.snapshotOf('cETH', borrower)).cTokens).toBeLessThan(100n);
      await compound.setPrice('cETH', 3020n * 10n ** 18n);
    },
  );
});

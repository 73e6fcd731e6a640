import { type Address, erc20Abi, parseAbi } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HoldingRate, Rates } from '../../src/model/rates';
import { aaveV3 } from '../../src/protocols/aaveV3';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import { RESERVES } from '../localnet/deploy/parameters';
import { TOKENS, type TokenSymbol } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { expectDrift, expectGrowth, restOf } from '../support/drift';
import { readRates } from '../support/readRates';
import { cases, openCase } from './cases';
import { borrowerOf } from './portfolio';
import { readAt } from './readAt';

const DAY = 86_400;
const MONTH = 30 * DAY;

const tokensAbi = parseAbi([
  'function getReserveTokensAddresses(address asset) view returns (address aToken, address stable, address variable)',
]);

describe.each(['3.6', '3.0'] as const)('rates on the real Aave %s', (version) => {
  let net: Localnet;
  beforeAll(async () => {
    net = await startLocalnet({ version });
  });
  afterAll(() => net.stop());

  async function read(borrower: Address): Promise<{ position: AaveV3Position; rates: Rates }> {
    const { position } = await readAt(net.client, borrower);
    if (!position) throw new Error('no position');
    const rates = await readRates(
      aaveV3,
      position,
      async (call) => (await net.client.call(call)).data ?? '0x',
    );
    return { position, rates };
  }

  /** Of what the pool has and has lent out, by its tokens. */
  async function lentOut(asset: Address): Promise<number> {
    const [aToken, , debtToken] = await net.client.readContract({
      address: net.markets.Core.dataProvider,
      abi: tokensAbi,
      functionName: 'getReserveTokensAddresses',
      args: [asset],
    });
    const call = { abi: erc20Abi, blockTag: 'latest' } as const;
    const debt = await net.client.readContract({ ...call, address: debtToken, functionName: 'totalSupply' });
    const left = await net.client.readContract({
      ...call,
      address: asset,
      functionName: 'balanceOf',
      args: [aToken],
    });
    return Number(debt) / Number(debt + left);
  }

  const share = (ray: string | null | undefined) => Number(ray) / 1e27;

  it('are what the pool then adds in a month', async () => {
    const borrower = borrowerOf(1);
    await openCase(net, borrower, cases[1]!);
    const { position, rates } = await read(borrower);
    const seen = Object.fromEntries(
      await Promise.all(
        (['WETH', 'WBTC', 'USDC', 'DAI'] as const).map(async (symbol) => {
          return [symbol, await net.reservePosition('Core', borrower, symbol)] as const;
        }),
      ),
    );
    await net.advance(MONTH);
    for (const [side, field] of [
      ['collateral', 'supplied'],
      ['debt', 'variableDebt'],
    ] as const) {
      for (const [place, { symbol }] of position[side].entries()) {
        const after = await net.reservePosition('Core', borrower, symbol as TokenSymbol);
        const rate = rates[side][place]!;
        expectGrowth(seen[symbol]![field], after[field], rate, MONTH, side === 'debt');
        expect(rate.own).toBe(side === 'debt' ? rate.borrow : rate.supply);
        expect(rate.asset).toBe(TOKENS[symbol as TokenSymbol].address);
      }
    }
  });

  it('the curve is the one that governance set, and the pool stands where its money is', async () => {
    const borrower = borrowerOf(2);
    await openCase(net, borrower, cases[1]!);
    const { position, rates } = await read(borrower);
    for (const [place, { symbol }] of position.debt.entries()) {
      const { curve, worst } = rates.debt[place] as HoldingRate;
      const { optimal, base, slope1, slope2 } = RESERVES[symbol as TokenSymbol].rate;
      const bps = (rate: number) => `${BigInt(rate) * 10n ** 23n}`;
      expect(curve?.corners).toEqual([
        { utilization: '0', rate: bps(base) },
        { utilization: bps(optimal), rate: bps(base + slope1) },
        { utilization: bps(10_000), rate: bps(base + slope1 + slope2) },
      ]);
      expect(worst).toEqual({ rate: bps(base + slope1 + slope2), climb: null });
      expect(share(curve?.utilization)).toBeCloseTo(await lentOut(TOKENS[symbol as TokenSymbol].address), 6);
    }
  });

  it.each([
    { name: 'one collateral', of: cases[0]!, price: 2180n },
    { name: 'two debts, two collaterals', of: cases[1]!, price: 880n },
    { name: 'a loop that earns as well', of: cases[2]!, price: 3213n },
  ])('interest alone liquidates when we say: $name', async ({ of, price }) => {
    const borrower = borrowerOf(10 + Number(price));
    await openCase(net, borrower, of);
    const before = await net.snapshot();
    await net.advance(10 * DAY); // what the pool earns is counted from before that
    await net.setPrice('WETH', price * 10n ** 8n);
    const liquidates = async () => (await net.wouldLiquidate({ market: 'Core', borrower, ...of.pair })).ok;
    await expectDrift(await read(borrower), net.advance, liquidates, restOf(3));
    await net.revert(before);
  });
});

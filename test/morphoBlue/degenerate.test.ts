import { encodeAbiParameters, type Hex, keccak256, pad, parseAbiParameters } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rules } from '../../src/protocols/morphoBlue/rules';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import {
  MORPHO,
  MORPHO_MARKET_NAMES,
  MORPHO_MARKETS,
  type MorphoMarketName,
  marketId,
} from '../localnet/deploy/morphoMarkets';
import { createMorpho, type LocalMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf } from './books';
import { readMorpho, told } from './readMorpho';

const OWNER = borrowerOf(0xd000);
const usdc = (whole: number) => BigInt(whole) * 10n ** 6n;
const ether = (whole: number) => BigInt(whole) * 10n ** 18n;
const everywhere = told(MORPHO_MARKET_NAMES.map(marketId));

describe('degenerate cases', () => {
  let net: Localnet;
  let morpho: LocalMorpho;
  let fresh: Hex;
  beforeAll(async () => {
    net = await startLocalnet();
    morpho = createMorpho(net.client);
  });
  beforeEach(async () => {
    fresh = await net.snapshot();
    await morpho.supplyCollateral('wstETH/USDC', OWNER, ether(10));
  });
  afterEach(() => net.revert(fresh));
  afterAll(() => net.stop());

  const read = () => readMorpho(net.client, OWNER, { memo: everywhere });

  async function only() {
    const { positions, errors } = await read();
    expect([positions.length, errors]).toEqual([1, []]);
    return positions[0]!;
  }

  it('no debt (fault 39)', async () => {
    const position = await only();
    expect([rules.healthFactor(position), rules.liquidatable(position), rules.seizure!(position)]).toEqual([
      null,
      false,
      null,
    ]);
    expect(liquidationPrices(position).map(({ reason }) => reason)).toEqual(['not used as collateral']);
    expect([position.debt, position.agrees, position.unit]).toEqual([[], true, 'USDC']);
  });

  it('no collateral: a debt that is left over is liquidatable, and Morpho agrees', async () => {
    await morpho.borrow('wstETH/USDC', OWNER, usdc(20_000));
    const { positions } = await readMorpho(net.client, OWNER, {
      memo: everywhere,
      stateOverride: [
        { address: MORPHO, stateDiff: [withoutCollateral('wstETH/USDC', await borrowed('wstETH/USDC'))] },
      ],
    });
    const [position] = positions;
    expect(position?.collateral).toEqual([]);
    expect([rules.healthFactor(position!), rules.liquidatable(position!), position?.agrees]).toEqual([
      0n,
      true,
      true,
    ]);
    expect(rules.seizure!(position!)).toMatchObject({ seized: [], repaid: [{ amount: 0n }] });
  });

  it('only a supply of the loan token: a lender is no borrower', async () => {
    const whale = '0x3a1e000000000000000000000000000000000002';
    const { positions } = await readMorpho(net.client, whale, { memo: told([marketId('idle')]) });
    const idle = positions.filter(({ market: { id } }) => id === marketId('idle'));
    expect([positions.length > 0, idle]).toEqual([true, []]);
  });

  it('a zero price: liquidatable with a health factor of 0, never safe (fault 31)', async () => {
    await morpho.borrow('wstETH/USDC', OWNER, usdc(20_000));
    await morpho.setPrice('wstETH/USDC', 0n);
    const position = await only();
    expect([rules.healthFactor(position), rules.liquidatable(position)]).toEqual([0n, true]);
    expect([position.contract.liquidatable, position.agrees]).toEqual([true, true]);
    expect(liquidationPrices(position).map(({ reason }) => reason)).toEqual(
      Array(2).fill('already liquidatable'),
    );
  });

  it('a price far above 2^64 and one of a single unit', async () => {
    await morpho.borrow('wstETH/USDC', OWNER, usdc(1));
    await morpho.setPrice('wstETH/USDC', 2n ** 150n);
    const rich = await only();
    expect([rich.agrees, rich.contract.liquidatable]).toEqual([true, false]);
    expect(rules.healthFactor(rich)).toBeGreaterThan(10n ** 40n);
    await morpho.setPrice('wstETH/USDC', 1n);
    const poor = await only();
    expect([poor.agrees, poor.contract.liquidatable]).toEqual([true, true]);
  });

  it.each([0, 27, 36])('a token of %s decimals: another name for the same integers', async (decimals) => {
    await morpho.borrow('wstETH/USDC', OWNER, usdc(20_000));
    const { memo, positions } = await read();
    const address = positions[0]!.collateral[0]!.address;
    const tokens = { ...(memo.tokens as object), [address]: { decimals, symbol: 'ODD' } };
    const odd = await readMorpho(net.client, OWNER, { memo: { ...memo, tokens } });
    expect(odd.positions[0]).toMatchObject({
      agrees: true,
      collateral: [{ decimals, priceDecimals: 42 - decimals }],
    });
    const flips = [odd.positions, positions].map(([each]) =>
      liquidationPrices(each!).map(({ safe }) => safe),
    );
    expect(flips[0]).toEqual(flips[1]);
  });

  it('a token that claims 37 decimals is an error of its market (fault 33)', async () => {
    const { memo } = await read();
    const { address } = (await only()).collateral[0]!;
    const tokens = { ...(memo.tokens as object), [address]: { decimals: 37, symbol: 'ODD' } };
    const { positions, errors } = await readMorpho(net.client, OWNER, { memo: { ...memo, tokens } });
    expect([positions, errors.map(({ reason }) => reason)]).toEqual([[], ['A token claims 37 decimals.']]);
  });

  it('an oracle that reverts: its market is an error, the neighbours are shown (faults 23 and 36)', async () => {
    await morpho.borrow('wstETH/USDC', OWNER, usdc(20_000));
    await morpho.supplyCollateral('WBTC/USDC', OWNER, 1_00000000n);
    await morpho.borrow('WBTC/USDC', OWNER, usdc(20_000));
    await net.client.setCode({ address: MORPHO_MARKETS['WBTC/USDC'].oracle, bytecode: '0x5f5ffd' });
    const { positions, errors } = await read();
    expect(positions.map(({ market }) => market.name)).toEqual(['Morpho wstETH/USDC 86%']);
    expect(errors).toMatchObject([
      { market: { id: marketId('WBTC/USDC') }, reason: 'The contract did not answer price.' },
    ]);
  });

  it('an interest model that reverts: stale totals are not shown', async () => {
    await morpho.borrow('wstETH/USDC', OWNER, usdc(20_000));
    await net.client.setCode({ address: MORPHO_MARKETS['WBTC/USDC'].irm, bytecode: '0x5f5ffd' });
    await net.advance(60);
    const { positions, errors } = await read();
    expect([positions.length, errors.map(({ reason }) => reason)]).toEqual([
      0,
      ['The market did not add the interest up to this block.'],
    ]);
  });

  it('an idle market, without oracle, collateral and ratio, is looked at and holds nothing', async () => {
    const { positions, memo } = await read();
    expect(positions.length).toBe(1);
    expect(memo).toMatchObject({ markets: { [marketId('idle')]: { lltv: '0' } } });
  });

  it('an id that no market has', async () => {
    const bogus: Hex = `0x${'5'.repeat(64)}`;
    const { positions, errors, memo } = await readMorpho(net.client, OWNER, { memo: told([bogus]) });
    expect([positions.length, errors]).toEqual([1, []]);
    expect(Object.keys(memo.markets as object)).not.toContain(bogus);
  });

  it('collateral that somebody puts in another’s name into a market that is not large has no code called', async () => {
    await morpho.supplyCollateral('WETH/USDC', OWNER, 1n);
    const { positions, memo } = await read();
    expect(positions.map(({ market }) => market.name)).toEqual(['Morpho wstETH/USDC 86%']);
    expect(memo.used).toEqual([marketId('wstETH/USDC')]);
  });

  it('more ids than anybody borrows in (threat: unbounded integers)', async () => {
    const many = Array.from({ length: 500 }, (_, index) => pad(`0x${(index + 1).toString(16)}`));
    const { rounds } = await readMorpho(net.client, OWNER, { memo: told(many) });
    expect(rounds[0]?.calls).toBeLessThan(250);
  });

  /** Position { uint256 supplyShares; uint128 borrowShares, collateral } in the nested mapping of slot 2. */
  function withoutCollateral(market: MorphoMarketName, shares: bigint) {
    const ofMarket = keccak256(
      encodeAbiParameters(parseAbiParameters('bytes32, uint256'), [marketId(market), 2n]),
    );
    const ofOwner = keccak256(encodeAbiParameters(parseAbiParameters('address, bytes32'), [OWNER, ofMarket]));
    return { slot: pad(`0x${(BigInt(ofOwner) + 1n).toString(16)}`), value: pad(`0x${shares.toString(16)}`) };
  }

  const borrowed = async (market: MorphoMarketName) => (await morpho.position(market, OWNER)).borrowShares;
});

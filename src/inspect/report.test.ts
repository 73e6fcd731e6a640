import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { chains } from '../chain/chains';
import type { Oracles } from '../model/oracle';
import type { Position } from '../model/position';
import { assess } from '../risk/assess';
import type { Inspection } from './read';
import { reportOf } from './report';
import { textOf } from './text';

const [chain] = chains;
const OWNER = '0x00000000000000000000000000000000000000aa';
const POOL = '0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2';
const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const usdc = { symbol: 'USDC', decimals: 6, amount: 10_000_000_000n, price: DOLLAR };

const WETH_FEED = '0x0000000000000000000000000000000057455448';
const oracles = {
  [WETH_FEED]: {
    description: 'Capped ETH / USD',
    updatedAt: 1751379561 - 31 * 3600,
    capped: true,
    fixed: false,
    discounted: false,
  },
} as const;

const of = (...positions: Position[]): Inspection => withOracles({}, ...positions);
const withOracles = (oracles: Oracles, ...positions: Position[]): Inspection => ({
  address: OWNER,
  blocks: [{ chain: chain!, block: { number: '123', timestamp: 1751379561 }, rpc: 'rpc.example' }],
  positions: positions.map((each) => ({ chain: chain!, position: each, risk: assess(each), oracles })),
  errors: [],
});

/** What parses again is all there is: nothing of it is lost on the way to JSON. */
const printed = (inspection: Inspection) => JSON.parse(JSON.stringify(reportOf(inspection)));

describe('the object', () => {
  it('holds the figures of a position', () => {
    const contract = { healthFactor: '1600000000000000000', liquidatable: false };
    const report = printed(of(position([ether], [usdc], { contract })));
    expect(report).toEqual({
      address: OWNER,
      blocks: { 1: { number: '123', timestamp: '1751379561' } },
      errors: [],
      positions: [
        {
          protocol: 'aaveV3',
          market: POOL,
          chainId: 1,
          liquidatable: false,
          contract: { liquidatable: false, healthFactor: '1600000000000000000' },
          agrees: true,
          healthFactor: '1.6',
          buffer: '0.375',
          borrowingPower: '15000',
          loss: '250',
          collateral: [
            {
              asset: '0x0000000000000000000000000000000057455448',
              feed: '0x0000000000000000000000000000000057455448',
              symbol: 'WETH',
              amount: '10000000000000000000',
              decimals: 18,
              price: '200000000000',
              priceDecimals: 8,
              oracle: null,
              threshold: '8000',
              thresholdScale: '10000',
            },
          ],
          debt: [
            {
              asset: '0x0000000000000000000000000000000055534443',
              feed: '0x0000000000000000000000000000000055534443',
              symbol: 'USDC',
              amount: '10000000000',
              decimals: 6,
              price: '100000000',
              priceDecimals: 8,
              oracle: null,
            },
          ],
          liquidationPrices: [
            {
              asset: '0x0000000000000000000000000000000057455448',
              feed: '0x0000000000000000000000000000000057455448',
              side: 'collateral',
              direction: 'below',
              safe: '125000000000',
              liquidated: '124999999999',
              reason: null,
            },
            {
              asset: '0x0000000000000000000000000000000055534443',
              feed: '0x0000000000000000000000000000000055534443',
              side: 'debt',
              direction: 'above',
              safe: '160000000',
              liquidated: '160000001',
              reason: null,
            },
          ],
        },
      ],
    });
  });

  it('says of each price what its feed says of itself', () => {
    const [report] = printed(withOracles(oracles, position([ether], [usdc]))).positions;
    const { discounted: _, ...said } = oracles[WETH_FEED];
    expect(report.collateral[0].oracle).toEqual({ feed: WETH_FEED, ...said });
    expect(report.debt[0].oracle).toBeNull();
  });

  it('has nulls where there is no debt', () => {
    const [report] = printed(of(position([ether], []))).positions;
    expect(report).toMatchObject({ liquidatable: false, healthFactor: null, buffer: null, loss: null });
    expect(report).toMatchObject({ borrowingPower: '15000', debt: [] });
    expect(report.liquidationPrices).toMatchObject([{ safe: null, reason: 'safe at every price' }]);
  });

  it('counts nothing for what is not used as collateral, and has no buffer where nothing counts', () => {
    const unused = { ...ether, enabled: false };
    const [report] = printed(of(position([unused], [usdc]))).positions;
    expect(report).toMatchObject({ liquidatable: true, healthFactor: '0', buffer: null, loss: null });
    expect(report.collateral).toMatchObject([{ threshold: '0', thresholdScale: '10000' }]);
  });

  it('says that a contract has no view of its own', () => {
    const silent = { ...position([ether], [usdc]), contract: null } as unknown as Position;
    const [report] = printed(of(silent)).positions;
    expect(report.contract).toEqual({ liquidatable: null, healthFactor: null });
    expect(textOf(of(silent))).toContain("the contract's: it has no view that says so");
  });

  it('names one market of many by its id', () => {
    const id = `0x${'12'.repeat(32)}` as const;
    const one = position([ether], [usdc]);
    const [report] = printed(of({ ...one, market: { ...one.market, id } })).positions;
    expect(report.market).toBe(id);
  });

  it('names what was not read: a market, or a whole chain', () => {
    const { market } = position([], []);
    const errors = [
      { chain: chain!, market, message: 'Its oracle gives no price.' },
      { chain: chain!, market: null, message: 'No usable answer from Ethereum.' },
    ];
    expect(printed({ ...of(), errors }).errors).toEqual([
      { chainId: 1, protocol: 'aaveV3', market: POOL, message: 'Its oracle gives no price.' },
      { chainId: 1, protocol: null, market: null, message: 'No usable answer from Ethereum.' },
    ]);
  });
});

describe('the text', () => {
  const contract = { healthFactor: '1600000000000000001', liquidatable: true };

  it('has each figure with its source, and the contract beside us', () => {
    const text = textOf(of(position([ether], [usdc], { contract, agrees: false })));
    for (const part of [
      'Ethereum (chain 1): block 123, 2025-07-01 14:19:21 UTC, from rpc.example',
      'Aave v3 Core · Ethereum',
      `Contract            ${POOL}`,
      "ours: cannot be liquidated; the contract's: can be liquidated",
      "ours: 1.600000000000000000; the contract's: 1.600000000000000001",
      'Agree               no',
      'Loss if liquidated  −$250.00',
      '10 WETH (0x0000000000000000000000000000000057455448, 10000000000000000000), at $2,000.00 from feed 0x0000000000000000000000000000000057455448, 80.0% of it counts',
      'ETH below $1,250.00000000: safe at 125000000000, liquidated at 124999999999 of feed 0x',
    ])
      expect(text).toContain(part);
  });

  it('has a line for each feed that has answered', () => {
    const text = textOf(withOracles(oracles, position([ether], [usdc])));
    expect(text.match(/Price from .*/g)).toEqual([
      `Price from          Capped ETH / USD, updated 1 d ago. Feed ${WETH_FEED}; capped price: without its cap it would be higher; old price: not updated for 31 h`,
    ]);
  });

  it('says when nothing was found, and what was not read', () => {
    const errors = [{ chain: chain!, market: null, message: 'No usable answer.' }];
    expect(textOf({ ...of(), errors })).toMatch(
      /No position was found\.\n\nNot read\n {2}Ethereum: No usable answer\.$/,
    );
  });

  it('lets no stranger steer the terminal', () => {
    const errors = [{ chain: chain!, market: null, message: 'red \u001b[31m\u202e\u0007' }];
    expect(textOf({ ...of(), errors })).toMatch(/: red \[31m$/);
  });
});

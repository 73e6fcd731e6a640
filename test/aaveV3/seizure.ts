import fc from 'fast-check';
import { type Address, type Hash, parseAbi, parseEventLogs } from 'viem';
import { expect } from 'vitest';
import { rules } from '../../src/protocols/aaveV3/rules';
import { largestOf } from '../../src/protocols/aaveV3/rules.closeFactor';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import type { TokenSymbol } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf, open, portfolios } from './portfolio';
import { currentPrices, symbolAt } from './prices';
import { readAt } from './readAt';

const events = parseAbi([
  'event LiquidationCall(address indexed collateralAsset, address indexed debtAsset, address indexed user, uint256 debtToCover, uint256 liquidatedCollateralAmount, address liquidator, bool receiveAToken)',
]);

export interface SeizureTally {
  positions: number;
  /** How the size was decided. */
  half: number;
  wholeDebt: number;
  wholeCollateral: number;
  dustAvoided: number;
  eMode: number;
}

/** Where a test wants the position: at this multiple of the contract's edge. */
const depths = [0.999, 0.98, 0.955, 0.94, 0.85, 0.6];

/**
 * Opens seeded random portfolios, pushes each below its edge by all its collaterals at once, and lets a liquidator take
 * as much as the pool allows: the amounts of the pool's own event against those of our rules, to the unit.
 */
export async function compareSeizures(
  version: '3.6' | '3.0',
  accounts: number,
  seed: number,
): Promise<SeizureTally> {
  const localnet = await startLocalnet({ version });
  const tally: SeizureTally = {
    positions: 0,
    half: 0,
    wholeDebt: 0,
    wholeCollateral: 0,
    dustAvoided: 0,
    eMode: 0,
  };
  try {
    const prices = await currentPrices(localnet);
    for (const [index, portfolio] of portfolios(accounts, seed).entries()) {
      await open(localnet, borrowerOf(index), portfolio, prices);
    }
    await localnet.advance(86_400 * 37);
    await localnet.freezeTime();
    const pushes = fc.sample(fc.constantFrom(...depths), { numRuns: accounts, seed });
    for (let index = 0; index < accounts; index++) {
      const before = await localnet.snapshot();
      const position = await push(localnet, borrowerOf(index), pushes[index] ?? 1);
      if (position && rules.liquidatable(position)) await compareOne(localnet, position, tally);
      await localnet.revert(before);
    }
    return tally;
  } finally {
    await localnet.stop();
  }
}

/** Moves the prices of what is held and not owed, so that the health factor comes near the wanted one. */
async function push(localnet: Localnet, account: Address, wanted: number): Promise<AaveV3Position | null> {
  const { position } = await readAt(localnet.client, account);
  const healthFactor = position && rules.healthFactor(position);
  if (!position || !healthFactor) return null;
  const factor = BigInt(Math.round((wanted / (Number(healthFactor) / 1e18)) * 1e9));
  const owed = new Set(position.debt.map(({ feed }) => feed));
  for (const { feed, address, price } of position.collateral) {
    if (!owed.has(feed))
      await localnet.setPrice(symbolAt(address), (BigInt(price) * factor) / 10n ** 9n + 1n);
  }
  return (await readAt(localnet.client, account)).position;
}

async function compareOne(localnet: Localnet, position: AaveV3Position, tally: SeizureTally): Promise<void> {
  const seizure = rules.seizure?.(position);
  const [repaid] = seizure?.repaid ?? [];
  const [seized] = seizure?.seized ?? [];
  if (!repaid || !seized) throw new Error('a liquidatable position without a liquidation');
  expect(seizure?.blocked).toBeNull();
  const pair = { collateral: symbolAt(seized.asset), debt: symbolAt(repaid.asset) };
  const held = position.collateral.find(({ address }) => address === seized.asset)!;
  const owed = position.debt.find(({ address }) => address === repaid.asset)!;
  const attempt = { market: 'Core', borrower: position.owner, ...pair } as const;

  let taken = await localnet.liquidate(attempt);
  if (!taken.ok) {
    expect(taken.error).toBe('MustNotLeaveDust');
    tally.dustAvoided++;
    expect(await localnet.liquidate({ ...attempt, amount: repaid.amount + 1n })).toEqual(taken);
    taken = await localnet.liquidate({ ...attempt, amount: repaid.amount });
  }
  if (!taken.ok) throw new Error(taken.error);
  const event = await liquidationIn(localnet, taken.txHash);
  const { fee } = largestOf(position, held, owed);
  expect(event).toEqual({ repaid: repaid.amount, received: seized.amount - fee });
  const missing =
    (await lost(localnet, position.owner, pair.collateral, BigInt(held.amount))) - seized.amount;
  // The pool burns whole scaled units, up for the liquidator and up for the fee.
  expect(missing >= -2n && missing <= 2n, `${missing} units`).toBe(true);
  tally.positions++;
  if (position.eMode) tally.eMode++;
  if (repaid.amount === BigInt(owed.amount)) tally.wholeDebt++;
  else if (seized.amount === BigInt(held.amount)) tally.wholeCollateral++;
  else tally.half++;
}

async function liquidationIn(localnet: Localnet, hash: Hash) {
  const { logs } = await localnet.client.getTransactionReceipt({ hash });
  const [found] = parseEventLogs({ abi: events, logs });
  return { repaid: found?.args.debtToCover, received: found?.args.liquidatedCollateralAmount };
}

async function lost(localnet: Localnet, account: Address, symbol: TokenSymbol, before: bigint) {
  return before - (await localnet.reservePosition('Core', account, symbol)).supplied;
}

import { type Address, encodeFunctionData } from 'viem';
import { expect, it } from 'vitest';
import type { Action } from '../../src/model/action';
import { rules } from '../../src/protocols/morphoBlue/rules';
import type { MorphoBluePosition } from '../../src/protocols/morphoBlue/rules.position';
import { morphoAbi } from '../localnet/deploy/morpho';
import {
  MORPHO,
  MORPHO_MARKET_NAMES,
  MORPHO_MARKETS,
  type MorphoMarketName,
  marketId,
  marketParams,
} from '../localnet/deploy/morphoMarkets';
import { EARLIEST_START } from '../localnet/genesis';
import { createMorpho, type LocalMorpho } from '../localnet/morpho';
import { TOKENS } from '../localnet/production';
import { transact } from '../localnet/revert';
import { type Localnet, startLocalnet } from '../localnet/start';
import { allowAll } from '../localnet/tokens';
import { newTally, proveActions } from '../support/actions';
import { books, borrowerOf, open } from './books';
import { readMorpho, told } from './readMorpho';

const SEED = 20261126;
const ACCOUNTS = 14;

/** A part of a debt is repaid by its amount, all of it by its shares, as Morpho asks for. */
async function repay(
  net: Localnet,
  market: MorphoMarketName,
  account: Address,
  amount: bigint,
  { debt: [owed], borrowed }: MorphoBluePosition,
): Promise<void> {
  const { loan } = MORPHO_MARKETS[market];
  await net.mint(loan, account, amount);
  await allowAll(net.client, TOKENS[loan].address, account, MORPHO);
  const isWhole = amount >= BigInt(owed!.amount);
  const [assets, shares] = isWhole ? [0n, BigInt(borrowed.shares)] : [amount, 0n];
  const args = [marketParams(market), assets, shares, account, '0x'] as const;
  const data = encodeFunctionData({ abi: morphoAbi, functionName: 'repay', args });
  await transact(net.client, { from: account, to: MORPHO, data });
}

async function send(
  net: Localnet,
  morpho: LocalMorpho,
  market: MorphoMarketName,
  account: Address,
  { kind, amount }: Action,
  position: MorphoBluePosition,
): Promise<void> {
  if (kind === 'supply') return morpho.supplyCollateral(market, account, amount);
  if (kind === 'withdraw') return morpho.withdrawCollateral(market, account, amount);
  if (kind === 'borrow') return morpho.borrow(market, account, amount);
  return repay(net, market, account, amount, position);
}

/** A share is a millionth of a unit, so shares are compared too. */
const actOn =
  (net: Localnet, morpho: LocalMorpho, market: MorphoMarketName, account: Address) =>
  async (action: Action, position: MorphoBluePosition) => {
    await send(net, morpho, market, account, action, position);
    const { borrowShares } = await morpho.position(market, account);
    expect(rules.after(position, action).borrowed.shares).toBe(`${borrowShares}`);
  };

it(`an owner of Morpho who does exactly what we say ends where we say, to the unit (seed ${SEED})`, async () => {
  const net = await startLocalnet({ timestamp: EARLIEST_START });
  const tally = newTally();
  try {
    await net.freezeTime(); // from the start: then the seed alone decides, and no clock
    const morpho = createMorpho(net.client);
    const opened = books(ACCOUNTS, SEED);
    for (const [index, loans] of opened.entries()) await open(morpho, borrowerOf(index), loans);
    await net.advance(86_400 * 37 + 11);
    const memo = told(MORPHO_MARKET_NAMES.map(marketId));
    for (const [index, loans] of opened.entries()) {
      const account = borrowerOf(index);
      for (const { market } of loans) {
        const read = async () => {
          const { positions } = await readMorpho(net.client, account, { memo });
          return positions.find(({ market: { id } }) => id === marketId(market)) ?? null;
        };
        const stage = { read, act: actOn(net, morpho, market, account) };
        await proveActions(stage, () => 0n, tally);
      }
    }
  } finally {
    await net.stop();
  }
  const { supply, withdraw, borrow, repay } = tally;
  expect(Math.min(supply, withdraw, borrow, repay)).toBeGreaterThan(10);
  expect(tally.whole).toBeGreaterThan(3);
}, 240_000);

import {
  type Abi,
  type ContractFunctionReturnType,
  encodeFunctionData,
  encodeFunctionResult,
  type Hex,
} from 'viem';
import { describe, expect, it } from 'vitest';
import { aaveV4 } from '../../src/protocols/aaveV4';
import { oracleAbi, spokeAbi } from '../../src/protocols/aaveV4/abi';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { recordedPosition } from '../replay/aaveV4';
import { type Answer, readAt, readOnce } from './readAt';

const two = recordedPosition('g-v4-02');
const user = two.account;

/** Other answers to one view, whatever its address. */
const answering = (data: Hex, reply: Hex | null): Answer => {
  const result = reply === null ? { ok: false, data: '0x' as const } : { ok: true, data: reply };
  return (call) => (call.data.toLowerCase() === data.toLowerCase() ? result : null);
};

const getReserve = (id: bigint) =>
  encodeFunctionData({ abi: spokeAbi, functionName: 'getReserve', args: [id] });
const accountData = encodeFunctionData({ abi: spokeAbi, functionName: 'getUserAccountData', args: [user] });
const reserveCount = encodeFunctionData({ abi: spokeAbi, functionName: 'getReserveCount' });

/** Reserve 5 of the bluechip spoke. */
const wbtc = {
  underlying: '0xcf7ed3acca5a467e9e704c703e8d87f634fb0fc9',
  assetId: 1,
  decimals: 8,
  dynamicConfigKey: 0,
} as const;

function reserveWith(
  change: Partial<ContractFunctionReturnType<typeof spokeAbi, 'view', 'getReserve'>>,
): Hex {
  const result = {
    underlying: '0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0',
    hub: '0xcca852bc40e560adc3b1cc58ca5b55638ce826c9',
    assetId: 0,
    decimals: 18,
    collateralRisk: 0,
    flags: 0x0c,
    dynamicConfigKey: 1,
    ...change,
  } as const;
  return encodeFunctionResult({ abi: spokeAbi as Abi, functionName: 'getReserve', result });
}

describe('a market that cannot be read says why', () => {
  it.each([
    [
      'its oracle reverts, and the account with it (fault 36)',
      accountData,
      null,
      'did not answer getUserAccountData',
    ],
    ['nothing is deployed there (fault 22)', accountData, '0x' as const, 'No contract is deployed'],
    [
      'it claims 100,000 reserves (threat: unbounded integers)',
      reserveCount,
      encodeFunctionResult({ abi: spokeAbi, functionName: 'getReserveCount', result: 100_000n }),
      'claims 100000 reserves',
    ],
    [
      'a token of 27 decimals (fault 33)',
      getReserve(0n),
      reserveWith({ decimals: 27 }),
      'claims 27 decimals',
    ],
    [
      'a price of 0 (fault 31)',
      encodeFunctionData({ abi: oracleAbi, functionName: 'getReservePrice', args: [4n] }),
      encodeFunctionResult({ abi: oracleAbi, functionName: 'getReservePrice', result: 0n }),
      'gives no price',
    ],
    ['a reserve with an answer missing', getReserve(4n), null, 'did not answer getReserve'],
    [
      'an answer of extra words (fault 25)',
      getReserve(4n),
      `${reserveWith({})}${'00'.repeat(32)}`,
      'unknown form',
    ],
  ] as const)('%s', async (_name, data, reply, message) => {
    await expect(readAt(two, { answer: answering(data, reply) })).rejects.toThrow(message);
  });

  it('another protocol’s market', () => {
    const market = { protocol: 'aaveV4', chainId: 1, address: user, name: 'Elsewhere' } as const;
    expect(() => aaveV4.read(market, user, null)).toThrow('Elsewhere is not a market of Aave v4.');
  });
});

describe('what stands in the way is labelled', () => {
  const conditionsOf = async (id: string, reserveId: number) => {
    const { collateral, debt } = await readOnce(recordedPosition(id));
    return [...collateral, ...debt].find((each) => each.reserveId === reserveId)?.conditions;
  };

  it('frozen: LINK of the main spoke at the last block (fault 38)', async () => {
    expect(await conditionsOf('g-v4-08', 4)).toEqual(['frozen']);
  });
  it('paused: USDT of the main spoke at the last block (fault 38)', async () => {
    expect(await conditionsOf('g-v4-32', 3)).toEqual(['paused']);
  });
  it('halted, yet liquidators may still take shares: WBTC of the bluechip spoke at the last block', async () => {
    expect(await conditionsOf('g-v4-40', 5)).toEqual(['frozen']);
  });
  it('nothing before', async () => {
    expect(await conditionsOf('g-v4-02', 4)).toEqual([]);
    expect(await conditionsOf('g-v4-34', 5)).toEqual([]);
  });
  it.each([
    ['nobody may take shares', 0x04, ['paused']],
    ['it is frozen', 0x0e, ['frozen', 'paused']],
  ])('halted, and %s: as good as paused', async (_name, flags, conditions) => {
    const { position } = await readAt(recordedPosition('g-v4-41'), {
      answer: answering(getReserve(5n), reserveWith({ ...wbtc, flags })),
    });
    expect(position?.collateral.find(({ reserveId }) => reserveId === 5)).toMatchObject({
      conditions,
      hub: 'halted',
      receivableAsShares: false,
    });
  });
});

describe('one token as several reserves', () => {
  it('on one feed they are one price', async () => {
    const position = await readOnce(recordedPosition('g-v4-24'));
    const found = liquidationPrices(position).filter(({ asset }) => asset.symbol === 'USDC');
    expect(found).toHaveLength(1);
  });
  it('on feeds of their own they are two', async () => {
    const position = await readOnce(recordedPosition('g-v4-12'));
    const found = liquidationPrices(position).filter(({ asset }) => asset.symbol === 'WETH');
    expect(found.map(({ direction }) => direction).sort()).toEqual(['above', 'below']);
  });
});

describe('the factors of a collateral', () => {
  it('counts the key the owner entered with, and lends by the latest', async () => {
    const { collateral } = await readOnce(recordedPosition('g-v4-01'));
    expect(collateral[0]).toMatchObject({ threshold: '8300', loanToValue: '8000', liquidationFee: '1000' });
  });
  it('still counts what the latest key counts for nothing', async () => {
    const { collateral } = await readOnce(recordedPosition('g-v4-33'));
    expect(collateral.map(({ threshold, loanToValue }) => [threshold, loanToValue])).toContainEqual([
      '0',
      '0',
    ]);
  });
});

describe('a replica that differs from the contract', () => {
  it('is said not to agree', async () => {
    const recordedAnswer = two.calls.find(({ fn }) => fn === 'getUserAccountData')!.result!;
    const other = recordedAnswer.replace(BigInt(two.truth.accountData.healthFactor).toString(16), (hex) =>
      (BigInt(`0x${hex}`) + 1n).toString(16),
    ) as Hex;
    expect(other).not.toBe(recordedAnswer);
    const { position } = await readAt(two, { answer: answering(accountData, other) });
    expect(position?.agrees).toBe(false);
  });
});

import { type Hex, numberToHex } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Memo } from '../../src/model/reader';
import { type Localnet, startLocalnet } from '../localnet/start';
import { cases, openCase } from './cases';
import { borrowerOf } from './portfolio';
import { readAt } from './readAt';

const BORROWER = borrowerOf(0);
const [single, mixed, loop] = cases;

/** Of the answer's JSON; more than this is a question too many. */
const WARM_BYTES = 800;

let localnet: Localnet;
let fresh: `0x${string}`;
beforeAll(async () => {
  localnet = await startLocalnet();
});
beforeEach(async () => {
  fresh = await localnet.snapshot();
});
afterEach(() => localnet.revert(fresh));
afterAll(() => localnet.stop());

const read = (memo: Memo | null = null) => readAt(localnet.client, BORROWER, { memo });

it('takes two rounds cold and one warm', async () => {
  await openCase(localnet, BORROWER, mixed!);
  const cold = await read();
  const warm = await read(cold.memo);
  expect([cold.rounds, warm.rounds]).toEqual([2, 1]);
  expect(warm.position).toEqual(cold.position);
});

it('carries a warm borrower of one collateral and one debt in few bytes', async () => {
  await openCase(localnet, BORROWER, single!);
  const { memo } = await read();
  expect((await read(memo)).bytes).toBeLessThan(WARM_BYTES);
});

it('asks an oracle for its unit once, and another one anew (fault 33)', async () => {
  await openCase(localnet, BORROWER, mixed!);
  const { memo } = await read();
  const { oracle } = localnet.markets.Core;
  expect(memo.unitOf).toBe(oracle);
  const asked = await read({ ...memo, unitOf: null });
  // How long the answer is, how long its one word, and 10⁸: seven bytes, in hexadecimal.
  expect(asked.bytes - (await read(memo)).bytes).toBe(2 * (2 + 1 + 4));
  expect(asked.memo).toEqual(memo);
});

it('shows nothing where an oracle counts in another unit (fault 33)', async () => {
  await openCase(localnet, BORROWER, mixed!);
  const { memo } = await read();
  const code = await localnet.client.getCode({ address: localnet.markets.Core.oracle });
  const unit = (decimals: number) => numberToHex(10n ** BigInt(decimals), { size: 32 }).slice(2);
  expect(code).toContain(unit(8)); // immutable: it stands in the code
  const bytecode = code!.replaceAll(unit(8), unit(18)) as Hex;
  await localnet.client.setCode({ address: localnet.markets.Core.oracle, bytecode });
  await expect(read({ ...memo, unitOf: null })).rejects.toThrow('unknown unit');
  await expect(read()).rejects.toThrow('unknown unit');
});

it('asks an empty market for two words once it is known', async () => {
  const { memo } = await read();
  const still = await read(memo);
  expect([still.position, still.rounds]).toEqual([null, 1]);
  expect(still.bytes).toBeLessThan(150);
});

it.each([mixed!, loop!])('reads what is opened in an empty market in two rounds: $name', async (opened) => {
  const { memo } = await read((await read()).memo);
  await openCase(localnet, BORROWER, opened);
  const { position, rounds, memo: next } = await read(memo);
  expect([position?.agrees, position?.eMode?.id ?? 0, rounds]).toEqual([true, opened.eMode ? 1 : 0, 2]);
  expect((await read(next)).rounds).toBe(1);
});

it('carries what a liquidation takes: the bonus, the efficiency mode’s inside it, and the protocol’s part', async () => {
  await openCase(localnet, BORROWER, mixed!);
  const outside = await read();
  expect(outside.position?.collateral[0]).toMatchObject({
    liquidationBonus: '10500',
    liquidationFee: '1000',
  });
  await localnet.revert(fresh);
  fresh = await localnet.snapshot();
  await openCase(localnet, BORROWER, loop!);
  const inside = await read();
  expect(inside.position?.collateral[0]).toMatchObject({ liquidationBonus: '10100', liquidationFee: '1000' });
  expect(inside.position?.version).toBe('3.5');
});

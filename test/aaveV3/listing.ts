import {
  type Address,
  encodeFunctionData,
  getAddress,
  numberToHex,
  pad,
  parseUnits,
  zeroAddress,
} from 'viem';
import { poolAbi, tokenAbi } from '../localnet/abi';
import { artifactsV30 } from '../localnet/artifactsV30';
import { artifactsV36 } from '../localnet/artifactsV36';
import { ADMIN, createDeployer, type Deployer } from '../localnet/deploy/deployer';
import { reserveInput } from '../localnet/deploy/marketV36';
import { type Configure, configurator } from '../localnet/deploy/registry';
import { MARKETS } from '../localnet/production';
import { transact } from '../localnet/revert';
import type { Localnet } from '../localnet/start';
import { allowAll } from '../localnet/tokens';

const DECIMALS = 6;
const { pool, oracle } = MARKETS.Core;

/** Where the further reserves stand: the first is number 0. */
export const furtherToken = (number: number): Address =>
  getAddress(pad(numberToHex(0xf0000 + number), { size: 20 }));
const feedOf = (number: number): Address => getAddress(pad(numberToHex(0xfe0000 + number), { size: 20 }));

/** Lists further reserves of a dollar or a little more in Aave 3.6's Core market, as its governance does. */
export async function listFurther({ client }: Localnet, count: number): Promise<void> {
  const ground = createDeployer(client, artifactsV30);
  const v36 = createDeployer(client, artifactsV36);
  const configure = await configurator(v36, 'Core', 'PoolConfiguratorInstance');
  const numbers = Array.from({ length: count }, (_, number) => number);
  for (const number of numbers) {
    await ground.install(furtherToken(number), 'MintableERC20', [`T${number}`, `T${number}`, DECIMALS]);
    await ground.install(feedOf(number), 'MockAggregator', [100_000_000n + BigInt(number)]);
  }
  await v36.call(oracle, 'AaveOracle', 'setAssetSources', [numbers.map(furtherToken), numbers.map(feedOf)]);
  await initReserves(v36, configure, numbers);
  for (const number of numbers) {
    await configure('configureReserveAsCollateral', [furtherToken(number), 7500, 8000, 10500]);
    await configure('setReserveBorrowing', [furtherToken(number), true]);
  }
}

async function initReserves(deployer: Deployer, configure: Configure, numbers: number[]): Promise<void> {
  const aToken = await deployer.create('ATokenInstance', [pool, zeroAddress, ADMIN]);
  const debtToken = await deployer.create('VariableDebtTokenInstance', [pool, zeroAddress]);
  const inputs = numbers.map((number) => ({
    ...reserveInput('USDC', aToken, debtToken),
    underlyingAsset: furtherToken(number),
  }));
  // As many as fit into a block's gas.
  for (let from = 0; from < inputs.length; from += 10)
    await configure('initReserves', [inputs.slice(from, from + 10)]);
}

/** Whole tokens of a further reserve. */
export async function supplyFurther({ client }: Localnet, owner: Address, number: number, whole: number) {
  const to = furtherToken(number);
  const amount = parseUnits(String(whole), DECIMALS);
  const mint = encodeFunctionData({ abi: tokenAbi, functionName: 'mint', args: [owner, amount] });
  const deposit = { abi: poolAbi, functionName: 'supply', args: [to, amount, owner, 0] } as const;
  await transact(client, { from: owner, to, data: mint });
  await allowAll(client, to, owner, pool);
  await transact(client, { from: owner, to: pool, data: encodeFunctionData(deposit) });
}

export async function borrowFurther({ client }: Localnet, owner: Address, number: number, whole: number) {
  const amount = parseUnits(String(whole), DECIMALS);
  const args = [furtherToken(number), amount, 2n, 0, owner] as const;
  await transact(client, {
    from: owner,
    to: pool,
    data: encodeFunctionData({ abi: poolAbi, functionName: 'borrow', args }),
  });
}

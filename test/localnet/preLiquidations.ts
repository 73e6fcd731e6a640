import {
  type Address,
  decodeErrorResult,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  parseAbi,
  parseEventLogs,
  parseUnits,
} from 'viem';
import { preLiquidationAbi } from '../../src/protocols/morphoBlue/abi';
import { artifactsStandIn } from './artifactsPreLiquidation';
import type { LocalClient } from './client';
import { createDeployer } from './deploy/deployer';
import { LIQUIDATOR } from './deploy/liquidator';
import {
  MORPHO,
  MORPHO_MARKETS,
  type MorphoMarketName,
  marketId,
  marketParams,
} from './deploy/morphoMarkets';
import { ContractRevert, ethCall, transact } from './revert';
import { allowAll } from './tokens';

/** Ethereum mainnet's own, for which a stand-in is installed. */
const FACTORY: Address = '0x6FF33615e792E35ed1026ea7cACCf42D9BF83476';

const morphoAbi = parseAbi(['function setAuthorization(address authorized, bool newIsAuthorized)']);
const errorAbi = parseAbi([
  'error NotPreLiquidatablePosition()',
  'error LiquidatablePosition()',
  'error PreLiquidationTooLarge(uint256 repaidShares, uint256 repayableShares)',
]);
const eventAbi = parseAbi([
  'event PreLiquidate(uint256 repaidAssets, uint256 repaidShares, uint256 seizedAssets)',
]);

const wad = (text: string) => parseUnits(text, 18);

export interface Terms {
  readonly preLltv: string;
  readonly preLCF: readonly [string, string];
  readonly preLIF: readonly [string, string];
  /** The market's own where none is given. */
  readonly oracle?: Address;
}

type PreLiquidated = { ok: true; repaid: bigint; seized: bigint } | { ok: false; error: string };

/** The stand-ins for Morpho's pre-liquidation contracts on a local chain, beside the real Morpho. */
export async function installPreLiquidations(client: LocalClient) {
  const deployer = createDeployer(client, artifactsStandIn);
  await deployer.install(FACTORY, 'PreLiquidationFactory', [MORPHO]);

  const setAllowed = (owner: Address, contract: Address, allowed: boolean) => {
    const call = { abi: morphoAbi, functionName: 'setAuthorization', args: [contract, allowed] } as const;
    return transact(client, { from: owner, to: MORPHO, data: encodeFunctionData(call) });
  };

  return {
    /** Where the next one will be. */
    nextAddress: async (): Promise<Address> => {
      const nonce = BigInt(await client.getTransactionCount({ address: FACTORY }));
      return getContractAddress({ from: FACTORY, nonce });
    },
    /** Makes one, which the liquidator may be paid through. */
    async create(market: MorphoMarketName, { preLltv, preLCF, preLIF, oracle }: Terms): Promise<Address> {
      const nonce = BigInt(await client.getTransactionCount({ address: FACTORY }));
      const address = getContractAddress({ from: FACTORY, nonce });
      const factors = [preLltv, ...preLCF, ...preLIF].map(wad);
      const [lltv, cf1, cf2, if1, if2] = factors;
      const terms = {
        ...{ preLltv: lltv, preLCF1: cf1, preLCF2: cf2, preLIF1: if1, preLIF2: if2 },
        preLiquidationOracle: oracle ?? MORPHO_MARKETS[market].oracle,
      };
      const args = [marketId(market), terms];
      await deployer.call(FACTORY, 'PreLiquidationFactory', 'createPreLiquidation', args);
      await allowAll(client, marketParams(market).loanToken, LIQUIDATOR, address);
      return address;
    },
    allow: (owner: Address, contract: Address) => setAllowed(owner, contract, true),
    disallow: (owner: Address, contract: Address) => setAllowed(owner, contract, false),
    /** By eth_call, of somebody who could pay. */
    wouldPreLiquidate: (contract: Address, borrower: Address, repaidShares: bigint): Promise<boolean> =>
      ethCall(client, { from: LIQUIDATOR, to: contract, data: dataOf(borrower, repaidShares) }).then(
        () => true,
        () => false,
      ),
    /** By a real transaction. */
    async preLiquidate(contract: Address, borrower: Address, repaidShares: bigint): Promise<PreLiquidated> {
      const data = dataOf(borrower, repaidShares);
      try {
        const { logs } = await transact(client, { from: LIQUIDATOR, to: contract, data });
        const [done] = parseEventLogs({ abi: eventAbi, logs });
        if (!done) throw new Error('It acted without saying so');
        return { ok: true, repaid: done.args.repaidAssets, seized: done.args.seizedAssets };
      } catch (error) {
        if (error instanceof ContractRevert) return { ok: false, error: nameOf(error.reason) };
        throw error;
      }
    },
  };
}

const dataOf = (borrower: Address, repaidShares: bigint): Hex => {
  const args = [borrower, 0n, repaidShares, '0x'] as const;
  return encodeFunctionData({ abi: preLiquidationAbi, functionName: 'preLiquidate', args });
};

/** A custom error that the helper does not know comes as its data. */
const nameOf = (reason: string): string =>
  reason.startsWith('0x') ? decodeErrorResult({ abi: errorAbi, data: reason as Hex }).errorName : reason;

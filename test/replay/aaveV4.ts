import { readFileSync } from 'node:fs';
import { type Address, encodeFunctionData, type Hex, pad, parseAbi } from 'viem';
import type { Call, Result } from '../../src/model/reader';
import { NOTHING, type Recording } from './recording';

/** Recorded answers of the real Aave v4 contracts: test/vectors/aave-v4.json. Integers are decimal strings. */
interface Recorded {
  readonly meta: {
    readonly chainId: number;
    readonly hubs: readonly {
      readonly hub: Address;
      readonly assets: readonly { readonly assetId: number }[];
    }[];
    readonly spokes: readonly {
      readonly spoke: Address;
      readonly reserves: readonly { readonly hub: Address; readonly assetId: number }[];
    }[];
  };
  readonly blocks: Readonly<
    Record<string, { readonly timestamp: number; readonly hash: Hex; readonly calls: Replies }>
  >;
  readonly static: Replies;
  readonly positions: readonly RecordedPosition[];
}

type Replies = Readonly<Record<string, { readonly result: Hex | null; readonly revert?: Hex }>>;

export interface RecordedPosition {
  readonly id: string;
  readonly category: string;
  readonly account: Address;
  readonly spokeName: 'S1' | 'S2';
  readonly spoke: Address;
  readonly block: { readonly number: number; readonly timestamp: number };
  /** Reserves of which the owner has nothing: five views of them were called and left out. */
  readonly zeroReserves: readonly number[];
  readonly calls: readonly {
    readonly to: Address;
    readonly data: Hex;
    readonly fn: string;
    readonly args: readonly string[];
    readonly result: Hex | null;
    readonly revert?: Hex;
  }[];
  readonly truth: Truth;
}

interface Truth {
  readonly accountData: Readonly<Record<'healthFactor' | 'activeCollateralCount' | 'borrowCount', string>>;
  readonly liquidatableNow: boolean;
  readonly why?: string;
  readonly pair?: { readonly collateralReserveId: number; readonly debtReserveId: number };
  readonly flips?: readonly Flip[];
  readonly now?: readonly Attempt[];
  readonly atHealthFactor?: readonly {
    readonly feed: Address | null;
    readonly price: string;
    readonly healthFactor: string;
    readonly outcomes?: readonly Attempt[];
  }[];
}

export interface Flip {
  readonly feed: Address;
  readonly collateralReserves: readonly number[];
  readonly debtReserves: readonly number[];
  readonly price: string;
  readonly direction: 'down' | 'up' | null;
  readonly safe: string | null;
  readonly liq: string | null;
  readonly why?: string;
  readonly healthFactorAtSafe?: string;
  readonly healthFactorAtLiq?: string;
  readonly atFlip?: Attempt;
}

/** A real liquidationCall. */
export interface Attempt {
  readonly collateralReserveId: number;
  readonly debtReserveId: number;
  readonly debtToCover: string;
  readonly receiveShares: boolean;
  readonly healthFactorBefore: string;
  readonly liquidationBonus: string;
  readonly ok: boolean;
  readonly revert?: string;
  readonly debtAmountRestored: string;
  readonly collateralAmountRemoved: string;
}

export const recorded: Recorded = JSON.parse(
  readFileSync(new URL('../vectors/aave-v4.json', import.meta.url), 'utf8'),
);

export function recordedPosition(id: string): RecordedPosition {
  const found = recorded.positions.find((position) => position.id === id);
  if (!found) throw new Error(`no position ${id} was recorded`);
  return found;
}

const keyOf = ({ to, data }: Call): string => `${to}:${data}`.toLowerCase();

const zeroAbi = parseAbi([
  'function getUserSuppliedAssets(uint256 reserveId, address user)',
  'function getUserSuppliedShares(uint256 reserveId, address user)',
  'function getUserDebt(uint256 reserveId, address user)',
  'function getUserTotalDebt(uint256 reserveId, address user)',
  'function getUserPremiumDebtRay(uint256 reserveId, address user)',
]);

/** The five views, for the reserves in which a position has nothing; getUserDebt answers two words. */
const zeroReplies = ({ spoke, account, zeroReserves }: RecordedPosition): [string, Result][] =>
  zeroReserves.flatMap((id) =>
    zeroAbi.map(({ name }): [string, Result] => {
      const data = encodeFunctionData({ abi: zeroAbi, functionName: name, args: [BigInt(id), account] });
      const size = name === 'getUserDebt' ? 64 : 32;
      return [keyOf({ to: spoke, data }), { ok: true, data: pad('0x', { size }) }];
    }),
  );

/** The chain as the owner of one recorded position found it, at its block. */
export function aaveV4Recording(of: RecordedPosition): Recording {
  const block = recorded.blocks[of.block.number];
  if (!block) throw new Error(`block ${of.block.number} was not recorded`);
  const own = new Map<string, Result>(zeroReplies(of));
  for (const call of of.calls) own.set(keyOf(call), resultOf(call));
  const answer = (call: Call): Result => {
    const key = keyOf(call);
    const shared = block.calls[key] ?? recorded.static[key];
    return own.get(key) ?? (shared ? resultOf(shared) : NOTHING);
  };
  return { chainId: recorded.meta.chainId, block: { ...of.block, hash: block.hash }, begin: () => answer };
}

const resultOf = ({ result, revert }: { result: Hex | null; revert?: Hex }): Result =>
  result === null ? { ok: false, data: revert ?? '0x' } : { ok: true, data: result };

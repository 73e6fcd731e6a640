import { readFileSync } from 'node:fs';
import { getAbiItem, parseAbi, toFunctionSelector } from 'viem';
import type { Address } from '../../src/model/asset';
import type { Call, Hex, Result } from '../../src/model/reader';
import { NOTHING, type Recording } from './recording';

/** Compound v3 as recorded (test/vectors/comet.json): the contracts' replies, and what real absorbs did. */
interface CometVectors {
  readonly meta: { readonly chainId: number };
  readonly static: Recorded;
  readonly blocks: Readonly<Record<string, { readonly hash: Hex; readonly calls: Recorded }>>;
  /** By block, then by market: the reads that accrueAccount changes. */
  readonly accruedBlocks: Readonly<Record<string, Readonly<Record<string, { readonly calls: Recorded }>>>>;
  readonly positions: readonly CometVector[];
  readonly drift: readonly CometDrift[];
}

/** When interest alone let a real absorb through, nobody having touched the market since the block. */
interface CometDrift {
  readonly id: string;
  readonly fromBlock: { readonly timestamp: number };
  readonly lastSafeTimestamp: number;
}

type Recorded = Readonly<Record<string, { readonly fn: string; readonly result: Hex }>>;

interface RecordedCall extends Call {
  readonly fn: string;
  /** Null where the call reverted. */
  readonly result: Hex | null;
  readonly revert?: Hex;
}

/** Prices on both sides of a flip; null where no price changes the answer. */
export interface Flip {
  readonly safe: string | null;
  readonly liq: string | null;
  readonly why?: 'safe at every price' | 'liquidatable at every price' | 'revert Paused()';
}

/** What a real absorb did; amounts in token units. */
export interface Absorbed {
  readonly ok: true;
  readonly seized: readonly { readonly asset: Address; readonly amount: string; readonly value: string }[];
  readonly debtBefore: string;
  readonly baseBalanceAfter: string;
}

export interface CometVector {
  readonly id: string;
  readonly category: string;
  readonly account: Address;
  readonly comet: Address;
  readonly market: 'A' | 'B' | 'C';
  readonly block: { readonly number: number; readonly timestamp: number };
  readonly calls: readonly RecordedCall[];
  readonly accruedCalls: readonly RecordedCall[];
  readonly truth: {
    readonly isLiquidatable: boolean;
    readonly absorbPaused: boolean;
    readonly absorbNow: Absorbed | { readonly ok: false; readonly revert: string };
    readonly flips: readonly {
      readonly role: 'collateral' | 'base';
      readonly asset: Address;
      readonly feed: Address;
      readonly price: string;
      readonly view: Flip;
      readonly absorb: Flip;
      readonly atFlip?: Absorbed;
    }[];
  };
}

const file = new URL('../vectors/comet.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as CometVectors;

export const cometVectors = vectors.positions;
export const cometDrifts = vectors.drift;

export function cometVector(id: string): CometVector {
  const found = cometVectors.find((vector) => vector.id === id);
  if (!found) throw new Error(`${id} was not recorded`);
  return found;
}

const abi = parseAbi(['function accrueAccount(address account)']);
const ACCRUE = toFunctionSelector(getAbiItem({ abi, name: 'accrueAccount' }));

const keyOf = ({ to, data }: Call): string => `${to}:${data}`.toLowerCase();

/**
 * The chain as one recorded account found it. An accrueAccount that comes before in the same eth_call turns the replies
 * into those after accrual; `accrues: false` leaves them as they are stored.
 */
export function cometRecording(of: CometVector, { accrues = true } = {}): Recording {
  const { number } = of.block;
  const block = vectors.blocks[number];
  if (!block) throw new Error(`block ${number} was not recorded`);
  const byKey = (calls: readonly RecordedCall[]) =>
    new Map(calls.map((call): [string, Result] => [keyOf(call), resultOf(call)]));
  const stored = byKey(of.calls);
  const accrued = byKey(of.accruedCalls);
  const marketAfter = vectors.accruedBlocks[number]?.[of.comet]?.calls ?? {};
  const lookUp = (key: string, isAccrued: boolean): Result => {
    const personal = (isAccrued ? accrued.get(key) : undefined) ?? stored.get(key);
    if (personal) return personal;
    const market = (isAccrued ? marketAfter[key] : undefined) ?? block.calls[key] ?? vectors.static[key];
    return market ? { ok: true, data: market.result } : NOTHING;
  };
  return {
    chainId: vectors.meta.chainId,
    block: { ...of.block, hash: block.hash },
    begin() {
      let isAccrued = false;
      return (call) => {
        const isHere = call.to.toLowerCase() === of.comet;
        if (!isHere || !call.data.startsWith(ACCRUE)) return lookUp(keyOf(call), isAccrued);
        isAccrued = accrues;
        return NOTHING;
      };
    },
  };
}

const resultOf = ({ result, revert }: RecordedCall): Result =>
  result === null ? { ok: false, data: revert ?? '0x' } : { ok: true, data: result };

/** One of the account's own reads, from before or after accrual. */
export function recordedCall(of: CometVector, fn: string, when: 'stored' | 'accrued'): Hex {
  const found = (when === 'stored' ? of.calls : of.accruedCalls).find((call) => call.fn === fn);
  if (!found?.result) throw new Error(`${fn} of ${of.id} was not recorded`);
  return found.result;
}

/** One of the market's reads at the block, by name; the first where there are several. */
export function recordedOfMarket(of: CometVector, fn: string): Hex {
  const calls = { ...vectors.static, ...vectors.blocks[of.block.number]?.calls };
  const found = Object.entries(calls).find(([key, call]) => key.startsWith(of.comet) && call.fn === fn);
  if (!found) throw new Error(`${fn} of ${of.comet} was not recorded`);
  return found[1].result;
}

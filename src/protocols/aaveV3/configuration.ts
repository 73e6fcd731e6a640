import type { Condition } from '../../model/position';
import { REVISION_3_6 } from './version';

/** The fields of DataTypes.ReserveConfigurationMap that decide a liquidation. Factors in basis points. */
export interface ReserveConfiguration {
  readonly loanToValue: bigint;
  readonly threshold: bigint;
  readonly liquidationBonus: bigint;
  readonly liquidationFee: bigint;
  readonly decimals: number;
  /** 3.0 and 3.1 only, where a reserve belongs to one category; 0 since. */
  readonly category: number;
  readonly conditions: readonly Condition[];
}

const bits = (word: bigint, start: bigint, count: bigint): bigint => (word >> start) & ((1n << count) - 1n);

/** Bit positions of ReserveConfiguration.sol, the same from v2 to 3.7; what v2 lacks is 0 there. */
export function decodeConfiguration(word: bigint): ReserveConfiguration {
  const isSet = (position: bigint) => bits(word, position, 1n) === 1n;
  const conditions: Condition[] = [];
  if (!isSet(56n)) conditions.push('inactive');
  if (isSet(57n)) conditions.push('frozen');
  if (isSet(60n)) conditions.push('paused');
  return {
    loanToValue: bits(word, 0n, 16n),
    threshold: bits(word, 16n, 16n),
    liquidationBonus: bits(word, 32n, 16n),
    liquidationFee: bits(word, 152n, 16n),
    decimals: Number(bits(word, 48n, 8n)),
    category: Number(bits(word, 168n, 8n)),
    conditions,
  };
}

export interface EMode {
  readonly id: number;
  readonly label: string;
  readonly loanToValue: bigint;
  readonly threshold: bigint;
  readonly liquidationBonus: bigint;
  /** 3.2 and later: which reserves take part as collateral, a bit each; null before. */
  readonly collateralBitmap: bigint | null;
  /** 3.6 and later: which of them may not be borrowed against, though their threshold still counts. */
  readonly loanToValueZeroBitmap: bigint;
  /** 3.7 and later: assets outside it may not be borrowed against, though their threshold still counts. */
  readonly isolated: boolean;
}

/**
 * The factors that GenericLogic uses for one reserve of one user: the category's where the reserve takes part in the
 * user's category, else the reserve's own. Before 3.6 a reserve whose own threshold is 0 counts in neither.
 */
export function effectiveFactors(
  reserve: { readonly id: number; readonly configuration: ReserveConfiguration },
  eMode: EMode | null,
  revision: bigint,
): { loanToValue: bigint; threshold: bigint; liquidationBonus: bigint } {
  const { loanToValue, threshold, liquidationBonus, category } = reserve.configuration;
  if (revision < REVISION_3_6 && threshold === 0n) return { loanToValue: 0n, threshold, liquidationBonus };
  if (eMode === null) return { loanToValue, threshold, liquidationBonus };
  const takesPart =
    eMode.collateralBitmap === null
      ? category === eMode.id
      : bits(eMode.collateralBitmap, BigInt(reserve.id), 1n) === 1n;
  if (!takesPart) return { loanToValue: eMode.isolated ? 0n : loanToValue, threshold, liquidationBonus };
  const mayNotBorrow =
    revision < REVISION_3_6
      ? loanToValue === 0n
      : bits(eMode.loanToValueZeroBitmap, BigInt(reserve.id), 1n) === 1n;
  return {
    loanToValue: mayNotBorrow ? 0n : eMode.loanToValue,
    threshold: eMode.threshold,
    liquidationBonus: eMode.liquidationBonus,
  };
}

/** UserConfigurationMap: two bits a reserve, borrowing below and collateral above it. */
export interface ReserveUse {
  readonly id: number;
  readonly borrowed: boolean;
  readonly collateral: boolean;
}

const MAX_RESERVES = 128;

export function reservesInUse(userConfiguration: bigint): ReserveUse[] {
  const uses: ReserveUse[] = [];
  for (let id = 0; id < MAX_RESERVES; id++) {
    const flags = bits(userConfiguration, BigInt(id) * 2n, 2n);
    if (flags !== 0n) uses.push({ id, borrowed: (flags & 1n) === 1n, collateral: (flags & 2n) === 2n });
  }
  return uses;
}

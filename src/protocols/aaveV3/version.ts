import type { Market } from '../../model/position';
import { rules } from './rules';
import type { AaveV3Position } from './rules.position';

/** POOL_REVISION of the versions that changed a rule. */
const REVISION_3_0 = 1n;
const REVISION_3_3 = 7n;
const REVISION_3_5 = 9n;
export const REVISION_3_6 = 10n;
const REVISION_3_7 = 11n;

/** Spark left Aave at 3.0 and counts its own revisions since, which say nothing about Aave's. */
export const revisionOf = ({ protocol }: Market, answer: bigint): bigint =>
  protocol === 'aaveV3' ? answer : REVISION_3_0;

function versionOf(revision: bigint, arithmetic: AaveV3Position['arithmetic']): AaveV3Position['version'] {
  if (revision >= REVISION_3_7) return '3.7';
  if (revision >= REVISION_3_5 || arithmetic === 'exactSum') return '3.5';
  return revision >= REVISION_3_3 ? '3.3' : '3.0';
}

/**
 * The version says which arithmetic to expect: 3.5 is the first that sums exactly instead of averaging the threshold. A
 * fork may have taken the other, so the contract's answer decides.
 */
export function matched(
  base: Omit<AaveV3Position, 'arithmetic' | 'version' | 'agrees'>,
  revision: bigint,
): AaveV3Position {
  const candidate = (arithmetic: AaveV3Position['arithmetic']): AaveV3Position => {
    const position = { ...base, arithmetic, version: versionOf(revision, arithmetic), agrees: false };
    const ours = rules.healthFactor(position);
    return { ...position, agrees: (ours === null ? null : `${ours}`) === base.contract.healthFactor };
  };
  const averaged = candidate('averaged');
  const exact = candidate('exactSum');
  const [expected, other] = revision >= REVISION_3_5 ? [exact, averaged] : [averaged, exact];
  return expected.agrees || !other.agrees ? expected : other;
}

type Kind = 'supply' | 'repay';

/**
 * Gas of one transaction that adds to a collateral and of one that repays a part of a debt, as the real contracts took it
 * on a local chain, rounded up (`npm run unit -- test/gas`). Tokens with code of their own take more. Of Compound v3 and
 * Aave v4 no contract runs there.
 */
const gas: Readonly<Record<string, Readonly<Record<Kind, number>>>> = {
  aaveV2: { supply: 187_000, repay: 209_000 },
  aaveV3: { supply: 137_000, repay: 155_000 },
  compoundV2: { supply: 147_000, repay: 148_000 },
  morphoBlue: { supply: 57_000, repay: 88_000 },
  spark: { supply: 162_000, repay: 184_000 },
};

/** Null where it was not measured. */
export const gasOf = (protocol: string, kind: Kind): number | null => gas[protocol]?.[kind] ?? null;

/// <reference types="vite/types/importMeta.d.ts" />
import type { Position } from '../model/position';
import type { Rules } from '../model/rules';

/**
 * The contract's rules of each protocol, by its folder: what stands in `protocols/<id>/rules.ts`. They are free of viem, so
 * that every surface can run them, which is why they are not in the registry of the readers.
 */
const all = import.meta.glob<Rules>('../protocols/*/rules.ts', { eager: true, import: 'rules' });

/** @throws where the position is of a protocol that this version does not know */
export function rulesOf({ market: { protocol } }: Position): Rules {
  const rules = all[`../protocols/${protocol}/rules.ts`];
  if (!rules) throw new Error(`This version of Plimsoll has no rules for ${protocol}.`);
  return rules;
}

import type { Address } from '../../src/model/asset';
import type { Position } from '../../src/model/position';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { rulesOf } from '../../src/risk/rules';

/** The contract's verdict on one position, beside ours and a peer's: true where it can be liquidated. */
interface Verdicts {
  readonly contract: boolean;
  readonly ours: boolean;
  readonly peer: boolean;
}

/** How often who was wrong. "Too late" is the dangerous way: it says safe and the contract liquidates. */
export class Tally {
  count = 0;
  ours = { early: 0, late: 0 };
  peer = { early: 0, late: 0 };

  add({ contract, ours, peer }: Verdicts): void {
    this.count++;
    if (ours !== contract) this.ours[contract ? 'late' : 'early']++;
    if (peer !== contract) this.peer[contract ? 'late' : 'early']++;
  }
}

export interface Edge {
  readonly asset: Address;
  readonly prices: readonly bigint[];
}

/** For every liquidation price of a position: the oracle's units around it. */
export const edgesOf = (position: Position): Edge[] =>
  liquidationPrices(position).flatMap(({ asset, safe, liquidated }) =>
    safe === null || liquidated === null
      ? []
      : [{ asset: asset.address, prices: [BigInt(safe), BigInt(liquidated)] }],
  );

export const ourVerdict = (position: Position): boolean => rulesOf(position).liquidatable(position);

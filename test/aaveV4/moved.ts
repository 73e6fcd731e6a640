import type { AaveV4Position } from '../../src/protocols/aaveV4/rules.position';

/** The position with one feed at another price. */
export function moved(position: AaveV4Position, feed: string, price: bigint): AaveV4Position {
  const at = <H extends { readonly feed: string }>(holding: H): H =>
    holding.feed.toLowerCase() === feed.toLowerCase() ? { ...holding, price: `${price}` } : holding;
  return { ...position, collateral: position.collateral.map(at), debt: position.debt.map(at) };
}

/** What an owner can do about a position. */
export interface Action {
  readonly kind: 'supply' | 'withdraw' | 'borrow' | 'repay';
  /** Index in the position's collateral (supply, withdraw) or debt (borrow, repay): one token may stand there twice. */
  readonly place: number;
  /** In the token's smallest unit. To repay or to withdraw more than there is means all of it. */
  readonly amount: bigint;
}

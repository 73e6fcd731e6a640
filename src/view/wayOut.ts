import type { Asset, Integer } from '../model/asset';
import type { Position } from '../model/position';
import type { Remedy, SafeAmount } from '../model/rescue';
import { rescue } from '../risk/rescue';
import { safeAmounts } from '../risk/safeAmounts';
import { exactAmount, plainAmount } from './amounts';
import { assetName, sentence } from './words';

/** One thing to do, or why it cannot be done. */
export interface Way {
  /** "Repay", or "Not by repaying" where no amount is enough. */
  readonly verb: string;
  readonly asset: string;
  /** To the token's smallest unit, to be read and to be copied; null where there is none. */
  readonly amount: { readonly shown: string; readonly exact: string } | null;
  readonly note: string | null;
  /** What it asks of the wallet, where it does. */
  readonly need?: Need;
}

export interface Need {
  readonly kind: 'repay' | 'supply';
  readonly asset: Asset;
  readonly amount: Integer;
}

export interface WayOut {
  /** Whether the buffer is there: the ways are then what can still be taken out. */
  readonly isReached: boolean;
  readonly ways: readonly Way[];
}

/** What leads to a buffer, or what keeps it, each by itself. @param buffer a share, "0.2" */
export function wayOut(position: Position, buffer: string): WayOut {
  const { isReached, repay, add } = rescue(position, buffer);
  const about = position.agrees ? '' : '≈';
  if (!isReached) {
    const ways = [
      ...repay.map((each) => remedyOf(each, 'Repay', about)),
      ...add.map((each) => remedyOf(each, 'Add', about)),
    ];
    return {
      isReached,
      ways: [...ways].sort((a, b) => Number(a.amount === null) - Number(b.amount === null)),
    };
  }
  const { borrow, withdraw } = safeAmounts(position, buffer);
  return {
    isReached,
    ways: [
      ...borrow.map((each) => roomOf(each, 'Borrow', about)),
      ...withdraw.map((each) => roomOf(each, 'Withdraw', about)),
    ],
  };
}

function remedyOf({ asset, amount, isWhole, reason }: Remedy, verb: 'Repay' | 'Add', about: string): Way {
  const name = assetName(asset.symbol);
  if (amount === null)
    return {
      verb: verb === 'Add' ? 'Not by adding' : 'Not by repaying',
      asset: name,
      amount: null,
      note: reason && sentence(reason),
    };
  return {
    verb,
    asset: name,
    amount: amountOf(amount, asset.decimals, about),
    note: isWhole ? 'That is all of it.' : null,
    need: { kind: verb === 'Add' ? 'supply' : 'repay', asset, amount },
  };
}

function roomOf(
  { asset, amount, isWhole, reason }: SafeAmount,
  verb: 'Borrow' | 'Withdraw',
  about: string,
): Way {
  const name = assetName(asset.symbol);
  const note = reason === null ? null : `The contract refuses more: ${reason}.`;
  if (amount === '0' && !isWhole)
    return {
      verb: verb === 'Borrow' ? 'Borrow no more' : 'Withdraw no',
      asset: name,
      amount: null,
      note: note ?? 'The buffer would be less.',
    };
  const whole = isWhole && verb === 'Withdraw' ? 'That is all of it.' : note;
  return { verb, asset: name, amount: amountOf(amount, asset.decimals, about), note: whole };
}

const amountOf = (amount: string, decimals: number, about: string) => ({
  shown: about + exactAmount(amount, decimals),
  exact: plainAmount(amount, decimals),
});

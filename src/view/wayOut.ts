import { t } from '../i18n/t';
import type { Asset, Integer } from '../model/asset';
import type { Position } from '../model/position';
import type { Remedy, SafeAmount } from '../model/rescue';
import { rescue } from '../risk/rescue';
import { safeAmounts } from '../risk/safeAmounts';
import { exactAmount, plainAmount } from './amounts';
import { reasonWords, sentence } from './reasonWords';
import { assetName } from './words';

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
      ...repay.map((each) => remedyOf(each, 'repay', about)),
      ...add.map((each) => remedyOf(each, 'add', about)),
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
      ...borrow.map((each) => roomOf(each, 'borrow', about)),
      ...withdraw.map((each) => roomOf(each, 'withdraw', about)),
    ],
  };
}

function remedyOf({ asset, amount, isWhole, reason }: Remedy, verb: 'repay' | 'add', about: string): Way {
  const name = assetName(asset.symbol);
  if (amount === null)
    return {
      verb: t(`wayOut.not.${verb}`),
      asset: name,
      amount: null,
      note: reason && sentence(reasonWords(reason)),
    };
  return {
    verb: t(`wayOut.verb.${verb}`),
    asset: name,
    amount: amountOf(amount, asset.decimals, about),
    note: isWhole ? t('wayOut.whole') : null,
    need: { kind: verb === 'add' ? 'supply' : 'repay', asset, amount },
  };
}

function roomOf(
  { asset, amount, isWhole, reason }: SafeAmount,
  verb: 'borrow' | 'withdraw',
  about: string,
): Way {
  const name = assetName(asset.symbol);
  const note = reason === null ? null : t('wayOut.refusesMore', { reason: reasonWords(reason) });
  if (amount === '0' && !isWhole)
    return {
      verb: t(`wayOut.no.${verb}`),
      asset: name,
      amount: null,
      note: note ?? t('wayOut.less'),
    };
  const whole = isWhole && verb === 'withdraw' ? t('wayOut.whole') : note;
  return {
    verb: t(`wayOut.verb.${verb}`),
    asset: name,
    amount: amountOf(amount, asset.decimals, about),
    note: whole,
  };
}

const amountOf = (amount: string, decimals: number, about: string) => ({
  shown: about + exactAmount(amount, decimals),
  exact: plainAmount(amount, decimals),
});

import type { PriceTold } from '../model/alert';
import type { Told } from './alertText';
import { owner } from './alertText';
import { assetName } from './words';

type Trouble = Exclude<PriceTold['is'], 'sound'>;

/** What a notification says of a price that cannot be relied on as usual. @param title of the position that rests on it */
export function priceText(trouble: Trouble, symbol: string, title: string, wallet: string): Told {
  const asset = assetName(symbol);
  const told: Record<Trouble, Told> = {
    old: {
      title: `Old price of ${asset}: ${title}`,
      message: `The oracle has not updated it for more than a day. The market may be elsewhere, and the figures with it.`,
    },
    capped: {
      title: `Capped price of ${asset}: ${title}`,
      message: `The oracle’s cap now holds it down: the contract counts it for less than the market pays.`,
    },
    disputed: {
      title: `Two endpoints disagree: ${title}`,
      message: `They give different figures for this position. The worse of the two is shown until they agree.`,
    },
  };
  const { title: head, message } = told[trouble];
  return { title: head, message: `${message} ${owner(wallet)}` };
}

import { t } from '../i18n/t';
import type { PriceTold } from '../model/alert';
import type { Told } from './alertText';
import { owner } from './alertText';
import { assetName } from './words';

type Trouble = Exclude<PriceTold['is'], 'sound'>;

/** What a notification says of a price that cannot be relied on as usual. @param title of the position that rests on it */
export const priceText = (trouble: Trouble, symbol: string, title: string, wallet: string): Told => ({
  title:
    trouble === 'disputed'
      ? t('alert.disputed', { title })
      : t(`alert.price.${trouble}`, { asset: assetName(symbol), title }),
  message: `${t(`alert.priceMeans.${trouble}`)} ${owner(wallet)}`,
});

import { t } from '../i18n/t';

/** "USDC, DAI, ETH" */
export const commas = (items: readonly string[]): string => items.join(t('list.comma'));

/** "USDC, DAI and ETH" */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : t('list.and', { items: commas(items.slice(0, -1)), last });
}

import { t } from '../../i18n/t';
import type { Factors } from '../../risk/factors';
import { ageText } from '../../view/age';
import { formatShortShare } from '../../view/format';
import { assetName } from '../../view/words';
import { Linked } from '../forms/Linked';

interface Props {
  readonly factors: readonly Factors[];
  readonly now: number;
  use(factors: Factors): void;
}

/** The same asset's factors side by side, as the watched positions were read. */
export function FactorTable({ factors, now, use }: Props) {
  if (factors.length === 0)
    return (
      <section class="sheet">
        <h2>{t('factors.heading')}</h2>
        <p class="hint">
          <Linked text={t('factors.none')} href="#positions" />
        </p>
      </section>
    );
  const symbols = [...new Set(factors.map(({ symbol }) => symbol))];
  return (
    <section class="sheet factors">
      <h2>{t('factors.heading')}</h2>
      <p class="hint">{t('factors.hint')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('factors.market')}</th>
            <th scope="col">
              <abbr title={t('lenderWord.loanToValue.name')}>{t('factors.ltv')}</abbr>
            </th>
            <th scope="col">{t('factorWord.threshold.name')}</th>
            <td />
          </tr>
        </thead>
        {symbols.map((symbol) => (
          <Group key={symbol} of={factors.filter((each) => each.symbol === symbol)} now={now} use={use} />
        ))}
      </table>
    </section>
  );
}

/** Sorted highest first; nothing is best where all are alike. */
function Group({ of, now, use }: { of: readonly Factors[] } & Pick<Props, 'now' | 'use'>) {
  const [best] = of;
  if (best === undefined) return null;
  const differ = of.some(({ loanToValue }) => loanToValue !== best.loanToValue);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4}>
          <bdi>{assetName(best.symbol)}</bdi>
        </th>
      </tr>
      {of.map((each) => (
        <tr key={each.key}>
          <th scope="row">
            {each.title}
            <small>{t('factors.read', { age: ageText(each.timestamp, now) })}</small>
          </th>
          <td>
            {formatShortShare(each.loanToValue, 'floor')}
            {differ && each.loanToValue === best.loanToValue && <small>{t('factors.highest')}</small>}
          </td>
          <td>{formatShortShare(each.threshold, 'floor')}</td>
          <td>
            <button
              type="button"
              class="quiet"
              aria-label={t('factors.useAs', { asset: assetName(each.symbol), title: each.title })}
              onClick={() => use(each)}
            >
              {t('factors.use')}
            </button>
          </td>
        </tr>
      ))}
    </tbody>
  );
}

import type { Factors } from '../../risk/factors';
import { ageText } from '../../view/age';
import { formatShortShare } from '../../view/format';
import { assetName } from '../../view/words';

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
        <h2>Factors of the protocols</h2>
        <p class="hint">
          Nothing read yet. <a href="#positions">Watch an address</a> that has a position, and the factors and
          prices of its assets are here to be used.
        </p>
      </section>
    );
  const symbols = [...new Set(factors.map(({ symbol }) => symbol))];
  return (
    <section class="sheet factors">
      <h2>Factors of the protocols</h2>
      <p class="hint">
        A higher factor lends more and leaves a smaller buffer; split positions can be liquidated separately.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Market</th>
            <th scope="col">
              <abbr title="Loan-to-value">LTV</abbr>
            </th>
            <th scope="col">Threshold</th>
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
            <small>read {ageText(each.timestamp, now)}</small>
          </th>
          <td>
            {formatShortShare(each.loanToValue, 'floor')}
            {differ && each.loanToValue === best.loanToValue && <small>highest</small>}
          </td>
          <td>{formatShortShare(each.threshold, 'floor')}</td>
          <td>
            <button
              type="button"
              class="quiet"
              aria-label={`Use ${assetName(each.symbol)} as on ${each.title}`}
              onClick={() => use(each)}
            >
              Use
            </button>
          </td>
        </tr>
      ))}
    </tbody>
  );
}

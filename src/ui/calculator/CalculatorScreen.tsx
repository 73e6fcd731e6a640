import { useId } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { CalculatorField, CalculatorRow } from '../../model/calculator';
import type { LiquidationPrice } from '../../model/risk';
import { calculate } from '../../risk/calculator';
import { type Factors, factorsOf } from '../../risk/factors';
import { isExpired } from '../../view/age';
import { rowWords } from '../../view/calculatorWords';
import { factorEntries } from '../../view/formGlossary';
import { typedWords } from '../../view/typedWords';
import { assetName } from '../../view/words';
import { focusAdded } from '../forms/focusAdded';
import type { FormProps } from '../forms/forms';
import { Meanings } from '../forms/Meanings';
import { useKept } from '../forms/useKept';
import { Failure } from '../popup/Failure';
import { emptyRow, example, isBlank } from './example';
import { FactorTable } from './FactorTable';
import { withFactors } from './fill';
import { Results } from './Results';
import { RowFields } from './RowFields';

const sides = ['collateral', 'debt'] as const;

/** Works with no wallet and no network. */
export function CalculatorScreen({ forms, keep, readings, now, levels }: FormProps) {
  const kept = useKept(forms.calculator, keep.calculator);
  const isExample = kept.value === null;
  const rows = kept.value ?? example;
  const filled = rows.filter((row) => !isBlank(row));
  const result = calculate(filled, levels);
  const factors = factorsOf(readings);
  const id = useId();

  const change = (at: number, to: CalculatorRow | null) =>
    kept.change(rows.flatMap((row, index) => (index === at ? (to ?? []) : row)));
  const errorsOf = (row: CalculatorRow): Partial<Record<CalculatorField, string>> =>
    result.ok
      ? {}
      : Object.fromEntries(
          result.errors
            .filter((error) => filled[error.row] === row)
            .map(({ field, message }) => [field, typedWords(message)]),
        );
  const priceOf = (row: CalculatorRow): LiquidationPrice | null =>
    result.ok ? (result.liquidationPrices[filled.indexOf(row)] ?? null) : null;
  const use = (each: Factors) =>
    kept.change(withFactors(rows, isExpired(each.timestamp, now) ? { ...each, price: null } : each));

  return (
    <>
      <section class={isExample ? 'sheet form example' : 'sheet form'}>
        <header class="title">
          {isExample && <span class="stamp">{t('calculator.stamp')}</span>}
          <h2>{t('nav.calculator')}</h2>
          <button
            type="button"
            class="plain"
            onClick={() => kept.change(isExample ? [emptyRow('collateral'), emptyRow('debt')] : null)}
          >
            {isExample ? t('calculator.empty') : t('calculator.reset')}
          </button>
        </header>
        <datalist id={`${id}-assets`}>
          {[...new Set(factors.map(({ symbol }) => assetName(symbol)))].map((symbol) => (
            <option key={symbol} value={symbol} />
          ))}
        </datalist>
        {sides.map((side) => (
          <div key={side}>
            {rows.map((row, index) => {
              if (row.side !== side) return null;
              const price = priceOf(row);
              const nth = rows.slice(0, index + 1).filter((each) => each.side === side).length;
              return (
                <RowFields
                  // Rows have no name of their own, and every field shows what its row says.
                  key={`${side}-${nth}`}
                  row={row}
                  name={t(`calculator.row.${side}`, { nth })}
                  removal={t(`calculator.remove.${side}`, { nth })}
                  errors={errorsOf(row)}
                  words={price && rowWords(row, price)}
                  list={`${id}-assets`}
                  change={(to) => change(index, to)}
                  remove={() => {
                    change(index, null);
                    document.getElementById(`${id}-${side}`)?.focus();
                  }}
                />
              );
            })}
            <button
              type="button"
              class="quiet"
              id={`${id}-${side}`}
              onClick={({ currentTarget }) => {
                kept.change([...rows, emptyRow(side)]);
                focusAdded(currentTarget);
              }}
            >
              {t(`calculator.add.${side}`)}
            </button>
          </div>
        ))}
        <Meanings entries={factorEntries()} />
        <Failure of={kept} what={t('failure.keep')} />
      </section>
      <Results of={filled.length === 0 ? null : result} isExample={isExample} />
      <FactorTable factors={factors} now={now} use={use} />
    </>
  );
}

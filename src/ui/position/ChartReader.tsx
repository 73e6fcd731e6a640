import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../i18n/t';

interface Props {
  /** Which row the slider stands at. */
  readonly place: number;
  choose(place: number): void;
  /** What is read out of that row. */
  readonly text: string;
  /** The same as it is seen. */
  readonly children: ComponentChildren;
  readonly columns: readonly string[];
  /** Cell by cell, each named by its first. */
  readonly rows: readonly (readonly string[])[];
}

/** A chart for those who do not point at it: a slider to read it by, and a table. */
export function ChartReader({ place, choose, text, children, columns, rows }: Props) {
  const id = useId();
  return (
    <>
      <label for={id} class="reads">
        {children}
      </label>
      <input
        id={id}
        type="range"
        min="0"
        max={rows.length - 1}
        step="1"
        value={place}
        aria-valuetext={text}
        onInput={({ currentTarget }) => choose(Number(currentTarget.value))}
      />
      <details class="choice">
        <summary>
          <span class="name">{t('stress.table')}</span>
        </summary>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                {cells.map((cell, column) => (
                  <td key={column}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

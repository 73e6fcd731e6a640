import type { PositionCard } from '../../model/card';
import { glossary } from '../../view/glossary';

/** One figure of a position; its meaning is one tap away. */
export function Figure({ term, value, detail }: PositionCard['figures'][number]) {
  const { name, meaning } = glossary(term);
  return (
    <details class="figure" data-term={term}>
      <summary>
        <span class="name">{name}</span>
        <span class="value">
          <bdi>{value}</bdi>
          {detail && <small>{detail}</small>}
        </span>
      </summary>
      <p>{meaning}</p>
    </details>
  );
}

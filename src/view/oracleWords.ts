import type { Address } from '../model/asset';
import type { OracleFacts, Oracles } from '../model/oracle';
import { ageText } from './age';

/** What is known of the feeds, and the moment that it is shown at, in milliseconds. */
export interface Feeds {
  readonly oracles: Oracles;
  readonly now: number;
}

/** Chainlink's slowest usual heartbeat is 24 hours (data.chain.link), and a round may land late. */
const OLD_AFTER_S = 26 * 3600;

interface OracleWords {
  /** "ETH / USD, updated 12 min ago. Feed 0x…"; null where the feed has not been asked. */
  readonly source: string | null;
  /** What must be seen without a click. */
  readonly labels: readonly string[];
}

export function oracleWords(feed: Address, { oracles, now }: Feeds): OracleWords {
  const facts = oracles[feed];
  if (!facts) return { source: null, labels: [] };
  const { description, capped, fixed, discounted } = facts;
  const said = [
    description ?? 'a feed without a name',
    ageWords(facts, now),
    ...(capped === false ? ['cap not reached'] : []),
    ...(discounted ? ['less a discount that shrinks to the end of its term'] : []),
  ];
  return {
    source: `${said.join(', ')}. Feed ${feed}`,
    labels: [
      ...(capped === true ? ['capped price: without its cap it would be higher'] : []),
      ...(fixed ? ['fixed price: it does not follow the market'] : []),
      ...oldWords(facts, now),
    ],
  };
}

function ageWords({ updatedAt, fixed }: OracleFacts, now: number): string {
  if (fixed) return 'a fixed price';
  return updatedAt === null ? 'it does not say how old its price is' : `updated ${ageText(updatedAt, now)}`;
}

/** Whether a price is past every usual heartbeat. @param at in seconds since 1970 */
export const isOld = ({ updatedAt }: OracleFacts, at: number): boolean =>
  updatedAt !== null && at - updatedAt > OLD_AFTER_S;

function oldWords(facts: OracleFacts, now: number): string[] {
  if (!isOld(facts, now / 1000)) return [];
  const hours = Math.floor((now / 1000 - (facts.updatedAt ?? 0)) / 3600);
  return [`old price: not updated for ${hours} h`];
}

import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { OracleFacts, Oracles } from '../model/oracle';
import { ageText } from './age';
import { commas } from './lists';

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
    description ?? t('oracle.nameless'),
    ageWords(facts, now),
    ...(capped === false ? [t('oracle.uncapped')] : []),
    ...(discounted ? [t('oracle.discounted')] : []),
  ];
  return {
    source: t('oracle.source', { facts: commas(said), feed }),
    labels: [
      ...(capped === true ? [t('oracle.capped')] : []),
      ...(fixed ? [t('oracle.fixed')] : []),
      ...oldWords(facts, now),
    ],
  };
}

function ageWords({ updatedAt, fixed }: OracleFacts, now: number): string {
  if (fixed) return t('oracle.fixedPrice');
  return updatedAt === null ? t('oracle.ageless') : t('oracle.updated', { age: ageText(updatedAt, now) });
}

/** Whether a price is past every usual heartbeat. @param at in seconds since 1970 */
export const isOld = ({ updatedAt }: OracleFacts, at: number): boolean =>
  updatedAt !== null && at - updatedAt > OLD_AFTER_S;

function oldWords(facts: OracleFacts, now: number): string[] {
  if (!isOld(facts, now / 1000)) return [];
  const hours = Math.floor((now / 1000 - (facts.updatedAt ?? 0)) / 3600);
  return [t('oracle.old', { hours })];
}

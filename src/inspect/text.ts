import type { Holding, Position } from '../model/position';
import type { LiquidationPrice } from '../model/risk';
import { liquidationPrices } from '../risk/liquidationPrice';
import { rulesOf } from '../risk/rules';
import { Exact } from '../risk/value';
import { formatAmount, formatCurrentPrice, formatShare } from '../view/format';
import { glossary } from '../view/glossary';
import { type Feeds, oracleWords } from '../view/oracleWords';
import { positionCard, titleOf } from '../view/positionCard';
import { triggerOf } from '../view/triggers';
import { conditionWords } from '../view/words';
import type { Assessed, Inspection, Trouble } from './read';

/** The report for people: the popup's words, and under them each figure with where it comes from. */
export function textOf({ address, blocks, positions, errors }: Inspection): string {
  const read = blocks.map(
    ({ chain, block, rpc }) =>
      `${chain.name} (chain ${chain.id}): block ${block.number}, ${utc(block.timestamp)}, from ${rpc}`,
  );
  // As old as the feeds were at the block that was read.
  const nowOn = (id: number) => (blocks.find(({ chain }) => chain.id === id)?.block.timestamp ?? 0) * 1000;
  const found =
    positions.length === 0
      ? ['', 'No position was found.']
      : positions.flatMap((each) => positionText(each, nowOn(each.chain.id)));
  const missing = errors.length === 0 ? [] : ['', 'Not read', ...errors.map(troubleText)];
  return [address, ...read, ...found, ...missing].map(visible).join('\n');
}

/** Symbols and messages may come from strangers, who are not to steer a terminal. */
const visible = (line: string): string => line.replace(/\p{C}/gu, '');

const utc = (seconds: number): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const row = (name: string, value: string): string => `  ${name.padEnd(20)}${value}`;

const troubleText = ({ chain, market, message }: Trouble): string =>
  `  ${market ? titleOf(market, chain.name) : chain.name}: ${message}`;

function positionText({ position, risk, chain, oracles }: Assessed, now: number): string[] {
  const { market, unit, collateral, debt } = position;
  const feeds = { oracles, now };
  const card = positionCard(position, risk, chain.name, feeds);
  const prices = risk.kind === 'borrowing' ? risk.liquidationPrices : liquidationPrices(position);
  return [
    '',
    card.title,
    `  ${card.sentence}`,
    row('Contract', `${market.address}${market.id ? `, market ${market.id}` : ''}`),
    ...verdictText(position),
    ...card.figures
      .filter(({ term }) => term !== 'healthFactor')
      .map(({ term, value, detail }) => row(glossary(term).name, detail ? `${value} (${detail})` : value)),
    ...collateral.map((held) =>
      row('Supplied', `${holdingText(held, unit)}, ${countedText(held, position)}`),
    ),
    ...debt.map((owed) => row('Borrowed', holdingText(owed, unit))),
    ...prices.map((price) => row('Liquidation price', priceText(price, position, feeds))),
    ...[...new Set([...collateral, ...debt].map(({ feed }) => feed))].flatMap((feed) => {
      const { source, labels } = oracleWords(feed, feeds);
      return source === null ? [] : [row('Price from', [source, ...labels].join('; '))];
    }),
    ...card.notes.map((note) => row('Note', note)),
  ];
}

/** Ours and the contract's, side by side and unrounded. */
function verdictText(position: Position): string[] {
  const rules = rulesOf(position);
  const ours = rules.healthFactor(position);
  const theirs: Position['contract'] | null = position.contract;
  const verdict = (liquidatable: boolean) => (liquidatable ? 'can be liquidated' : 'cannot be liquidated');
  const said = theirs ? verdict(theirs.liquidatable) : 'it has no view that says so';
  const factor = theirs?.healthFactor ?? null;
  return [
    row('Verdict', `ours: ${verdict(rules.liquidatable(position))}; the contract's: ${said}`),
    row(
      'Health factor',
      `ours: ${ours === null ? 'no debt' : wad(ours)}; the contract's: ${factor === null ? 'none' : wad(BigInt(factor))}`,
    ),
    row('Agree', position.agrees ? 'yes' : 'no'),
  ];
}

const wad = (value: bigint): string => {
  const digits = value.toString().padStart(19, '0');
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`;
};

const holdingText = (held: Holding, unit: string): string =>
  [
    `${formatAmount(held.amount, held.decimals)} ${held.symbol} (${held.address}, ${held.amount})`,
    `at ${formatCurrentPrice(held.price, held.priceDecimals, unit)} from feed ${held.feed}`,
    ...held.conditions.map((condition) => conditionWords(condition)),
  ].join(', ');

const countedText = (
  { enabled, threshold }: Position['collateral'][number],
  { factorScale }: Position,
): string =>
  enabled
    ? `${formatShare(new Exact(threshold).div(factorScale).toString(), 'floor')} of it counts`
    : 'not used as collateral';

/** The words are the popup's; the integers are the oracle's own. */
function priceText(found: LiquidationPrice, position: Position, feeds: Feeds): string {
  const { asset, price, reason } = triggerOf(found, position, feeds);
  if (price === null) return reason ?? asset;
  const { direction, safe, liquidated, feed } = found;
  return `${asset} ${direction} ${price}: safe at ${safe}, liquidated at ${liquidated} of feed ${feed}`;
}

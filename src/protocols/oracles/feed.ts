import type { Address } from '../../model/asset';
import { contractAt, type newRound, orNull } from '../contract';
import { constants, feedAbi, morphoFeeds, morphoVaults, sources } from './abi';
import { cleanDescription } from './description';
import { type Known, silent } from './known';

/** What a feed says anew each time. */
export interface Answers {
  /** Seconds since 1970, as it says. */
  readonly updatedAt: bigint | null;
  readonly capped: boolean | null;
}

type Ask = ReturnType<typeof newRound>['ask'];
type Clock = NonNullable<Known['clock']>;

/** Of a known feed only what changes: at most two words, six where it lacks latestTimestamp. */
export function follow(ask: Ask, feed: Address, { clock, hasCap }: Known): () => Answers {
  const time = clock === null ? null : askTime(ask, feed, clock);
  const capped = hasCap ? ask(orNull(contractAt(feed, feedAbi)('isCapped', []))) : null;
  return () => ({ updatedAt: time?.() ?? null, capped: capped?.() ?? null });
}

/** Everything that a feed may be asked, once: what it is, and with it what it says now. */
export function learn(ask: Ask, feed: Address): () => { known: Known; answers: Answers } {
  const contract = contractAt(feed, feedAbi);
  const description = ask(orNull(contract('description', [])));
  const clocks = (['latestTimestamp', 'latestRoundData'] as const).map(
    (clock) => [clock, askTime(ask, feed, clock)] as const,
  );
  const capped = ask(orNull(contract('isCapped', [])));
  const discount = ask(orNull(contract('discountRatePerYear', [])));
  const written = constants.map((name) => ask(orNull(contract(name, []))));
  const price = ask(orNull(contract('price', [])));
  const behind = [...sources, ...morphoFeeds].map((name) => ask(orNull(contract(name, []))));
  const parts = [...morphoFeeds, ...morphoVaults].map((name) => ask(orNull(contract(name, []))));
  const nothing = ask({
    ...contract('noSuchFunction', []),
    read: (result) => result?.ok && result.data !== '0x',
  });
  return () => {
    if (nothing()) return { known: silent, answers: { updatedAt: null, capped: null } };
    const name = cleanDescription(description() ?? '');
    const told = clocks.find(([, time]) => (time() ?? 0n) > 0n);
    const found = behind
      .flatMap((read) => read() ?? [])
      .filter((each) => BigInt(each) !== 0n && each !== feed);
    // Morpho's oracle without a feed and a vault is a scale factor.
    const isScale = parts.every((read) => BigInt(read() ?? 1n) === 0n);
    // Since it can be set, Aave's FixedPriceAdapter has a price() like every oracle of Morpho, but a name beside it.
    const isSet = price() !== null && /^fixed\b/i.test(name ?? '');
    const fixed = isScale || isSet || written.some((read) => read() !== null);
    const known: Known = {
      description: name,
      clock: fixed || found.length > 0 ? null : (told?.[0] ?? null),
      hasCap: capped() !== null,
      fixed,
      discounted: discount() !== null,
      sources: [...new Set(found)],
    };
    return { known, answers: { updatedAt: told?.[1]() ?? null, capped: capped() } };
  };
}

function askTime(ask: Ask, feed: Address, clock: Clock): () => bigint | null {
  const contract = contractAt(feed, feedAbi);
  if (clock === 'latestTimestamp') return ask(orNull(contract('latestTimestamp', [])));
  const round = ask(orNull(contract('latestRoundData', [])));
  return () => round()?.[3] ?? null;
}

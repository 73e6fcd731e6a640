import { t } from '../i18n/t';
import type { EndpointHealth, EndpointState } from '../model/endpoint';
import type { RpcError } from './errors';

/** The first failure costs this much, each further one in a row twice as much. */
export const FIRST_MS = 15_000;
export const LONGEST_MS = 300_000;

/** A reading whose block is older says nothing any more, so an RPC that has no newer one is as good as silent. */
const OLD_S = 600;

/** Good news is written down no more often, in seconds of block time: each writing wakes whatever listens to storage. */
const NOTED_EVERY_S = 60;

/** Once is a node of several behind one name; again is the RPC's own fault. */
const BEHIND_TWICE = 2;

/** What the RPCs of a chain are known for; `now` in milliseconds, as everywhere here. */
export type Health = readonly EndpointHealth[];

const answering: readonly EndpointState[] = ['healthy', 'behind'];

const unknown = (host: string): EndpointHealth => ({
  ...{ host, state: 'healthy', until: 0, reason: null, latency: null, faults: 0, newest: 0 },
});

const of = (health: Health, host: string): EndpointHealth =>
  health.find((each) => each.host === host) ?? unknown(host);

const noted = (health: Health, next: EndpointHealth): Health => [
  ...health.filter(({ host }) => host !== next.host),
  next,
];

/** It answered after so many milliseconds, at a block of this time in seconds. */
export function afterAnswer(
  health: Health,
  host: string,
  answer: { readonly latency: number; readonly timestamp: number },
  now: number,
): Health {
  const { newest, state, faults: before, until } = of(health, host);
  const { latency, timestamp } = answer;
  const isBehind = timestamp < newest || timestamp < now / 1000 - OLD_S;
  const isNews = isBehind || before > 0 || until > 0 || timestamp >= newest + NOTED_EVERY_S;
  if (!isNews) return health;
  const faults = isBehind ? (answering.includes(state) ? before : 0) + 1 : 0;
  const demoted = faults >= BEHIND_TWICE;
  return noted(health, {
    host,
    state: demoted ? 'behind' : 'healthy',
    until: demoted ? now + LONGEST_MS : 0,
    reason: demoted ? t('rpc.behind') : null,
    ...{ latency, faults, newest: Math.max(newest, timestamp) },
  });
}

/** It gave no answer that can be used. */
export function afterFailure(
  health: Health,
  host: string,
  { message, penalty }: RpcError,
  now: number,
): Health {
  if (penalty === 'none') return health;
  const before = of(health, host);
  const faults = (before.state === 'failing' ? before.faults : 0) + 1;
  const usual = { state: 'failing', forMs: Math.min(FIRST_MS * 2 ** (faults - 1), LONGEST_MS) } as const;
  const { state, forMs } = penalty === 'usual' ? usual : penalty;
  return noted(health, { ...before, state, until: now + forMs, reason: message, faults });
}

/** In the order in which they are to be asked: those in good standing first, then those whose time is over soonest. */
export function inOrder(rpcs: readonly string[], health: Health, now: number): string[] {
  const rest = (url: string) => Math.max(of(health, hostOf(url)).until - now, 0);
  return [...rpcs].sort((a, b) => rest(a) - rest(b));
}

/** Why an RPC is not asked at all now; null where it may be. */
export function leftAlone(health: Health, host: string, now: number): string | null {
  const { state, until, reason } = of(health, host);
  if ((state !== 'limited' && state !== 'quarantined') || until <= now) return null;
  return t('rpc.leftAlone', { reason: reason ?? '', seconds: Math.ceil((until - now) / 1000) });
}

export const hostOf = (url: string): string => new URL(url).host;

import { localNumber } from '../i18n/numbers';
import { t } from '../i18n/t';
import type { RpcAnswer } from '../model/settings';

/** As old as this, what an endpoint tells is not shown as how things are (view/age). */
const TOO_OLD_S = 600;

export interface Verdict {
  readonly good: boolean;
  readonly text: string;
}

/** How an endpoint answered, for the network that it is to serve. */
export function verdict(answer: RpcAnswer, chain: { id: number; name: string }, nowMs: number): Verdict {
  if ('reason' in answer) return { good: false, text: t('options.test.useless', { reason: answer.reason }) };
  const { ms, chainId } = answer;
  if (chainId !== chain.id)
    return { good: false, text: t('options.test.otherChain', { id: chainId, chain: chain.name }) };
  if ('block' in answer) {
    const block = localNumber(answer.block);
    return { good: true, text: t('options.test.goodSocket', { ms, block, chain: chain.name }) };
  }
  const seconds = Math.max(0, Math.floor(nowMs / 1000 - answer.timestamp));
  const age = ageWords(seconds);
  if (seconds >= TOO_OLD_S) return { good: false, text: t('options.test.old', { age, chain: chain.name }) };
  return { good: true, text: t('options.test.good', { ms, age, chain: chain.name }) };
}

function ageWords(seconds: number): string {
  if (seconds < 60) return t('options.test.seconds', { n: seconds });
  if (seconds < 3600) return t('options.test.minutes', { n: Math.floor(seconds / 60) });
  return t('options.test.hours', { n: Math.floor(seconds / 3600) });
}

/** Two spellings of one address are one endpoint. */
export const sameEndpoint = (one: string, other: string): boolean =>
  new URL(one).href === new URL(other).href;

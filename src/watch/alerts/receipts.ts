import { type Chain, chainName } from '../../chain/chains';
import { isOffline } from '../../chain/client';
import { RpcError } from '../../chain/errors';
import { searchLogs } from '../../chain/search';
import type { Notice, Suspect } from '../../model/alert';
import type { Address } from '../../model/asset';
import type { Log } from '../../model/logs';
import type { Hex, Receipt, ReceiptLogs } from '../../model/reader';
import { alertsItem, rpcHealthItem } from '../../platform/storage';
import { protocols } from '../../protocols/registry';
import { keyOf } from '../../risk/key';
import { looksSeized, takenBetween } from '../../risk/taken';
import { titleOf } from '../../view/positionCard';
import { receiptText, unfoundText } from '../../view/receiptText';
import { inTurn } from '../inTurn';
import { chainNow } from '../networks';
import { withNew } from './alertOn';
import { sweep } from './sweep';

/** Transactions that were told: a later search may meet the same. */
const MAX_TOLD = 50;

/** Blocks of one chain are numbered by another (on Arbitrum a contract is told Ethereum's) where they are so far apart. */
const FOREIGN = 1_000n;

/** More than any of the chains whose own numbers are not known makes. */
const BLOCKS_A_SECOND = 10n;

interface Liquidation extends Receipt {
  readonly transaction: Hex;
}

/**
 * Looks for the events of what may have been liquidations, and writes down to tell of those that were. Where they cannot
 * be searched for, what looks like one is told as that. Where they were and there is none, the owner did it: nothing is
 * told. Never throws. Killed in between, the search is made again.
 */
export async function findReceipts(chainId: number, account: Address): Promise<void> {
  const key = `${chainId}:${account}`;
  if (looking.has(key)) return;
  looking.add(key);
  await find(chainId, account).finally(() => looking.delete(key));
}

/** Lost with the worker, and then nobody is looking. */
const looking = new Set<string>();

async function find(chainId: number, account: Address): Promise<void> {
  const item = alertsItem(chainId, account);
  const chain = await chainNow(chainId);
  const { suspects = [], liquidations: told = [] } = await item.getValue();
  if (!chain || suspects.length === 0 || isOffline()) return;
  const notices: Notice[] = [];
  const seen: Hex[] = [];
  for (const suspect of suspects) {
    const found = await liquidationsOf(chain, suspect).catch(() => null);
    const fresh = found?.filter(({ transaction }) => !told.includes(transaction)) ?? null;
    seen.push(...(fresh ?? []).map(({ transaction }) => transaction));
    notices.push(...noticeOf(suspect, fresh));
  }
  await inTurn(async () => {
    const now = await item.getValue();
    await item.setValue({
      ...now,
      pending: withNew(now.pending, notices),
      suspects: (now.suspects ?? []).filter((each) => !suspects.some(({ at }) => at === each.at)),
      liquidations: [...new Set([...seen, ...told])].slice(0, MAX_TOLD),
    });
  }).catch(() => undefined);
}

function noticeOf({ before, after, since, at }: Suspect, found: readonly Liquidation[] | null): Notice[] {
  const title = titleOf(before.market, chainName(before.market.chainId));
  const key = keyOf(before.market, before.owner);
  const common = { level: 'liquidatable', at } as const;
  if (found !== null) {
    if (found.length === 0) return [];
    const transactions = [...new Set(found.map(({ transaction }) => transaction))];
    const text = receiptText(title, { before, after }, summed(found), transactions);
    return [{ ...common, id: `receipt:${transactions[0]}:${key}`, ...text }];
  }
  const taken = takenBetween(before, after, at - since);
  if (taken === null || !looksSeized(before, after, taken)) return [];
  return [{ ...common, id: `receipt:${at}:${key}`, ...unfoundText(title, before, taken) }];
}

/** @throws where the events could not be searched to the end */
async function liquidationsOf(chain: Chain, { before, from, to, since }: Suspect): Promise<Liquidation[]> {
  const logsOf: ReceiptLogs | undefined = protocols.find(({ id }) => id === before.market.protocol)?.receipts;
  if (!logsOf) throw new Error(`Nothing is known of ${before.market.name}'s events.`);
  let found: Log[] = [];
  const seconds = BigInt(Math.max(0, Math.ceil(Date.now() / 1000) - since));
  const { from: reached, first } = await searchLogs(
    chain,
    (head) => {
      found = [];
      const back = head - seconds * BLOCKS_A_SECOND;
      const isForeign = head > BigInt(to) + FOREIGN || head < BigInt(to) - FOREIGN;
      if (!isForeign && head < BigInt(to)) throw new RpcError('it is behind the block that was read');
      const start = isForeign && back > BigInt(from) ? back : BigInt(from) + 1n;
      return sweep(logsOf.filters(before), start > 0n ? start : 0n, head, (logs) => found.push(...logs));
    },
    { book: rpcHealthItem(chain.id) },
  );
  const read = found.flatMap((log) => {
    const receipt = logsOf.read(log, before);
    return receipt ? [{ ...receipt, transaction: log.transaction }] : [];
  });
  if (read.length === 0 && BigInt(reached) > BigInt(first)) throw new Error('Not all could be searched.');
  return read;
}

/** All of them as one, by asset. */
function summed(found: readonly Receipt[]): Receipt {
  const sum = (side: keyof Receipt) => {
    const amounts = new Map<Address, bigint>();
    for (const { asset, amount } of found.flatMap((each) => each[side]))
      amounts.set(asset, (amounts.get(asset) ?? 0n) + amount);
    return [...amounts].map(([asset, amount]) => ({ asset, amount }));
  };
  return { repaid: sum('repaid'), seized: sum('seized') };
}

import type { Chain } from './chains';
import { FIRST_MS, LONGEST_MS } from './health';
import { QUANTITY } from './reply';
import { type News, type SocketRpc, socketAt } from './socket';

/** Two slots of Ethereum and a half. A socket that tells of nothing new for so long is no better than none. */
const SILENT_MS = 30_000;

/** An open page looks every three seconds. For one that is hidden or gone the worker is not kept awake. */
const IDLE_MS = 10_000;

/** What a socket says of the newest block. */
interface Head {
  readonly number: bigint;
  /** Seconds since 1970. */
  readonly time: number;
}

/** A network's one socket, and how its sockets have done since the worker started. Times are in milliseconds. */
interface Line {
  rpc: SocketRpc | null;
  newest: Head | null;
  /** When it told of a higher block, or else was opened. */
  at: number;
  /** Failures in a row, and until when it is left alone for them. */
  faults: number;
  until: number;
  idle?: ReturnType<typeof setTimeout>;
}

const lines = new Map<number, Line>();

/**
 * The newest block, where one of the network's own sockets has told of it lately; null where it has to be asked for. A hint
 * that there is something new to read, and nothing else. To be called at every look: that opens the socket, and keeps it
 * open.
 */
export function newestHead({ id, sockets = [] }: Chain): Head | null {
  const line: Line = lines.get(id) ?? { rpc: null, newest: null, at: 0, faults: 0, until: 0 };
  lines.set(id, line);
  clearTimeout(line.idle);
  line.idle = setTimeout(() => hangUp(line), IDLE_MS);
  if (line.rpc && !sockets.includes(line.rpc.url)) hangUp(line);
  // Either way, because a clock may be set back.
  if (line.rpc && Math.abs(Date.now() - line.at) > SILENT_MS) fail(line);
  const url = sockets[line.faults % sockets.length];
  if (!line.rpc && url !== undefined && Date.now() >= line.until) void listen(id, url, line);
  return line.newest;
}

/** Until the socket ends, in whatever way. Never throws. */
async function listen(id: number, url: string, line: Line): Promise<void> {
  let rpc: SocketRpc | null = null;
  let subscription: unknown;
  try {
    rpc = socketAt(url, (news) => {
      if (line.rpc !== rpc || subscription === undefined || news.subscription !== subscription) return;
      const head = headIn(news);
      // Only a higher one is new: a socket that says the same again and again falls silent.
      if (!head || head.number <= (line.newest?.number ?? -1n)) return;
      line.newest = head;
      line.at = Date.now();
      line.faults = 0;
    });
    line.rpc = rpc;
    line.at = Date.now();
    if (BigInt(await rpc.request('eth_chainId')) === BigInt(id)) {
      subscription = await rpc.request('eth_subscribe', ['newHeads']);
      await rpc.ended;
    }
  } catch {
    // Why does not matter: blocks are asked for again, as if there were no socket.
  }
  if (line.rpc === rpc) fail(line);
}

function headIn({ result }: News): Head | null {
  const [number, time] = [result.number, result.timestamp];
  return isQuantity(number) && isQuantity(time) ? { number: BigInt(number), time: Number(time) } : null;
}

const isQuantity = (told: unknown): told is string => typeof told === 'string' && QUANTITY.test(told);

function fail(line: Line): void {
  hangUp(line);
  line.until = Date.now() + Math.min(FIRST_MS * 2 ** line.faults++, LONGEST_MS);
}

function hangUp(line: Line): void {
  line.rpc?.close();
  line.rpc = null;
  line.newest = null;
}

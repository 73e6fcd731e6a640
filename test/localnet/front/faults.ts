import { mapReplies, type RpcReply, type RpcRequest } from './rpc';
import { withWrongChain } from './wrongChain';

/** Wrong answers: the request reaches the chain, its reply is falsified. */
type Lie = 'wrongId' | 'notJson' | 'both' | 'array' | 'oddHex' | 'huge' | 'wrongChain';

export type Fault =
  /** The connection is destroyed. */
  | 'down'
  /** Never answers. */
  | 'hang'
  /** Headers and half of the body, then nothing more. */
  | 'slowBody'
  /** 200 with an HTML page, as captive portals and blocked endpoints give. */
  | 'html'
  /** 200 with no body. */
  | 'empty'
  | 'status500'
  /** With the wish to be left alone for a minute. */
  | 'status429'
  | 'status403'
  /** 307 to another path of the same host, where the right answer waits. */
  | 'redirect'
  | Lie
  | { delay: number };

const MORE_THAN_A_MEGABYTE = 1_200_000;

const LIES: Record<Lie, (requests: RpcRequest[], body: string) => string> = {
  wrongId: (requests, body) =>
    mapReplies(requests, body, (reply) => ({ ...reply, id: Number(reply.id) + 1_000_003 })),
  notJson: (_, body) => body.slice(0, -Math.ceil(body.length / 3)),
  both: (requests, body) =>
    mapReplies(requests, body, (reply) => ({ ...reply, error: { code: -32000, message: 'also failed' } })),
  array: (requests, body) => mapReplies(requests, body, (reply) => [reply]),
  oddHex: (requests, body) => mapReplies(requests, body, (reply) => changed(reply, shorterByOneDigit)),
  huge: (requests, body) =>
    mapReplies(requests, body, (reply) => ({
      ...reply,
      result: `0x${'00'.repeat(MORE_THAN_A_MEGABYTE / 2)}`,
    })),
  wrongChain: (requests, body) =>
    mapReplies(requests, body, (reply, request) => changed(reply, (r) => withWrongChain(request, r))),
};

const changed = (reply: RpcReply, change: (result: unknown) => unknown) =>
  'result' in reply ? { ...reply, result: change(reply.result) } : reply;

/** Odd in its count of digits, so no longer whole bytes; `0x1` becomes `0x`. */
const shorterByOneDigit = (result: unknown) =>
  typeof result === 'string' && result.length > 2 ? result.slice(0, -1) : result;

export function isLie(fault: Fault | undefined): fault is Lie {
  return typeof fault === 'string' && fault in LIES;
}

export function falsify(lie: Lie, requests: RpcRequest[], body: string): string {
  return LIES[lie](requests, body);
}

import { t } from '../i18n/t';
import { RpcError, TooMuch } from './errors';

const BYTES = /^0x(?:[0-9a-f]{2})*$/i;
/** As nodes write numbers, up to 64 bits. */
export const QUANTITY = /^0x(?:0|[1-9a-f][0-9a-f]{0,15})$/i;

/**
 * The result of one JSON-RPC reply, or an RpcError that says what is wrong with it. Strict, because viem would decode
 * an odd number of digits shifted by half a byte, and would take another request's answer for its own.
 */
export function parseReply(text: string, id: number, method: string): unknown {
  const reply = parseJson(text);
  if (typeof reply !== 'object' || reply === null || Array.isArray(reply)) {
    throw new RpcError(t('rpc.notReply'));
  }
  const { id: replyId, result, error } = reply as Record<string, unknown>;
  if (replyId !== id) throw new RpcError(t('rpc.otherRequest'));
  const hasResult = result !== undefined && result !== null;
  const hasError = error !== undefined && error !== null;
  if (hasResult === hasError) throw new RpcError(t('rpc.neither'));
  if (hasError) throw new TooMuch(t('rpc.refused', { reason: nodeMessage(error) }));
  // The one is for decodeLogs to look at, the other a name to be told again.
  if (method === 'eth_getLogs' || method === 'eth_subscribe') return result;
  const shape = method === 'eth_call' ? BYTES : QUANTITY;
  if (typeof result !== 'string' || !shape.test(result)) throw new RpcError(t('rpc.notHex'));
  return result;
}

function parseJson(text: string): unknown {
  if (text.trim() === '') throw new RpcError(t('rpc.empty'));
  try {
    return JSON.parse(text);
  } catch (cause) {
    const html = /^\s*</.test(text);
    throw new RpcError(html ? t('rpc.webPage') : t('rpc.brokenOff'), { cause });
  }
}

/** A node's message is somebody else's text: shortened, and freed of everything that is not printable ASCII. */
function nodeMessage(error: unknown): string {
  const message = (error as { message?: unknown }).message;
  return typeof message === 'string' ? message.replace(/[^\x20-\x7e]/g, ' ').slice(0, 80) : t('rpc.noReason');
}

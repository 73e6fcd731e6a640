import { t } from '../i18n/t';
import { TooMuch } from './errors';

/** More than any honest answer to one multicall; counted after inflation, so a compressed bomb ends here too. */
export const MAX_BODY_BYTES = 1_000_000;

/** Reads a response to its end, but never more than the limit: the stream is cancelled beyond it. */
export async function readBody(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      throw new TooMuch(t('rpc.tooLarge'));
    }
    text += decoder.decode(value, { stream: true });
  }
}

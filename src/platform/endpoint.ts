/** What keeps an address from being asked, before anybody is asked. */
export type EndpointFault = 'noUrl' | 'notHttps' | 'secret';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether an endpoint may be kept: over TLS unless it is on this machine, and without a password, which would stand in
 * storage and in every export for anyone to read. Null where nothing is wrong.
 */
export function endpointFault(text: string): EndpointFault | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url?.hostname || !/^[a-z]+:\/\//i.test(text)) return 'noUrl';
  if (url.username !== '' || url.password !== '') return 'secret';
  if (/^(http|ws)s:$/.test(url.protocol)) return null;
  return /^(http|ws):$/.test(url.protocol) && LOOPBACK.includes(url.hostname) ? null : 'notHttps';
}

/** Whether it only tells of new blocks: positions are read from the others. */
export const isSocket = (url: string): boolean => /^wss?:/i.test(url);

import { WebSocket } from 'ws';

/** What browsers have and Node 20 has not. There trouble is an event and no more, and every message has a turn of its own. */
export class NodeSocket extends WebSocket {
  /** Addresses that were opened, in order. */
  static readonly opened: string[] = [];

  constructor(url: string) {
    super(url, { allowSynchronousEvents: false });
    NodeSocket.opened.push(url);
    this.on('error', () => undefined);
  }
}

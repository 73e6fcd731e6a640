import { WebSocket } from 'ws';

/** A command's result, as the protocol has it (w3c.github.io/webdriver-bidi). */
type Result = Record<string, unknown>;

export interface Bidi {
  /** @throws with the browser's own words where it refuses */
  send(method: string, params?: object): Promise<Result>;
  close(): void;
}

interface Reply {
  readonly id?: number | null;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: Result;
  readonly error?: string;
  readonly message?: string;
}

interface Waiting {
  resolve(result: Result): void;
  reject(error: Error): void;
}

/** A WebDriver BiDi session, which Firefox speaks by itself: commands out, their results back. */
export async function connect(url: string): Promise<Bidi> {
  const socket = new WebSocket(url);
  await new Promise<void>((opened, failed) => {
    socket.once('open', opened);
    socket.once('error', failed);
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;

  socket.on('message', (data) => {
    const { id, type, result = {}, error, message } = JSON.parse(String(data)) as Reply;
    const command = waiting.get(id ?? -1);
    waiting.delete(id ?? -1);
    if (type === 'success') command?.resolve(result);
    else command?.reject(new Error(`${error}: ${message}`));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has closed the connection.'));
  });

  return {
    send(method, params = {}) {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
    close: () => socket.close(),
  };
}

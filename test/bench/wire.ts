import { gzipSync } from 'node:zlib';

/** What went over the wire: JSON bodies, as they are and as a server would compress its answers. */
export interface Traffic {
  requests: number;
  up: number;
  down: number;
  downCompressed: number;
}

/** Everything that is fetched while `work` runs. */
export async function trafficOf(work: () => Promise<unknown>): Promise<Traffic> {
  const traffic = { requests: 0, up: 0, down: 0, downCompressed: 0 };
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    traffic.requests++;
    // Awaited before it is added: several may be under way.
    const sent = (await request.clone().arrayBuffer()).byteLength;
    traffic.up += sent;
    const response = await fetch(request);
    const body = new Uint8Array(await response.clone().arrayBuffer());
    traffic.down += body.byteLength;
    traffic.downCompressed += gzipSync(body).byteLength;
    return response;
  };
  try {
    await work();
  } finally {
    globalThis.fetch = fetch;
  }
  return traffic;
}

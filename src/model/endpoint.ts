/**
 * How an RPC has behaved. `failing`: no usable answer. `behind`: its blocks are old, or go backwards. `limited`: it asks to
 * be left alone for a while. `barred`: it lets nobody in from here. `quarantined`: it serves another chain.
 */
export type EndpointState = 'healthy' | 'failing' | 'behind' | 'limited' | 'barred' | 'quarantined';

/** Of one RPC in this browser session. Times in milliseconds since 1970, by this machine's clock. */
export interface EndpointHealth {
  readonly host: string;
  readonly state: EndpointState;
  /** Until then the others are asked first; one that is limited or quarantined is not asked at all. */
  readonly until: number;
  /** What was last wrong with it, to complete "this RPC: …"; null where nothing is. */
  readonly reason: string | null;
  /** Milliseconds that its last good answer took; null before the first. */
  readonly latency: number | null;
  /** How often in a row it has failed, or was behind. */
  readonly faults: number;
  /** The newest block time it has told, in seconds since 1970. */
  readonly newest: number;
}

const HEAP_EVERY = 100;

/** What happened, counted by kind, and the memory it took. */
export class Tally {
  readonly faults: Record<string, number> = {};
  /** Megabytes in use after a collection, every hundred rounds; empty where none can be asked for. */
  readonly heap: number[] = [];
  rounds = 0;
  /** Rounds in which an RPC was heard. */
  readings = 0;

  count(kinds: readonly string[]): void {
    for (const kind of kinds) this.faults[kind] = (this.faults[kind] ?? 0) + 1;
  }

  /** @param hour since the beginning, @param wrong how much was wrong so far */
  endRound(hour: number, wrong: number): void {
    if (!globalThis.gc || this.rounds % HEAP_EVERY !== 0) return;
    globalThis.gc();
    const megabytes = process.memoryUsage().heapUsed / 2 ** 20;
    this.heap.push(megabytes);
    console.log(`hour ${hour.toFixed(1)}: ${this.rounds} rounds, ${wrong} wrong, ${megabytes.toFixed(1)} MB`);
  }
}

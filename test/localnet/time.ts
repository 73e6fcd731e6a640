import type { LocalClient } from './client';

export interface Time {
  /** Every further block bears the last one's time: no interest accrues, so a price flips at an exact unit. */
  freezeTime(): Promise<void>;
  /** Block times follow the clock again. */
  thawTime(): Promise<void>;
  /** Mines one block that many seconds later. */
  advance(seconds: number): Promise<void>;
  mine(blocks?: number): Promise<void>;
}

export function createTime(client: LocalClient): Time {
  return {
    freezeTime: () => client.setBlockTimestampInterval({ interval: 0 }),
    thawTime: () => client.removeBlockTimestampInterval(),
    async advance(seconds) {
      const { timestamp } = await client.getBlock();
      await client.setNextBlockTimestamp({ timestamp: timestamp + BigInt(seconds) });
      await client.mine({ blocks: 1 });
    },
    mine: (blocks = 1) => client.mine({ blocks }),
  };
}

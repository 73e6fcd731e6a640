import { numberToHex, pad, parseUnits } from 'viem';
import { createV2 } from '../aaveV2/pool';
import { V2_FEEDS } from '../localnet/production';
import { ContractRevert } from '../localnet/revert';
import { type Localnet, startLocalnet } from '../localnet/start';
import { type Borrower, borrowers, type Debt, type Protocol } from './borrowers';
import { dollarInEther, type Prices } from './prices';

/** What is done with a debt, by real transactions. */
interface Desk {
  supply(debt: Debt, amount: bigint): Promise<void>;
  borrow(debt: Debt, amount: bigint): Promise<void>;
  repay(debt: Debt, amount: bigint): Promise<void>;
  /** @returns the transaction; null where the pool refuses */
  liquidate(debt: Debt): Promise<string | null>;
}

export interface World {
  readonly net: Localnet;
  readonly borrowers: readonly Borrower[];
  /** One block at this time, with these prices. */
  moveTo(time: number, prices: Prices): Promise<void>;
  /** The owner pays back or borrows a share of the first debt. @returns whether the pool let them */
  act(debt: Debt, percent: bigint): Promise<boolean>;
  /** @returns the transaction; null where the pool refuses */
  liquidate(debt: Debt): Promise<string | null>;
}

/** The real contracts, and borrowers from calm to nearly liquidated. */
export async function startWorld(count: number, start: number): Promise<World> {
  const net = await startLocalnet({ timestamp: start });
  const all = borrowers(count);
  const desks = desksOf(net);
  for (const debt of all.flatMap(({ debts }) => debts)) {
    await desks[debt.protocol].supply(debt, parseUnits('10', 18));
    await desks[debt.protocol].borrow(debt, debt.amount);
  }
  return {
    net,
    borrowers: all,
    async moveTo(time, { ether, stakedEther }) {
      await net.setPrice('WETH', ether, { mine: false });
      await net.setPrice('wstETH', stakedEther, { mine: false });
      const value = numberToHex(dollarInEther(ether), { size: 32 });
      await net.client.setStorageAt({ address: V2_FEEDS.USDC as `0x${string}`, index: pad('0x0'), value });
      const { timestamp } = await net.client.getBlock();
      await net.advance(time - Number(timestamp));
    },
    async act(debt, percent) {
      const desk = desks[debt.protocol];
      const amount = (debt.amount * (percent < 0n ? -percent : percent)) / 100n;
      try {
        await (percent < 0n ? desk.repay : desk.borrow)(debt, amount);
        return true;
      } catch (error) {
        if (!(error instanceof ContractRevert)) throw error;
        return false;
      }
    },
    liquidate: (debt) => desks[debt.protocol].liquidate(debt),
  };
}

function desksOf(net: Localnet): Record<Protocol, Desk> {
  const v2 = createV2(net);
  return {
    v3: {
      supply: ({ owner, held }, amount) => net.supply('Core', owner, held, amount),
      borrow: ({ owner, owed }, amount) => net.borrow('Core', owner, owed, amount),
      repay: ({ owner, owed }, amount) => net.repay('Core', owner, owed, amount),
      async liquidate({ owner: borrower, held: collateral, owed: debt }) {
        const done = await net.liquidate({ market: 'Core', borrower, collateral, debt });
        return done.ok ? done.txHash : null;
      },
    },
    v2: {
      supply: ({ owner, held }, amount) => v2.deposit(owner, held, amount),
      borrow: ({ owner, owed }, amount) => v2.borrow(owner, owed, amount, 'variable'),
      repay: ({ owner, owed }, amount) => v2.repay(owner, owed, amount),
      async liquidate({ owner, held, owed }) {
        const done = await v2.liquidate(owner, held, owed);
        return done.ok ? ((await net.client.getBlock()).transactions[0] ?? null) : null;
      },
    },
  };
}

import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Address } from '../model/asset';
import type { Card } from '../model/card';
import type { Dues, DuesOf } from '../model/purse';
import type { BadgePlace, RpcAnswer, Scheme, Trouble, WalletChange } from '../model/settings';
import type { PageHint } from '../model/snapshot';

/** What the badge on a page is to show. */
export interface PageView {
  /** About the one account in question; "unknown" with a reason when there are several to choose from. */
  readonly card: Card;
  readonly place: BadgePlace | null;
  readonly scheme: Scheme;
}

/** Every message there is: name, what it carries, what comes back. Only the worker answers. */
export interface Messages {
  /** From a lending page, while it is visible: on load, on an account change, and as time goes by. */
  look(page: PageHint): PageView;
  /** From the badge: where the user put it on this site. */
  place(place: BadgePlace): void;
  /** From the popup: read again now. */
  refresh(address: Address): void;
  /** From the popup: follow this address from now on, or no longer. */
  watch(address: Address): void;
  unwatch(address: Address): void;
  /** From the options: what a watched wallet is called and where it is read. */
  wallet(change: WalletChange): void;
  /** From the options: read this network from now on, or no longer. */
  network(change: { readonly id: number; readonly on: boolean }): void;
  /** From the options: ask this endpoint once, and say how it answers. */
  testRpc(url: string): RpcAnswer;
  /** From the options: show a notification, to see that it comes. */
  testAlert(): void;
  /** From the options: what is kept was changed from there, so read it all again. */
  reread(): void;
  /** From popup and options: what keeps the worker from keeping anything. */
  troubles(): Trouble[];
  /** From a position's screen: what it pays and earns, and what its wallet has to act with. */
  dues(of: DuesOf): Dues;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();

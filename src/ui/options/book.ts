import type { Address } from '../../model/asset';
import type { AlertChoices, RpcAnswer, Scheme, Trouble, WalletChange } from '../../model/settings';
import type { Wallet } from '../../model/snapshot';

export interface NetworkChoice {
  readonly id: number;
  readonly name: string;
  readonly on: boolean;
  /** Asked in this order. */
  readonly rpcs: readonly string[];
  /** Those that are asked until the user chooses. */
  readonly usual: readonly string[];
}

/** Everything that the options show. */
export interface OptionsBook {
  /** Watched ones only. */
  readonly wallets: readonly Wallet[];
  readonly networks: readonly NetworkChoice[];
  /** Whether good news is asked of a second endpoint. */
  readonly verify: boolean;
  /** Readings of one network a day, while all is safe and while something is critical. */
  readonly perDay: { readonly calm: number; readonly tense: number };
  readonly choices: AlertChoices;
  readonly scheme: Scheme;
  /** Lending sites of the manifest. */
  readonly sites: readonly string[];
  /** Sites that the user has added. */
  readonly ownSites: readonly string[];
  /** Where the badge is hidden. */
  readonly hiddenOn: readonly string[];
  readonly troubles: readonly Trouble[];
}

/** What a file would change, line by line. Nothing is changed before `run`. */
export interface ImportPlan {
  readonly changes: readonly string[];
  run(): Promise<void>;
}

/** What the options ask for. A rejection's message is shown to the user as it is. */
export interface OptionsHandlers {
  watch(address: Address): Promise<void>;
  unwatch(address: Address): Promise<void>;
  wallet(change: WalletChange): Promise<void>;
  network(id: number, on: boolean): Promise<void>;
  /** Asks the browser for leave, tries the endpoint and puts it first; called from a click. */
  addRpc(network: NetworkChoice, url: string): Promise<void>;
  /** Null is back to the usual ones. */
  rpcs(network: NetworkChoice, urls: readonly string[] | null): Promise<void>;
  testRpc(url: string): Promise<RpcAnswer>;
  verify(on: boolean): Promise<void>;
  choices(change: Partial<AlertChoices>): Promise<void>;
  testAlert(): Promise<void>;
  scheme(to: Scheme): Promise<void>;
  /** Shows the badge on this site, or no longer. */
  badge(host: string, on: boolean): Promise<void>;
  addSite(host: string): Promise<void>;
  removeSite(host: string): Promise<void>;
  /** Hands the user a file with everything. */
  save(): Promise<void>;
  plan(text: string): Promise<ImportPlan>;
  reset(): Promise<void>;
}

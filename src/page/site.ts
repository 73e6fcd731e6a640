import { isLending, type LendingHost } from './hosts';

export interface Site {
  readonly id: 'aave' | 'compound' | 'morpho' | 'spark' | 'summer' | 'defisaver' | 'instadapp';
  /** As borrowers call it. */
  readonly name: string;
  /** What this version cannot read there, to go into "Plimsoll does not read … yet"; null when it reads it all. */
  readonly unread: string | null;
  /** The protocol that is searched for the owner's markets, where a search that is not over matters. */
  readonly searched?: string;
}

const aave: Site = { id: 'aave', name: 'Aave', unread: null };
const compound: Site = { id: 'compound', name: 'Compound', unread: null };
const instadapp: Site = {
  id: 'instadapp',
  name: 'Instadapp',
  unread: 'positions held in its smart wallets',
};

const sites: Readonly<Record<LendingHost, Site>> = {
  'app.aave.com': aave,
  'pro.aave.com': aave,
  'app.compound.finance': compound,
  'v3-app.compound.finance': compound,
  'app.morpho.org': { id: 'morpho', name: 'Morpho', unread: null, searched: 'morphoBlue' },
  'app.spark.fi': { id: 'spark', name: 'Spark', unread: null },
  'app.summer.fi': { id: 'summer', name: 'Summer.fi', unread: 'positions held in its smart wallets' },
  'app.defisaver.com': { id: 'defisaver', name: 'DeFi Saver', unread: 'positions held in its smart wallets' },
  'app.instadapp.io': instadapp,
  'defi.instadapp.io': instadapp,
};

/** The lending site that a page belongs to; null for any other page. */
export const siteOf = (location: Pick<Location, 'protocol' | 'hostname'>): Site | null =>
  isLending(location) ? sites[location.hostname as LendingHost] : null;

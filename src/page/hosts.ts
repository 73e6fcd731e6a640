/** The lending pages of this version: exact hosts, as in the manifest. */
export const lendingHosts = [
  'app.aave.com',
  'pro.aave.com',
  'app.compound.finance',
  'v3-app.compound.finance',
  'app.morpho.org',
  'app.spark.fi',
  'app.summer.fi',
  'app.defisaver.com',
  'app.instadapp.io',
  'defi.instadapp.io',
] as const;

export type LendingHost = (typeof lendingHosts)[number];

/** Where the content scripts run: over TLS only. */
export const lendingMatches: readonly string[] = lendingHosts.map((host) => `https://${host}/*`);

export const isLending = ({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean =>
  protocol === 'https:' && lendingHosts.some((host) => host === hostname);

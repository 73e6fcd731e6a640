import type { LenderPreset } from '../model/lender';

export const lenderPresets: readonly LenderPreset[] = [
  {
    name: 'Nexo',
    tiers: { start: '0.5', marginCall: '0.714', liquidation: '0.833' },
    sources: [
      {
        url: 'https://support.nexo.io/hc/en-us/articles/360008115854-Are-there-margin-calls-will-I-be-notified-beforehand-and-how-much-time-I-will-have-to-respond-',
        says: 'nexoTerms',
        date: null,
      },
      {
        url: 'https://nexo.com/borrow/bitcoin',
        says: 'nexoBitcoin',
        date: null,
      },
    ],
  },
  {
    name: 'Ledn',
    tiers: { start: '0.5', marginCall: '0.7', liquidation: '0.8' },
    sources: [
      {
        url: 'https://blog.ledn.io/en/first-blog/loan-management-tips',
        says: 'lednTerms',
        date: null,
      },
      {
        url: 'https://help.ledn.io/hc/en-us/sections/28298460207767-Loan-Management',
        says: 'lednStart',
        date: null,
      },
      {
        url: 'https://cryptorenews.com/news/ledn-secured-188-million-through-bonds-backed-by-bitcoin-loans-2026-02-19-134142',
        says: 'lednLiquidation',
        date: '2026-02-19',
      },
    ],
  },
];

import type { LenderPreset } from '../model/lender';

export const lenderPresets: readonly LenderPreset[] = [
  {
    name: 'Nexo',
    tiers: { start: '0.5', marginCall: '0.714', liquidation: '0.833' },
    sources: [
      {
        url: 'https://support.nexo.io/hc/en-us/articles/360008115854-Are-there-margin-calls-will-I-be-notified-beforehand-and-how-much-time-I-will-have-to-respond-',
        says: 'Warns at 71.4%, 74.1% and 76.9%; repays itself from the collateral, in parts, from 83.3%.',
        date: null,
      },
      {
        url: 'https://nexo.com/borrow/bitcoin',
        says: 'Lends 50% against Bitcoin; other assets have other shares.',
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
        says: 'Asks for more collateral above 70%; sells collateral and closes the loan above 80%.',
        date: null,
      },
      {
        url: 'https://help.ledn.io/hc/en-us/sections/28298460207767-Loan-Management',
        says: 'Lends 50% at the start, in general.',
        date: null,
      },
      {
        url: 'https://cryptorenews.com/news/ledn-secured-188-million-through-bonds-backed-by-bitcoin-loans-2026-02-19-134142',
        says: 'Liquidates above 80%.',
        date: '2026-02-19',
      },
    ],
  },
];

import type { KeptCustodial, KeptTerm, LoanDraft } from '../../src/model/lender';
import type { Collateral, Market, Position } from '../../src/model/position';
import type { Forms } from '../../src/ui/forms/forms';
import type { Book } from '../../src/ui/popup/book';
import { account, cards, minedAt } from './cards';

/** Made by hand, to be looked at: no chain said any of this, and no lender. The day of the previews is 2026-11-18. */
const held = (symbol: string, price: string, loanToValue: string, threshold: string): Collateral => ({
  address: `0x${symbol.charCodeAt(1)}`,
  symbol,
  decimals: 18,
  amount: '1000000000000000000',
  price,
  priceDecimals: 8,
  feed: '0x1',
  conditions: [],
  loanToValue,
  threshold,
  enabled: true,
});

const core: Market = { protocol: 'aaveV3', chainId: 1, address: '0x01', name: 'Aave v3 Core' };
const base: Market = { protocol: 'compoundV3', chainId: 8453, address: '0x02', name: 'Compound v3 USDC' };
const v2: Market = { protocol: 'aaveV2', chainId: 1, address: '0x03', name: 'Aave v2' };

const positionAt = (market: Market, collateral: readonly Collateral[], unit = 'USD'): Position => ({
  market,
  owner: account,
  unit,
  factorScale: '10000',
  collateral,
  debt: [],
  contract: { healthFactor: null, liquidatable: false },
  agrees: true,
});

const read = [
  positionAt(core, [
    held('WETH', '302012345678', '8050', '8300'),
    held('WBTC', '6148000000000', '7300', '7800'),
  ]),
  positionAt(base, [held('WETH', '301900000000', '8300', '9000')]),
  positionAt(v2, [held('WBTC', '2035000000000', '7300', '7800')], 'ETH'),
].map((position) => {
  const each = {
    key: `${position.market.chainId}:${position.market.address}`,
    position,
    block: { number: '24512345', timestamp: minedAt },
    rpc: 'ethereum-rpc.publicnode.com',
    oracles: {},
  };
  return each;
});

const none: Forms = { loans: [], setAside: [], calculator: null, draft: null };
const networks = [
  { id: 1, name: 'Ethereum', on: true },
  { id: 8453, name: 'Base', on: true },
];

const bookOf = (forms: Partial<Forms>, watched = false, seconds = 0): Book => ({
  wallets: watched
    ? [
        {
          wallet: { address: account, watched: true, seenOn: null, label: '', chains: null },
          card: cards.low,
          busy: false,
          read: read.map((each) => ({
            ...each,
            block: { ...each.block, timestamp: each.block.timestamp - seconds },
          })),
        },
      ]
    : [],
  networks,
  forms: { ...none, ...forms },
});

const custodial = (
  id: string,
  name: string,
  price: string,
  more: Partial<KeptCustodial> = {},
): KeptCustodial => ({
  kind: 'custodial',
  id,
  name,
  currency: 'USD',
  yearlyRate: '0.129',
  loan: '50000',
  asOf: '2026-11-18',
  tiers: { start: '0.5', marginCall: '0.7', liquidation: '0.8' },
  collateral: [{ symbol: 'BTC', amount: '1', price, follows: false }],
  ...more,
});
const follows = [{ symbol: 'WBTC', amount: '1.2', price: '0', follows: true }];

const term = (id: string, name: string, payment: string, dueDate = '2027-02-28'): KeptTerm => ({
  kind: 'term',
  id,
  name,
  currency: 'USDC',
  yearlyRate: '0.09',
  principal: '1000000',
  nextPayment: { date: payment, amount: '7500' },
  dueDate,
  graceDays: 5,
});

const draft: LoanDraft = {
  id: null,
  kind: 'custodial',
  fields: {
    ...{ name: 'Ledn', currency: 'USD', yearlyRate: '12,9', loan: '50 000', asOf: '2026-11-18', start: '50' },
    ...{ marginCall: '70', liquidation: '60', principal: '', paymentDate: '', paymentAmount: '' },
    ...{ dueDate: '', graceDays: '0' },
  },
  collateral: [{ symbol: 'WBTC', amount: '', price: '', follows: true }],
};

export const formBooks: Readonly<Record<string, Book>> = {
  calcExample: bookOf({}),
  calcBlank: bookOf({ calculator: [] }),
  calcFilled: bookOf(
    {
      calculator: [
        { side: 'collateral', symbol: 'ETH', amount: '10', price: '2000', factor: '75', threshold: '80' },
        { side: 'debt', symbol: 'USDC', value: '10000' },
      ],
    },
    true,
  ),
  calcErrors: bookOf({
    calculator: [
      { side: 'collateral', symbol: 'ETH', amount: '1,5', price: '', factor: '90', threshold: '80' },
      { side: 'collateral', symbol: '', value: 'x', factor: '101', threshold: '101' },
      { side: 'debt', symbol: 'USDC', amount: '-1', price: '1' },
    ],
  }),
  loansNone: bookOf({}),
  loansLevels: bookOf(
    {
      loans: [
        custodial('a', 'Safe lender', '200000'),
        custodial('b', 'Ledn', '100000'),
        custodial('c', 'Called lender', '71000'),
        custodial('d', 'Nexo', '65000', { asOf: '2026-08-01' }),
        custodial('e', 'Gone lender', '60000'),
        custodial('f', 'Follower', '0', { collateral: follows }),
        term('g', 'Maple', '2026-12-01'),
      ],
    },
    true,
  ),
  loansOld: bookOf({ loans: [custodial('f', 'Follower', '0', { collateral: follows })] }, true, 700),
  loansTerm: bookOf({
    loans: [
      term('a', 'Maple', '2026-12-01'),
      term('b', 'TrueFi', '2026-11-20'),
      term('c', 'Clearpool', '2026-11-15'),
      term('d', 'Goldfinch', '2026-10-01'),
    ],
  }),
  loansBroken: bookOf({
    loans: [term('a', 'Maple', '2026-12-01')],
    setAside: [{ kind: 'custodial', loan: 7 }],
  }),
  loansDraft: bookOf({ draft }, true),
};

/** Where in the popup a state is looked at. */
export const formHash = (name: string): string => (name.startsWith('calc') ? '#calculator' : '#lenders');

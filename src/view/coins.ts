/** Coins that pay for gas where it is not ether. */
const coins: Readonly<Record<number, string>> = {
  14: 'FLR',
  25: 'CRO',
  50: 'XDC',
  56: 'BNB',
  100: 'xDAI',
  137: 'POL',
  143: 'MON',
  146: 'S',
  196: 'OKB',
  239: 'TAC',
  252: 'FRAX',
  988: 'USDT0',
  999: 'HYPE',
  1088: 'METIS',
  1329: 'SEI',
  2020: 'RON',
  5000: 'MNT',
  5042: 'USDC',
  8217: 'KAIA',
  9745: 'XPL',
  42220: 'CELO',
  42793: 'XTZ',
  43114: 'AVAX',
  98866: 'PLUME',
  200901: 'BTC',
};

/** Rollups on which a transaction pays for its data on another chain as well: OP Stack, Arbitrum, Scroll, Metis, Morph. */
const dataFees: readonly number[] = [
  10, 130, 196, 252, 480, 1088, 1135, 1868, 2818, 4326, 4663, 5000, 8453, 34443, 42161, 43111, 57073, 98866,
  534352, 747474,
];

/** zkSync and Abstract run a machine of their own, whose gas is another one. */
const otherGas: readonly number[] = [324, 2741];

export const coinOf = (chainId: number): string => coins[chainId] ?? 'ETH';
export const hasDataFee = (chainId: number): boolean => dataFees.includes(chainId);
export const hasOtherGas = (chainId: number): boolean => otherGas.includes(chainId);

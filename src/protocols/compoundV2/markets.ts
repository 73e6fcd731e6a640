import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';

/** The Comptroller, behind its proxy: the contract that judges; liquidations go to its cTokens. */
export const markets: readonly Market[] = [
  {
    protocol: 'compoundV2',
    chainId: 1,
    address: '0x3d9819210A31b4961b30EF54bE2aeD79B9c9Cd3B',
    name: 'Compound v2',
  },
];

/** Compound's Ethereum mainnet deployment, with the decimals of each underlying token. */
export const cTokens: Readonly<Record<string, readonly [address: Address, decimals: number]>> = {
  cAAVE: ['0xe65cdB6479BaC1e22340E4E755fAE7E509EcD06c', 18],
  cBAT: ['0x6C8c6b02E7b2BE14d4fA6022Dfd6d75921D90E4E', 18],
  cCOMP: ['0x70e36f6BF80a52b3B46b3aF8e106CC0ed743E8e4', 18],
  cDAI: ['0x5d3a536E4D6DbD6114cc1Ead35777bAB948E3643', 18],
  cETH: ['0x4Ddc2D193948926D02f9B1fE9e1daa0718270ED5', 18],
  cLINK: ['0xFAce851a4921ce59e912d19329929CE6da6EB0c7', 18],
  cMKR: ['0x95b4eF2869eBD94BEb4eEE400a99824BF5DC325b', 18],
  cREP: ['0x158079Ee67Fce2f58472A96584A73C7Ab9AC95c1', 18],
  cSAI: ['0xF5DCe57282A584D2746FaF1593d3121Fcac444dC', 18],
  cSUSHI: ['0x4B0181102A0112A2ef11AbEE5563bb4a3176c9d7', 18],
  cTUSD: ['0x12392F67bdf24faE0AF363c24aC620a2f67DAd86', 18],
  cUNI: ['0x35A18000230DA775CAc24873d00Ff85BccdeD550', 18],
  cUSDC: ['0x39AA39c021dfbaE8faC545936693aC917d5E7563', 6],
  cUSDT: ['0xf650C3d88D12dB855b8bf7D11Be6C55A4e07dCC9', 6],
  cWBTC: ['0xC11b1268C1A384e55C48c2391d8d480264A3A7F4', 8],
  cWBTC2: ['0xccF4429DB6322D5C611ee964527D42E5d685DD6a', 8],
  cYFI: ['0x80a2AE356fc9ef4305676f7a3E2Ed04e12C33946', 18],
  cZRX: ['0xB3319f5D18Bc0D84dD1b4825Dcde5d5f7266d407', 18],
};

const decimals = new Map(Object.values(cTokens));

/** Known beforehand, so that a first reading need not ask in two steps; null for a market listed since. */
export const decimalsBehind = (cToken: Address): number | null => decimals.get(cToken) ?? null;

/** The one cToken of ether itself, which no address stands for: it has no underlying(). */
export const CETH: Address = '0x4Ddc2D193948926D02f9B1fE9e1daa0718270ED5';

/** As wallets and aggregators write ether where an address is wanted. */
export const ETHER: Address = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE';

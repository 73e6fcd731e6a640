import { t } from '../i18n/t';
import type { Address } from '../model/asset';

export interface Chain {
  readonly id: number;
  readonly name: string;
  /** Public endpoints of independent operators that allow any origin (CORS), asked in this order. */
  readonly rpcs: readonly string[];
  /** Where Multicall3 is, if not where it usually is. */
  readonly multicall?: Address;
  /** The user's own that tell of new blocks; nothing else is asked of them, and none are ours. */
  readonly sockets?: readonly string[];
}

interface ListedChain extends Chain {
  /** Read unless the user turns it off: much is borrowed there. The others wait to be turned on. */
  readonly usual: boolean;
}

const chain = (id: number, name: string, usual: boolean, ...rpcs: string[]): ListedChain => ({
  id,
  name,
  usual,
  rpcs,
});

/**
 * Written by hand: viem's own list brings 185 kB. Left out are chains of which only one public operator is known (Eden, Corn,
 * Gensyn, Pharos), those not known to have Multicall3 (0G), and Tempo, which has no coin of its own for gas.
 */
export const chains: readonly ListedChain[] = [
  chain(1, 'Ethereum', true, 'https://ethereum-rpc.publicnode.com', 'https://eth.drpc.org'),
  chain(8453, 'Base', true, 'https://base-rpc.publicnode.com', 'https://base.drpc.org'),
  chain(42161, 'Arbitrum', true, 'https://arbitrum-one-rpc.publicnode.com', 'https://arbitrum.drpc.org'),
  chain(137, 'Polygon', true, 'https://polygon-bor-rpc.publicnode.com', 'https://polygon.drpc.org'),
  chain(10, 'OP Mainnet', true, 'https://optimism-rpc.publicnode.com', 'https://optimism.drpc.org'),
  chain(
    43114,
    'Avalanche',
    true,
    'https://avalanche-c-chain-rpc.publicnode.com',
    'https://avalanche.drpc.org',
  ),
  chain(56, 'BNB Chain', true, 'https://bsc-rpc.publicnode.com', 'https://bsc.drpc.org'),
  chain(59144, 'Linea', false, 'https://linea-rpc.publicnode.com', 'https://linea.drpc.org'),
  chain(100, 'Gnosis', false, 'https://gnosis-rpc.publicnode.com', 'https://gnosis.drpc.org'),
  chain(534352, 'Scroll', false, 'https://scroll-rpc.publicnode.com', 'https://scroll.drpc.org'),
  chain(130, 'Unichain', false, 'https://unichain-rpc.publicnode.com', 'https://unichain.drpc.org'),
  chain(146, 'Sonic', false, 'https://sonic-rpc.publicnode.com', 'https://sonic.drpc.org'),
  chain(42220, 'Celo', false, 'https://celo-rpc.publicnode.com', 'https://celo.drpc.org'),
  chain(5000, 'Mantle', false, 'https://mantle-rpc.publicnode.com', 'https://mantle.drpc.org'),
  chain(143, 'Monad', false, 'https://rpc.monad.xyz', 'https://monad-mainnet.drpc.org'),
  chain(196, 'X Layer', false, 'https://rpc.xlayer.tech', 'https://xlayer.drpc.org'),
  chain(252, 'Fraxtal', false, 'https://rpc.frax.com', 'https://fraxtal.drpc.org'),
  chain(999, 'HyperEVM', false, 'https://rpc.hyperliquid.xyz/evm', 'https://hyperliquid.drpc.org'),
  chain(1088, 'Metis', false, 'https://metis-rpc.publicnode.com', 'https://metis.drpc.org'),
  chain(1329, 'Sei', false, 'https://evm-rpc.sei-apis.com', 'https://sei.publicnode.com'),
  chain(1868, 'Soneium', false, 'https://rpc.soneium.org', 'https://soneium.drpc.org'),
  chain(2020, 'Ronin', false, 'https://api.roninchain.com/rpc', 'https://ronin.gateway.tenderly.co'),
  chain(5042, 'Arc', false, 'https://rpc.mainnet.arc.io', 'https://arc.drpc.org'),
  chain(9745, 'Plasma', false, 'https://rpc.plasma.to', 'https://plasma.drpc.org'),
  chain(34443, 'Mode', false, 'https://mainnet.mode.network', 'https://mode.drpc.org'),
  chain(57073, 'Ink', false, 'https://rpc-gel.inkonchain.com', 'https://ink.drpc.org'),
  chain(98866, 'Plume', false, 'https://rpc.plume.org', 'https://plume.drpc.org'),
  chain(747474, 'Katana', false, 'https://rpc.katana.network', 'https://katana.drpc.org'),
  chain(14, 'Flare', false, 'https://flare-api.flare.network/ext/C/rpc', 'https://flare.gateway.tenderly.co'),
  chain(25, 'Cronos', false, 'https://cronos-evm-rpc.publicnode.com', 'https://evm.cronos.org'),
  chain(239, 'TAC', false, 'https://rpc.ankr.com/tac', 'https://tac.drpc.org'),
  chain(
    480,
    'World Chain',
    false,
    'https://worldchain-mainnet.g.alchemy.com/public',
    'https://worldchain.drpc.org',
  ),
  chain(988, 'Stable', false, 'https://rpc.stable.xyz', 'https://stable.gateway.tenderly.co'),
  chain(2818, 'Morph', false, 'https://rpc.morphl2.io', 'https://morph.drpc.org'),
  chain(4326, 'MegaETH', false, 'https://mainnet.megaeth.com/rpc', 'https://megaeth.drpc.org'),
  chain(
    4663,
    'Robinhood Chain',
    false,
    'https://rpc.mainnet.chain.robinhood.com',
    'https://robinhood.drpc.org',
  ),
  chain(8217, 'Kaia', false, 'https://public-en.node.kaia.io', 'https://kaia.drpc.org'),
  chain(42793, 'Etherlink', false, 'https://node.mainnet.etherlink.com', 'https://etherlink.drpc.org'),
  chain(43111, 'Hemi', false, 'https://rpc.hemi.network/rpc', 'https://hemi.drpc.org'),
  {
    ...chain(50, 'XDC', false, 'https://erpc.xinfin.network', 'https://rpc.ankr.com/xdc'),
    multicall: '0x0B1795ccA8E4eC4df02346a082df54D437F8D9aF',
  },
  {
    ...chain(324, 'zkSync', false, 'https://mainnet.era.zksync.io', 'https://zksync.drpc.org'),
    multicall: '0xF9cda624FBC7e059355ce98a31693d299FACd963',
  },
  {
    ...chain(1135, 'Lisk', false, 'https://rpc.api.lisk.com', 'https://lisk.drpc.org'),
    multicall: '0xA9d71E1dd7ca26F26e656E66d6AA81ed7f745bf0',
  },
  {
    ...chain(2741, 'Abstract', false, 'https://api.mainnet.abs.xyz', 'https://abstract.drpc.org'),
    multicall: '0xAa4De41dba0Ca5dCBb288b7cC6b708F3aaC759E7',
  },
  {
    ...chain(200901, 'Bitlayer', false, 'https://rpc.bitlayer.org', 'https://bitlayer.drpc.org'),
    multicall: '0x5B256fE9e993902eCe49D138a5b1162cBb529474',
  },
];

export const chainById = (id: number): Chain | undefined => chains.find((each) => each.id === id);

/** As people call it; a chain that Plimsoll does not know has only its number. */
export const chainName = (id: number): string => chainById(id)?.name ?? t('chain.numbered', { id });

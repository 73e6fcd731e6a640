export interface Chain {
  readonly id: number;
  readonly name: string;
  /** Public endpoints of independent operators that allow any origin (CORS), asked in this order. */
  readonly rpcs: readonly string[];
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

/** Written by hand: viem's own list brings 185 kB. */
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
];

export const chainById = (id: number): Chain | undefined => chains.find((each) => each.id === id);

/** As people call it; a chain that Plimsoll does not know has only its number. */
export const chainName = (id: number): string => chainById(id)?.name ?? `chain ${id}`;

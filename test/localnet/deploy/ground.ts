import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Hex } from 'viem';
import { artifactsV30 } from '../artifactsV30';
import type { LocalClient } from '../client';
import { MULTICALL3, SYMBOLS, TOKENS } from '../production';
import { createDeployer, installCode } from './deployer';
import { INITIAL_PRICES } from './parameters';

/** viem carries Multicall3's creation code for deployless calls but exports it under no name. */
function multicall3CreationCode(): Hex {
  const require = createRequire(import.meta.url);
  const constants = join(dirname(require.resolve('viem')), 'constants/contracts.js');
  return (require(constants) as { multicall3Bytecode: Hex }).multicall3Bytecode;
}

/** What stands under every market: Multicall3, the tokens (anyone may mint) and their price feeds. */
export async function deployGround(client: LocalClient): Promise<void> {
  await installCode(client, MULTICALL3, multicall3CreationCode());
  const deployer = createDeployer(client, artifactsV30);
  for (const symbol of SYMBOLS) {
    const token = TOKENS[symbol];
    await deployer.install(token.address, 'MintableERC20', [symbol, symbol, token.decimals]);
    await deployer.install(token.feed, 'MockAggregator', [INITIAL_PRICES[symbol]]);
  }
}

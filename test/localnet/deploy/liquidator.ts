import { type Address, encodeFunctionData, maxUint256, parseUnits } from 'viem';
import { tokenAbi } from '../abi';
import { type LocalClient, sendAndMine } from '../client';
import { MARKETS, type MarketName, SYMBOLS, TOKENS } from '../production';

/** Holds every token and has approved every pool, so that trying a liquidation needs no preparing transaction. */
export const LIQUIDATOR: Address = '0x11c0000000000000000000000000000000000001';

const WHOLE_TOKENS = '1000000000000';

export async function fundLiquidator(client: LocalClient, markets: MarketName[]): Promise<void> {
  for (const symbol of SYMBOLS) {
    const { address: to, decimals } = TOKENS[symbol];
    const mint = { functionName: 'mint', args: [LIQUIDATOR, parseUnits(WHOLE_TOKENS, decimals)] } as const;
    await sendAndMine(client, { from: LIQUIDATOR, to, data: encodeFunctionData({ abi: tokenAbi, ...mint }) });
    for (const market of markets) {
      const approve = { functionName: 'approve', args: [MARKETS[market].pool, maxUint256] } as const;
      const data = encodeFunctionData({ abi: tokenAbi, ...approve });
      await sendAndMine(client, { from: LIQUIDATOR, to, data });
    }
  }
}

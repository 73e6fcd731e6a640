import { type Address, parseUnits } from 'viem';
import { createV2 } from '../aaveV2/pool';
import { createCompoundV2 } from '../localnet/compoundV2';
import { createMorpho } from '../localnet/morpho';
import type { Localnet } from '../localnet/start';

const ether = (whole: string) => parseUnits(whole, 18);
const usdc = (whole: string) => parseUnits(whole, 6);

/** One collateral and one debt in every protocol whose contracts run on the local chain, by its id. */
export const loans: Readonly<Record<string, (net: Localnet, owner: Address) => Promise<void>>> = {
  async aaveV3(net, owner) {
    await net.supply('Core', owner, 'WETH', ether('10'));
    await net.borrow('Core', owner, 'USDC', usdc('17000'));
  },
  async spark(net, owner) {
    await net.supply('Spark', owner, 'WETH', ether('5'));
    await net.borrow('Spark', owner, 'DAI', ether('4000'));
  },
  async aaveV2(net, owner) {
    const v2 = createV2(net);
    await v2.deposit(owner, 'WETH', ether('4'));
    await v2.borrow(owner, 'USDC', usdc('3000'), 'variable');
  },
  async morphoBlue(net, owner) {
    const morpho = createMorpho(net.client);
    await morpho.supplyCollateral('WBTC/USDC', owner, parseUnits('1', 8));
    await morpho.borrow('WBTC/USDC', owner, usdc('20000'));
  },
  async compoundV2(net, owner) {
    const compound = createCompoundV2(net.client);
    await compound.mint('cETH', owner, ether('10'));
    await compound.enter(owner, ['cETH']);
    await compound.borrow('cUSDC', owner, usdc('9000'));
  },
};

export async function openEverywhere(net: Localnet, owner: Address): Promise<void> {
  for (const open of Object.values(loans)) await open(net, owner);
}

import type { Protocol } from '../../src/model/reader';
import { aaveV2 } from '../../src/protocols/aaveV2';
import { aaveV3 } from '../../src/protocols/aaveV3';
import { aaveV4 } from '../../src/protocols/aaveV4';
import { compoundV2 } from '../../src/protocols/compoundV2';
import { compoundV3 } from '../../src/protocols/compoundV3';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import { cases as casesV2, openCase as openV2 } from '../aaveV2/cases';
import { createV2 } from '../aaveV2/pool';
import { cases as casesV3, openCase as openV3 } from '../aaveV3/cases';
import { borrowerOf } from '../aaveV3/portfolio';
import { marketOf } from '../compoundV3/readComet';
import { createCompoundV2 } from '../localnet/compoundV2';
import { marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho } from '../localnet/morpho';
import type { Localnet } from '../localnet/start';
import { told } from '../morphoBlue/readMorpho';
import { aaveV4Recording, recorded } from '../replay/aaveV4';
import { cometRecording, cometVectors } from '../replay/comet';
import { fromChain, fromRecording, type Transcript, transcriptOf } from './transcript';

const OWNER = borrowerOf(0);

/** The production protocols, each with somebody who borrows: on the real contracts, or in their recorded answers. */
export const subjects: Readonly<Record<string, (net: Localnet) => Promise<Transcript>>> = {
  async aaveV3(net) {
    await openV3(net, OWNER, casesV3[2]!);
    return onChain(net, aaveV3);
  },
  async aaveV2(net) {
    await openV2(createV2(net), OWNER, casesV2[2]!);
    return onChain(net, aaveV2);
  },
  async compoundV2(net) {
    const compound = createCompoundV2(net.client);
    await compound.mint('cETH', OWNER, 10n ** 19n);
    await compound.enter(OWNER, ['cETH']);
    await compound.borrow('cUSDC', OWNER, 10n ** 10n);
    return onChain(net, compoundV2);
  },
  async morphoBlue(net) {
    const morpho = createMorpho(net.client);
    await morpho.supplyCollateral('WBTC/USDC', OWNER, 10n ** 8n);
    await morpho.borrow('WBTC/USDC', OWNER, 10n ** 7n);
    return onChain(net, morphoBlue, told([marketId('WBTC/USDC')]));
  },
  compoundV3() {
    const of = cometVectors[0]!;
    const start = () => compoundV3.read(marketOf(of), of.account, null);
    return transcriptOf(start, fromRecording(cometRecording(of)));
  },
  aaveV4() {
    const of = recorded.positions[0]!;
    const market = aaveV4.markets.find(
      ({ chainId, address }) => chainId === 1 && address.toLowerCase() === of.spoke,
    )!;
    return transcriptOf(() => aaveV4.read(market, of.account, null), fromRecording(aaveV4Recording(of)));
  },
};

function onChain(net: Localnet, protocol: Protocol, memo = null as ReturnType<typeof told> | null) {
  return transcriptOf(() => protocol.read(protocol.markets[0]!, OWNER, memo), fromChain(net.client));
}

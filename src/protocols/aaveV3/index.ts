import { protocolOf } from '../protocol';
import { type AaveV3Market, markets } from './markets';
import { rates } from './rates';
import { read } from './read';
import { receipts } from './receipt';

export const aaveV3 = protocolOf('aaveV3', 'Aave v3', 'https://app.aave.com/', markets, read, {
  receipts,
  rates,
});

/** What v2 had already, and what a fork needs. */
export { dataProviderAbi, tokenAbi } from './abi';
export { decodeConfiguration, type ReserveUse, reservesInUse } from './configuration';
export { type AskCurve, aaveRates } from './rates';
export { type AaveV3Market, rates, read, receipts };

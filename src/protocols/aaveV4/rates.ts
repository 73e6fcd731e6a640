import { parseAbi } from 'viem';
import type { Market } from '../../model/position';
import type { HoldingRate, Rates } from '../../model/rates';
import type { Inquiry } from '../../model/reader';
import { blockTime } from '../blockTime';
import { contractAt, newRound, orNull } from '../contract';
import { curveAt, kinked, RAY, worstOf, YEAR } from '../curve';
import { hubAbi, spokeAbi } from './abi';
import { BPS, ceilDiv } from './rules.account';
import { VIRTUAL } from './rules.pool';
import type { AaveV4Position } from './rules.position';

/** IHub.Asset word by word, and IAssetInterestRateStrategy's optimal usage, base rate and slopes in basis points. */
const abi = parseAbi([
  'function getAsset(uint256) view returns (uint256[6], uint256 drawnShares, uint256 premiumShares, uint256 liquidityFee, uint256 drawnIndex, uint256 drawnRate, uint256 lastUpdate, address token, address strategy, uint256[3])',
  'function getInterestRateData(uint256) view returns (uint256[4])',
]);

/** Of each reserve, at the rate by which its hub's index grows until somebody touches it. */
export function* rates({ address }: Market, { owner, collateral, debt }: AaveV4Position): Inquiry<Rates> {
  const [first, second] = [newRound(), newRound()];
  const now = first.ask(blockTime);
  const asked = [...collateral, ...debt].map(
    ({ address: asset, reserveId, lentBy: { hub, assetId } }, place) => {
      const id = [BigInt(assetId)] as const;
      const pool = first.ask(orNull(contractAt(hub, abi)('getAsset', id)));
      const added = first.ask(contractAt(hub, hubAbi)('getAddedAssets', id));
      const user = first.ask(contractAt(address, spokeAbi)('getUserPosition', [BigInt(reserveId), owner]));
      return () => {
        const is = pool();
        const data = is && second.ask(orNull(contractAt(is[8], abi)('getInterestRateData', id)));
        return (): HoldingRate | null => {
          const time = now();
          if (!data || time === null) return null;
          const [, drawn, premium, fee, index, rate, at] = is;
          const since = time - at;
          // What a year adds for the suppliers: simple interest on what they had when the index last grew.
          const income = ((drawn + premium) * index * rate * (BPS - fee)) / (RAY * BPS);
          const supply = `${income / (added() + VIRTUAL - (income * since) / (YEAR * RAY))}`;
          const pays =
            place < collateral.length
              ? { own: supply, worst: null, curve: null }
              : paid(user(), rate, data());
          return pays && { asset, borrow: `${rate}`, supply, since: Number(since), ...pays };
        };
      };
    },
  );
  first.answer(yield first.calls);
  const told = asked.map((say) => say());
  second.answer(yield second.calls);
  const all = told.map((say) => say());
  return { collateral: all.slice(0, collateral.length), debt: all.slice(collateral.length) };
}

/** Premium shares grow as drawn ones do, and only their growth is owed. The curve is drawn as this owner pays it. */
function paid(
  { drawnShares, premiumShares }: { readonly drawnShares: bigint; readonly premiumShares: bigint },
  rate: bigint,
  data: readonly [bigint, bigint, bigint, bigint] | null,
): Pick<HoldingRate, 'own' | 'multiple' | 'worst' | 'curve'> | null {
  if (drawnShares === 0n) return null;
  const multiple = ceilDiv((drawnShares + premiumShares) * RAY, drawnShares);
  const own = ceilDiv(rate * multiple, RAY);
  const share = (points: bigint) => ceilDiv(points * multiple, BPS);
  const corners = data && kinked((data[0] * RAY) / BPS, share(data[1]), share(data[2]), share(data[3]));
  const curve = corners && curveAt(corners, own);
  return { own: `${own}`, multiple: `${multiple}`, worst: worstOf(curve), curve };
}

import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';
import type { Hex } from '../../model/reader';

interface Deployment {
  readonly market: Market;
  /** The block that it was deployed in. */
  readonly first: bigint;
}

/** One contract a chain, which keeps all of its markets. Facts of @morpho-org/morpho-ts 2.8.0. */
const deployments: readonly (readonly [chainId: number, morpho: Address, first: number])[] = [
  [1, '0xBBBBBbbBBb9cC5e90e3b3Af64bdAF62C37EEFFCb', 18_883_124],
  [10, '0xce95AfbB8EA029495c66020883F87aaE8864AF92', 130_770_075],
  [14, '0xF4346F5132e810f80a28487a79c7559d9797E8B0', 52_378_788],
  [25, '0xDF9a1DC07e5dEe5ccCCaBeC35e446C70fAF7434e', 38_459_435],
  [50, '0xEa49B0fE898aF913A3826F9f462eE2cDcb854fD9', 101_757_515],
  [56, '0x01b0Bd309AA75547f7a37Ad7B1219A898E67a83a', 54_344_680],
  [130, '0x8f5ae9CddB9f68de460C77730b018Ae7E04a140A', 9_139_027],
  [137, '0x1bF0c2541F820E775182832f06c0B7Fc27A25f67', 66_931_042],
  [143, '0xD5D960E8C380B724a48AC59E2DfF1b2CB4a1eAee', 31_907_457],
  [146, '0xd6c916eB7542D0Ad3f18AEd0FCBD50C582cfa95f', 9_100_931],
  [239, '0x918B9F2E4B44E20c6423105BB6cCEB71473aD35c', 853_025],
  [252, '0xa6030627d724bA78a59aCf43Be7550b4C5a0653b', 15_317_931],
  [480, '0xE741BC7c34758b4caE05062794E8Ae24978AF432', 9_025_669],
  [714, '0xF050a2BB0468FF23cF2964AC182196C94D6815C3', 53_363_569],
  [988, '0xa40103088A899514E3fe474cD3cc5bf811b1102e', 1_504_506],
  [999, '0x68e37dE8d93d3496ae143F2E900490f6280C57cD', 1_988_429],
  [1135, '0x00cD58DEEbd7A2F1C55dAec715faF8aed5b27BF8', 15_731_231],
  [1329, '0xc9cDAc20FCeAAF616f7EB0bb6Cd2c69dcfa9094c', 166_036_723],
  [1672, '0x18573fA18fd17dDfD790B4a5B5b2977aad3b4Efb', 4_202_147],
  [1868, '0xE75Fc5eA6e74B824954349Ca351eb4e671ADA53a', 6_440_817],
  [2741, '0xc85CE8ffdA27b646D269516B8d0Fa6ec2E958B55', 13_947_713],
  [2818, '0xAd10d07901Dc3195c3cb5e78E061F4EA8D9B4905', 23_180_020],
  [4217, '0x10EE9AAC980A180dd4DcFc96C746d60B0EA88f97', 2_375_189],
  [4326, '0x18120312A7cf44DcfEc6dCe5632a431579ED9100', 16_408_957],
  [4663, '0x9D53d5E3bd5E8d4Cbfa6DB1ca238AEA02E651010', 286],
  [5042, '0x34CD04070dD72b14E241112F6d83812Df5Af7fCD', 1_208_685],
  [8217, '0xA8BEebdca34d83C697c302A0594f3c41f3994cd2', 208_021_118],
  [8453, '0xBBBBBbbBBb9cC5e90e3b3Af64bdAF62C37EEFFCb', 13_977_148],
  [16661, '0x9CDD13a2212D94C4f12190cA30783B743E83C89e', 7_526_486],
  [34443, '0xd85cE6BD68487E0AaFb0858FDE1Cd18c76840564', 19_983_370],
  [42161, '0x6c247b1F6182318877311737BaC0844bAa518F5e', 296_446_593],
  [42220, '0xd24ECdD8C1e0E57a4E26B1a7bbeAa3e95466A569', 40_249_329],
  [42793, '0xbCE7364E63C3B13C73E9977a83c9704E2aCa876e', 21_047_448],
  [43111, '0xa4Ca2c2e25b97DA19879201bA49422bc6f181f42', 1_188_872],
  [57073, '0x857f3EefE8cbda3Bc49367C996cd664A880d3042', 4_078_776],
  [59144, '0x6B0D716aC0A45536172308e08fC2C40387262c9F', 25_072_608],
  [98866, '0x42b18785CE0Aed7BF7Ca43a39471ED4C0A3e0bB5', 765_994],
  [200901, '0xAeA7eFF1bD3c875c18ef50F0387892dF181431C6', 13_516_997],
  [534352, '0x2d012EdbAdc37eDc2BC62791B666f9193FDF5a55', 12_842_868],
  [685689, '0x8c45B34999883FF4B47cD3be095D585682cd9227', 7_520_470],
  [747474, '0xD50F2DffFd62f94Ee4AEd9ca05C61d0753268aBc', 2_741_069],
  [21000000, '0xc2B1E031540e3F3271C5F3819F0cC7479a8DdD90', 251_401],
  [123420001114, '0xea4f2979D7A99B40404b447Cf71c008e3805760F', 2_410_315],
];

const known: readonly Deployment[] = deployments.map(([chainId, address, first]) => ({
  market: { protocol: 'morphoBlue', chainId, address, name: 'Morpho Blue' },
  first: BigInt(first),
}));

export const markets: readonly Market[] = known.map(({ market }) => market);

/** @throws where none of Morpho's is there */
export function deploymentOf({ address, chainId, name }: Market): Deployment {
  const own = known.find(({ market }) => market.address === address && market.chainId === chainId);
  if (!own) throw new Error(t('read.otherMarket', { market: name, protocol: 'Morpho Blue' }));
  return own;
}

/**
 * Large markets in which an owner is looked for without being told. An id is the hash of its market's parameters, and
 * these were checked by hashing: wstETH/WETH 94.5%, WBTC/USDC 86%, wstETH/USDC 86%; on Base cbBTC/USDC 86%, Coinbase's.
 */
const large: Readonly<Record<number, readonly Hex[]>> = {
  1: [
    '0xc54d7acf14de29e0e5527cabd7a576506870346a78a11a6762e2cca66322ec41',
    '0x3a85e619751152991742810df6ec69ce473daef99e28a64ab2340d7b7ccfee49',
    '0xb323495f7e4148be5643a4ea4a8221eef163e4bccfdedc2a6f4696baacbc86cc',
  ],
  8453: ['0x9103c3b4e834476c9a62ea009ba2c884ee42e94e6e314a26f04d312434191836'],
};

export const largeMarkets = (chainId: number): readonly Hex[] => large[chainId] ?? [];

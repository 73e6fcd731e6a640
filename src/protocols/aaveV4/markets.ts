import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';

export type AaveV4Market = Market & { readonly protocol: 'aaveV4' };

const spokes = (chainId: number, named: Readonly<Record<string, Address>>): AaveV4Market[] =>
  Object.entries(named).map(([name, address]) => ({
    protocol: 'aaveV4',
    chainId,
    address,
    name: `Aave v4 ${name}`,
  }));

/**
 * Facts of @aave-dao/aave-address-book 4.68.1: AaveV4Ethereum, AaveV4Avalanche and AaveV4Arc. Every spoke in which
 * people borrow; the treasury's holds fees only.
 */
export const markets: readonly AaveV4Market[] = [
  ...spokes(1, {
    Main: '0x94e7A5dCbE816e498b89aB752661904E2F56c485',
    Bluechip: '0x973a023A77420ba610f06b3858aD991Df6d85A08',
    'Ethena Correlated': '0x58131E79531caB1d52301228d1f7b842F26B9649',
    'Ethena Ecosystem': '0xba1B3D55D249692b669A164024A838309B7508AF',
    Forex: '0xD8B93635b8C6d0fF98CbE90b5988E3F2d1Cd9da1',
    Gold: '0x65407b940966954b23dfA3caA5C0702bB42984DC',
    'Lombard BTC': '0x7EC68b5695e803e98a21a9A05d744F28b0a7753D',
    'PAXG Gold': '0xAD75cE6354f87F3135cE10621d385d8D1e2562C2',
    'USDG Pendle': '0x956d8e0A89cfa3744428C4641b5a53B56167a7f9',
    EtherFi: '0xbF10BDfE177dE0336aFD7fcCF80A904E15386219',
    Kelp: '0x3131FE68C4722e726fe6B2819ED68e514395B9a4',
    Lido: '0xe1900480ac69f0B296841Cd01cC37546d92F35Cd',
    'USDG Maple': '0x774b9655413c34809c1f1b16b654465A89EBE989',
  }),
  ...spokes(43114, {
    Main: '0x435272CefF93a1E657E8ABfdf0A13e95900A3a56',
    Forex: '0x6a37776B5E026dBdF043b4F933c323C84DD1B514',
    'AVAX Correlated': '0x3b517594277c67307CF2d7CBE6FE1D4399B68c41',
  }),
  ...spokes(5042, {
    Main: '0xB843bdC3a87A05E77E07Df9FE48928b3A34b134d',
    Forex: '0x4164EBCAF74670aa74C8D4F59de6157c0780F1bB',
  }),
];

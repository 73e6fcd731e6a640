import { parseAbi } from 'viem';

/** What price feeds answer: each has some of it. Names as in the contracts. */
export const feedAbi = parseAbi([
  'function description() view returns (string)',
  // Chainlink's AggregatorInterface, and AggregatorV3Interface for those that lack it.
  'function latestTimestamp() view returns (uint256)',
  'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
  // No contract has it: what answers this answers anything, and nothing that it says counts.
  'function noSuchFunction() view returns (uint256)',
  // Aave's and Compound's price cap adapters.
  'function isCapped() view returns (bool)',
  // Aave's PendlePriceCapAdapter.
  'function discountRatePerYear() view returns (uint64)',
  // Compound's ConstantPriceFeed; Aave's FixedPriceAdapter before and since it can be set, OneUSDFixedAdapter, GhoOracle.
  'function constantPrice() view returns (int256)',
  'function PRICE() view returns (int256)',
  'function price() view returns (int256)',
  'function ONE_USD() view returns (int256)',
  'function GHO_PRICE() view returns (int256)',
  // The feeds behind a feed. Aave:
  'function BASE_TO_USD_AGGREGATOR() view returns (address)',
  'function ASSET_TO_USD_AGGREGATOR() view returns (address)',
  'function RATIO_PROVIDER() view returns (address)',
  'function ASSET_TO_PEG() view returns (address)',
  'function PEG_TO_BASE() view returns (address)',
  'function BASE_TO_PEG() view returns (address)',
  // Compound:
  'function underlyingPriceFeed() view returns (address)',
  'function priceFeedA() view returns (address)',
  'function priceFeedB() view returns (address)',
  'function assetToBaseAggregator() view returns (address)',
  'function ratioProvider() view returns (address)',
  // Morpho's MorphoChainlinkOracleV2:
  'function BASE_FEED_1() view returns (address)',
  'function BASE_FEED_2() view returns (address)',
  'function QUOTE_FEED_1() view returns (address)',
  'function QUOTE_FEED_2() view returns (address)',
  'function BASE_VAULT() view returns (address)',
  'function QUOTE_VAULT() view returns (address)',
]);

export const constants = ['constantPrice', 'PRICE', 'ONE_USD', 'GHO_PRICE'] as const;

export const sources = [
  'BASE_TO_USD_AGGREGATOR',
  'ASSET_TO_USD_AGGREGATOR',
  'RATIO_PROVIDER',
  'ASSET_TO_PEG',
  'PEG_TO_BASE',
  'BASE_TO_PEG',
  'underlyingPriceFeed',
  'priceFeedA',
  'priceFeedB',
  'assetToBaseAggregator',
  'ratioProvider',
] as const;

/** Zero where Morpho's oracle has none; without a single one it answers the same for ever. */
export const morphoFeeds = ['BASE_FEED_1', 'BASE_FEED_2', 'QUOTE_FEED_1', 'QUOTE_FEED_2'] as const;
export const morphoVaults = ['BASE_VAULT', 'QUOTE_VAULT'] as const;

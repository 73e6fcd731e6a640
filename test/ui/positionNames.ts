/** The states of one position whose screen is looked at. Apart from their making, which only a bundler can follow. */
export const positionNames = [
  'positionSafe',
  'positionLow',
  'positionLiquidatable',
  'positionPegged',
  'positionTwoDebts',
  'positionNoDebt',
  'positionDiffers',
  'positionSeveral',
  'positionGone',
  'positionOld',
] as const;

export type PositionName = (typeof positionNames)[number];

/** All of them are the same position, so that one address shows each. */
export const positionHash =
  '#position=1%3A0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2%3A0x00000000000000000000000000000000000000aa';

/** SparkLend is a fork of Aave v3: the same positions by the same rules. */
export { rules } from '../aaveV3/rules';

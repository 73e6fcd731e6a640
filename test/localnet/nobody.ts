import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  encodeAbiParameters,
  type Hex,
  maxUint256,
  toFunctionSelector,
  zeroAddress,
} from 'viem';

/** Where an owner without a position is not told just zeros: the health factor without debt, and units of account. */
const notZero: Readonly<Record<string, unknown>> = {
  healthFactor: maxUint256,
  baseScale: 10n ** 6n,
  BASE_CURRENCY_UNIT: 10n ** 8n,
  POOL_REVISION: 11n,
};

/**
 * What each view of these contracts answers about somebody who has nothing there. Hand-made: it stands in for contracts
 * that no package carries, so that the shipped list of markets can be read whole; no position is ever tested with it.
 */
export function nobodysAnswers(...abis: readonly Abi[]): Map<Hex, Hex> {
  const functions = abis.flat().filter((item): item is AbiFunction => item.type === 'function');
  return new Map(
    functions.map(({ name, inputs, outputs, ...rest }) => [
      toFunctionSelector({ name, inputs, outputs, ...rest }),
      encodeAbiParameters(
        outputs,
        outputs.map((output) => notZero[output.name ?? ''] ?? notZero[name] ?? zeroOf(output)),
      ),
    ]),
  );
}

function zeroOf(parameter: AbiParameter): unknown {
  const { type } = parameter;
  if (type.endsWith('[]')) return [];
  if (type === 'tuple' && 'components' in parameter) {
    return Object.fromEntries(
      parameter.components.map((each) => [each.name, notZero[each.name ?? ''] ?? zeroOf(each)]),
    );
  }
  if (type === 'address') return zeroAddress;
  if (type === 'bool') return false;
  if (type === 'string') return '';
  if (type.startsWith('bytes')) return `0x${'00'.repeat(Number(type.slice(5) || 0))}`;
  return /^u?int(8|16|24|32|40|48)$/.test(type) ? 0 : 0n;
}

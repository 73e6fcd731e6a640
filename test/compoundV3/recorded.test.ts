import { describe, expect, it } from 'vitest';
import { rules } from '../../src/protocols/compoundV3/rules';
import { assess } from '../../src/risk/assess';
import { cometVectors, recordedCall, recordedOfMarket } from '../replay/comet';
import { positionAt, readComet } from './readComet';

const withDebt = cometVectors.filter((of) => BigInt(recordedCall(of, 'borrowBalanceOf', 'accrued')) > 0n);
const withoutDebt = cometVectors.filter((of) => !withDebt.includes(of));

const isTrue = (reply: string): boolean => BigInt(reply) === 1n;

describe('every recorded position of Compound v3', () => {
  it('is there', () => {
    expect([withDebt.length, withoutDebt.length]).toEqual([53, 8]);
  });

  it.each(withDebt)('$id ($category): the verdict after accrual, as a real absorb found it', async (of) => {
    const position = await positionAt(of);
    const theirs = isTrue(recordedCall(of, 'isLiquidatable', 'accrued'));
    if (!of.truth.absorbPaused) expect(of.truth.absorbNow.ok).toBe(theirs);
    expect(position.contract).toEqual({ healthFactor: null, liquidatable: theirs });
    expect(rules.liquidatable(position)).toBe(theirs);
    expect(position.agrees).toBe(true);
    expect(rules.healthFactor(position)! < 10n ** 18n).toBe(theirs);
  });

  it.each(withDebt)('$id ($category): the verdict of the view on the stored indices', async (of) => {
    const position = await positionAt(of, 'stored');
    expect(position.contract.liquidatable).toBe(of.truth.isLiquidatable);
    expect(rules.liquidatable(position)).toBe(of.truth.isLiquidatable);
    expect(position.agrees).toBe(true);
  });

  it.each(withDebt)('$id ($category): amounts, borrowing power and pauses', async (of) => {
    const position = await positionAt(of);
    expect(BigInt(position.debt[0]!.amount)).toBe(BigInt(recordedCall(of, 'borrowBalanceOf', 'accrued')));
    const held = of.accruedCalls.filter(({ fn, result }) => fn === 'collateralBalanceOf' && BigInt(result!));
    expect(position.collateral.map(({ amount }) => BigInt(amount))).toEqual(
      held.map(({ result }) => BigInt(result!)),
    );
    const risk = assess(position);
    if (risk.kind !== 'borrowing') throw new Error('it borrows');
    expect(Number(risk.borrowingPower) >= Number(risk.debtValue)).toBe(
      isTrue(recordedCall(of, 'isBorrowCollateralized', 'accrued')),
    );
    const pauses = ['Supply', 'Transfer', 'Withdraw', 'Absorb', 'Buy'] as const;
    expect(position.paused).toEqual(
      pauses
        .filter((action) => isTrue(recordedOfMarket(of, `is${action}Paused`)))
        .map((each) => each.toLowerCase()),
    );
  });

  it.each(withoutDebt)('$id ($category): owes nothing, so nothing can be liquidated', async (of) => {
    const { position } = await readComet(of);
    expect(isTrue(recordedCall(of, 'isLiquidatable', 'accrued'))).toBe(false);
    const held = of.calls.filter(({ fn, result }) => fn === 'collateralBalanceOf' && BigInt(result!));
    expect(position?.collateral.length ?? 0).toBe(held.length);
    if (!position) return;
    expect(position.debt).toEqual([]);
    expect(rules.liquidatable(position)).toBe(false);
    expect(rules.healthFactor(position)).toBeNull();
    expect(rules.seizure?.(position)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import {
  formatAddress,
  formatAmount,
  formatCurrentPrice,
  formatExactPrice,
  formatFall,
  formatHealthFactor,
  formatMove,
  formatPrice,
  formatShare,
  formatValue,
} from './format';

describe('a health factor', () => {
  it.each([
    ['1.629999', '1.62'],
    ['1.1', '1.10'],
    ['1.0999999', '1.099'],
    ['1', '1.000'],
    ['0.999999999999999999', '0.999'],
    ['100', '100.00'],
    ['100.01', '100+'],
    ['0', '0.000'],
  ])('of %s is shown as %s, never rounded up (fault 40)', (given, shown) => {
    expect(formatHealthFactor(given)).toBe(shown);
  });
});

describe('a fall', () => {
  it.each([
    ['0.38999', '−38%'],
    ['0.0999', '−9.9%'],
    ['0.00049', '−0.0%'],
    ['-0.2', '−0.0%'],
  ])('of %s is shown as %s, never as more than there is', (given, shown) => {
    expect(formatFall(given)).toBe(shown);
  });
});

describe('money', () => {
  it('rounds the way it is told, with cents below a thousand', () => {
    expect(formatValue('4210.99', 'floor', 'USD')).toBe('$4,210');
    expect(formatValue('4210.01', 'ceil', 'USD')).toBe('$4,211');
    expect(formatValue('12.069', 'floor', 'USD')).toBe('$12.06');
    expect(formatValue('-3.001', 'floor', 'USD')).toBe('−$3.01');
    expect(formatValue('0', 'floor', 'USD')).toBe('$0.00');
    expect(formatValue('123456789012345678901234567890.5', 'floor', 'USD')).toBe(
      '$123,456,789,012,345,678,901,234,567,890',
    );
  });

  it('keeps a short price on the side that it is told', () => {
    expect(formatPrice('187012345678', 8, 'ceil', 'USD')).toBe('$1,871');
    expect(formatPrice('187012345678', 8, 'floor', 'USD')).toBe('$1,870');
    expect(formatPrice('9631400001', 8, 'ceil', 'USD')).toBe('$96.32');
    expect(formatPrice('99871234', 8, 'ceil', 'USD')).toBe('$0.9988');
    expect(formatPrice('161290322', 8, 'floor', 'USD')).toBe('$1.6120');
    expect(formatPrice('1', 8, 'ceil', 'USD')).toBe('$0.00000001');
  });

  it('names a unit that is not the dollar', () => {
    expect(formatValue('1.23456', 'floor', 'ETH')).toBe('1.2345 ETH');
    expect(formatPrice('115000001', 8, 'ceil', 'ETH')).toBe('1.15001 ETH');
    expect(formatExactPrice('115000001', 8, 'ceil', 'ETH')).toBe('1.15000001 ETH');
  });

  it('shows an exact price to the last unit of the oracle', () => {
    expect(formatExactPrice('187012345678', 8, 'ceil', 'USD')).toBe('$1,870.12345678');
    expect(formatExactPrice('300000000000', 8, 'ceil', 'USD')).toBe('$3,000.00000000');
    expect(formatExactPrice('1870123456789012345678901', 21, 'ceil', 'USDC')).toBe('1,870.123456789013 USDC');
    expect(formatCurrentPrice('300000000000', 8, 'USD')).toBe('$3,000.00');
    expect(formatCurrentPrice('99871200', 8, 'USD')).toBe('$0.998712');
  });
});

it('shows shares and moves', () => {
  expect(formatShare('0.63451', 'ceil')).toBe('63.5%');
  expect(formatMove('-0.38259')).toBe('−38.2%');
  expect(formatMove('0.6149')).toBe('+61.4%');
});

it('shows amounts with their digits, in groups', () => {
  expect(formatAmount('9999999999999999999', 18)).toBe('10');
  expect(formatAmount('20000123456', 6)).toBe('20,000.12');
  expect(formatAmount('413276999', 9)).toBe('0.413277');
  expect(formatAmount('20000000000000', 18)).toBe('0.00002');
});

it('shortens an address', () => {
  expect(formatAddress('0x1234567890abcdef1234567890abcdef12345678')).toBe('0x1234…5678');
});

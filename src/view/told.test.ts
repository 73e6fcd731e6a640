import { afterEach, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { speak } from '../../test/support/speak';
import type { ParameterChange } from '../model/parameter';
import type { About } from './alertText';
import { changePhrase } from './changeText';
import { dropText, parameterText } from './eventText';
import { loanAlertText } from './loanAlertText';
import { loanCard } from './loanCard';
import { grouped } from './noticeGroup';
import { positionCard } from './positionCard';
import { priceText } from './priceText';
import { curveRows } from './rateCurve';
import { receiptText } from './receiptText';

afterEach(() => speak('en-US'));

/** Nothing is owed, so that what stands below every alert is short. */
const free = position([{ symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR }], []);
const about: About = {
  position: free,
  card: positionCard(free, { kind: 'no-debt', collateralValue: '20000' }, 'Ethereum', {
    oracles: {},
    now: 0,
  }),
  change: null,
  goal: '0.2',
};
const ledn = () =>
  loanCard(
    {
      ...{ kind: 'custodial', id: 'a', name: 'Ledn', currency: 'usd', yearlyRate: '0.1', loan: '50100' },
      asOf: '2026-11-18',
      tiers: { start: '0.5', marginCall: '0.7', liquidation: '0.8' },
      collateral: [{ symbol: 'BTC', amount: '1', price: '100000', follows: false }],
    } as const,
    new Map(),
    Date.parse('2026-11-18T12:00:00Z'),
  );
const spanish = (text: string) => text.replaceAll('\u00a0', ' ');
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

it('an alert is in the language, plural and numbers too', () => {
  speak('es');
  expect(dropText(about, '0.253', 1).message).toMatch(
    /^Se ha perdido el 25,3\u00a0% del margen en un minuto\./,
  );
  expect(dropText(about, '0.25', 21).message).toMatch(/ en 21 minutos\./);
  expect(dropText(about, '0.25', 21).title).toBe('Cae rápido: Aave v3 Core · Ethereum');
  expect(priceText('old', 'WETH', 'Aave v3 Core', free.owner).title).toBe(
    'Precio antiguo de ETH: Aave v3 Core',
  );
  speak('ar');
  expect(plain(priceText('disputed', 'WETH', 'Spark', free.owner).title)).toBe('خادمان مختلفان: Spark');
});

it('terms that changed are named with their asset, up or down', () => {
  const cut: ParameterChange = { what: 'threshold', symbol: 'WETH', before: '0.83', after: '0.805' };
  const raised: ParameterChange = { what: 'closeFactor', symbol: null, before: '0.5', after: '1' };
  const said = () => parameterText(about, { changes: [cut, raised], before: '1.2', after: '1.164' }).message;
  expect(said()).toMatch(
    /^Aave v3 Core cut the liquidation threshold of WETH from 83% to 80\.5%: your health factor 1\.20 → 1\.16\. Aave v3 Core raised the share of a debt that one liquidation may repay from 50% to 100%\. /,
  );
  speak('es');
  expect(spanish(said())).toMatch(
    /^Aave v3 Core bajó el umbral de liquidación de WETH del 83 % al 80,5 %: tu factor de salud pasa de 1,20 a 1,16\. Aave v3 Core subió /,
  );
});

it('a receipt lists what was taken, and every transaction', () => {
  speak('es');
  const before = position(
    [{ symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR }],
    [{ symbol: 'DAI', amount: 9000n * ETHER, price: DOLLAR }],
  );
  const [collateral, debt] = [before.collateral[0]!.address, before.debt[0]!.address];
  const taken = {
    seized: [{ asset: collateral, amount: (21n * ETHER) / 20n }],
    repaid: [{ asset: debt, amount: 2000n * ETHER }],
  };
  const { title, message } = receiptText('Aave', { before, after: before }, taken, ['0xa', '0xb']);
  expect(title).toBe('Liquidada: Aave');
  // 1.05 ETH at $2,000 for $2,000.
  expect(spanish(message)).toBe(
    'Un liquidador tomó 1,05 ETH y pagó 2000 DAI de tu deuda. Te ha costado unos 100,00 $. Transacciones 0xa, 0xb. Cartera 0x0000…00aa.',
  );
});

it('a loan entered by hand names the first tier that is not reached', () => {
  speak('es');
  expect(spanish(loanAlertText(ledn(), 'crossing').message)).toBe(
    'Préstamo-valor ahora: 50,1 %. 50.100 $ de deuda al 10 % al año. Aviso de margen al 70 %: con −28,4 %, o solo por intereses en 1220 días. Devuelve una parte o añade garantía en el prestamista.',
  );
});

it('what changed most is said in the language', () => {
  speak('es');
  const none = { healthFactor: null, buffer: '0' };
  expect(
    changePhrase({
      ...{ whole: { healthFactor: null, buffer: '-5' }, parameters: none, interest: none },
      prices: { ...none, moves: [] },
      actions: {
        ...{ healthFactor: null, buffer: '-5' },
        acts: [{ side: 'collateral', symbol: 'WETH', amount: '-5', decimals: 18 }],
      },
    }),
  ).toBe('tu propio retiro');
});

it('many alerts are one, in the language', () => {
  speak('es');
  const all = Array.from({ length: 9 }, (_, at) => ({
    ...{ id: `${at}`, level: 'low', title: 'Bajo', message: 'x', at },
  })) as Parameters<typeof grouped>[0];
  expect(grouped(all)).toMatchObject({
    title: '9 avisos. Bajo',
    message: expect.stringMatching(/\ny 2 más$/),
  });
});

it('rates are written as other numbers are', () => {
  speak('es');
  const corners = [
    { utilization: '0', rate: '0' },
    { utilization: `1${'0'.repeat(27)}`, rate: `4${'0'.repeat(26)}` },
  ];
  const [row] = curveRows({ corners, utilization: `125${'0'.repeat(24)}` }).filter(({ isNow }) => isNow);
  expect(spanish(`${row?.utilizationText}: ${row?.rateText}`)).toBe('12,5 % prestado, como ahora: 5,00 %');
});

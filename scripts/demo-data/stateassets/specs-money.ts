/** Amounts of the state property centre: numbers and texts in 万元. */
import type { Spec } from '../dirt/plant.ts';
import { capitalNumerals } from '../forms/money.ts';

const AMOUNTS = ['实物资产挂牌.挂牌价', '股权挂牌.挂牌价', '成交结果.成交价'];
const ALL_AMOUNTS = [...AMOUNTS, '实物资产挂牌.评估值', '股权挂牌.净资产评估值'];

/** The amounts are typed in 万元; this is the whole yuan behind the text. */
const yuan = (text: string): number => Math.round(Number(text) * 10_000);

export const ASSET_MONEY_SPECS: readonly Spec[] = [
  {
    kind: 'money_negative',
    outcome: 'quarantine',
    targets: ALL_AMOUNTS,
    rate: 0.004,
    damage: ({ text, random }) => ({ cell: random.chance(0.5) ? `-${text}` : -Number(text) }),
  },
  {
    kind: 'money_absurd',
    outcome: 'quarantine',
    targets: AMOUNTS,
    rate: 0.004,
    damage: ({ random }) => ({ cell: random.chance(0.5) ? '9999999999' : 8_888_888_888 }),
  },
  {
    kind: 'money_unit_mismatch',
    outcome: 'warn',
    targets: ['实物资产挂牌.挂牌价'],
    guards: ['评估值'],
    rate: 0.01,
    // Typed in 亿元, as it was said in the meeting.
    damage: ({ text, row }) => {
      const rounded = Math.round(yuan(text) / 10_000);
      // A deal of a sensible size would look wrong beside it.
      return rounded < 100 || row.cells['状态'] === '已成交'
        ? null
        : { cell: String(rounded / 10_000), expected: String(rounded * 10_000) };
    },
  },
  {
    kind: 'money_capital',
    outcome: 'repair',
    targets: ALL_AMOUNTS,
    rate: 0.008,
    damage: ({ text }) => ({ cell: capitalNumerals(yuan(text)), expected: String(yuan(text)) }),
  },
  {
    kind: 'money_sci',
    outcome: 'repair',
    targets: ALL_AMOUNTS,
    rate: 0.008,
    damage: ({ text }) => {
      const [mantissa = '', exponent = ''] = Number(text).toExponential().split('e+');
      if (exponent === '') return null;
      return { cell: `${mantissa}E+${exponent.padStart(2, '0')}`, expected: String(yuan(text)) };
    },
  },
  {
    kind: 'money_suffix',
    outcome: 'repair',
    targets: ALL_AMOUNTS,
    rate: 0.012,
    damage: ({ text, random }) => {
      const amount = yuan(text);
      const cell = random.pick([`${text}万元`, `${text}万元`, `${amount / 100_000_000}亿元`, `${amount}元`]);
      return amount < 1000 ? null : { cell, expected: String(amount) };
    },
  },
  {
    kind: 'money_text',
    outcome: 'warn',
    targets: AMOUNTS,
    rate: 0.008,
    damage: ({ random }) => ({ cell: random.pick(['详见公告', '下浮5%']) }),
  },
];

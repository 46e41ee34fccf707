/** Wrong amounts of the procurement centre; its columns are numeric, so the wrong thing is the figure. */
import { capitalNumerals, wan } from '../forms/money.ts';
import type { Spec } from '../dirt/plant.ts';
import { textOf } from '../types.ts';

const AMOUNTS = [
  'CG_XM.YSJE',
  'CG_FB.YSJE',
  'CG_TB.BJ',
  'CG_TB.BZJ',
  'CG_ZBJG.CJJE',
  'CG_HT.HTJE',
  'CG_GYS.ZCZB',
  'CG_DLJG.ZCZB',
];

const yuan = (text: string): number => Math.round(Number(text));

export const MONEY_SPECS: readonly Spec[] = [
  {
    kind: 'money_negative',
    outcome: 'quarantine',
    targets: AMOUNTS,
    rate: 0.002,
    damage: ({ text }) => (Number(text) > 0 ? { cell: `-${text}` } : null),
  },
  {
    kind: 'money_absurd',
    outcome: 'quarantine',
    targets: AMOUNTS,
    rate: 0.002,
    damage: ({ text, random }) => {
      const figure = random.pick(['99999999999999', '8888888888888', '99999999999999']);
      return { cell: text.endsWith('.0000') ? `${figure}.0000` : `${figure.slice(0, 10)}.00` };
    },
  },
  {
    kind: 'money_unit_mismatch',
    outcome: 'warn',
    targets: ['CG_TB.BJ', 'CG_ZBJG.CJJE', 'CG_HT.HTJE'],
    guards: ['FBID'],
    rate: 0.01,
    damage: ({ text, row }) => {
      const amount = yuan(text);
      if (amount < 10_000) return null;
      const [whole = '', fraction = ''] = wan(amount).split('.');
      const cell = `${whole}.${fraction.padEnd(4, '0')}`;
      const also = row.stream === 'CG_ZBJG' ? { CJJE_DX: null } : {};
      return { cell, expected: String(amount), also };
    },
  },
  {
    kind: 'money_capital',
    outcome: 'repair',
    targets: ['CG_ZBJG.CJJE_DX'],
    guards: ['CJJE'],
    rate: 0.05,
    damage: ({ text, row }) => ({
      cell: text,
      expected: String(yuan(textOf(row, 'CJJE'))),
      also: { CJJE: null },
    }),
  },
  {
    kind: 'amount_words_differ',
    outcome: 'warn',
    targets: ['CG_ZBJG.CJJE_DX'],
    guards: ['CJJE'],
    rate: 0.05,
    damage: ({ random, row }) => {
      const other = yuan(textOf(row, 'CJJE')) + random.int(1, 99) * 1000;
      return { cell: capitalNumerals(other), expected: String(other) };
    },
  },
];

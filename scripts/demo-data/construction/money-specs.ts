/** Wrong amounts of the construction centre: figures in 万元, two of its columns are text. */
import type { Damage, DamageRequest, Spec } from '../dirt/plant.ts';
import { capitalNumerals, wan } from '../forms/money.ts';
import { textOf, type Cell } from '../types.ts';

const FIGURES = ['GC_ZBXM.ZTZ', 'GC_BD.GSJ', 'GC_TB.TBBJ', 'GC_TB.BZJ', 'GC_HXR.TBBJ', 'GC_ZBJG.ZBJ'];
const TEXTS = ['QY_JBXX.zczb', 'GC_HT.HTJE'];

const plain = (text: string): string => text.replaceAll(',', '');

/** Whole yuan behind a text amount. */
function amountOf({ text, row }: Pick<DamageRequest, 'text' | 'row'>): number {
  const factor = textOf(row, 'HTJE_DW') === '元' ? 1 : 10_000;
  return Math.round(Number(plain(text)) * factor);
}

function scientific(request: DamageRequest): Damage | null {
  const [mantissa = '', exponent = ''] = Number(plain(request.text)).toExponential().split('e+');
  if (exponent === '') return null;
  return { cell: `${mantissa}E+${exponent.padStart(2, '0')}`, expected: String(amountOf(request)) };
}

function suffixed(request: DamageRequest): Damage {
  const yuan = amountOf(request);
  const cell = request.random.pick([`${wan(yuan)}万元`, `${wan(yuan)}万元`, `${wan(yuan)} 万`, `${yuan}元`]);
  return { cell, expected: String(yuan) };
}

function wrongUnit({ row, text }: DamageRequest): Damage {
  const unit: Cell = textOf(row, 'HTJE_DW') === '元' ? '万元' : '元';
  return { cell: text, expected: String(amountOf({ text, row })), also: { HTJE_DW: unit } };
}

export const TEXT_MONEY_SPECS: readonly Spec[] = [
  { kind: 'money_suffix', outcome: 'repair', targets: ['QY_JBXX.zczb'], rate: 0.15, damage: suffixed },
  {
    kind: 'money_suffix',
    outcome: 'repair',
    targets: ['GC_HT.HTJE'],
    guards: ['HTJE_DW'],
    rate: 0.02,
    damage: suffixed,
  },
  {
    kind: 'money_capital',
    outcome: 'repair',
    targets: TEXTS,
    guards: ['HTJE_DW'],
    rate: 0.04,
    damage: (request) => ({ cell: capitalNumerals(amountOf(request)), expected: String(amountOf(request)) }),
  },
  { kind: 'money_sci', outcome: 'repair', targets: TEXTS, guards: ['HTJE_DW'], rate: 0.015, damage: scientific },
  {
    kind: 'money_text',
    outcome: 'warn',
    targets: TEXTS,
    guards: ['HTJE_DW'],
    rate: 0.01,
    damage: ({ random }) => ({ cell: random.pick(['详见合同', '下浮5%', '面议']) }),
  },
  {
    kind: 'money_unit_missing',
    outcome: 'repair',
    targets: ['GC_HT.HTJE'],
    guards: ['HTJE_DW'],
    rate: 0.03,
    damage: (request) => {
      if (textOf(request.row, 'HTJE_DW') !== '万元') return null;
      const also = { HTJE_DW: request.random.pick(['', null]) };
      return { cell: request.text, expected: String(amountOf(request)), also };
    },
  },
  {
    kind: 'money_unit_mismatch',
    outcome: 'warn',
    targets: ['GC_HT.HTJE'],
    guards: ['HTJE_DW', 'BDID'],
    rate: 0.02,
    damage: wrongUnit,
  },
];

export const REFUSED_MONEY_SPECS: readonly Spec[] = [
  {
    kind: 'money_negative',
    outcome: 'quarantine',
    targets: [...FIGURES, ...TEXTS],
    rate: 0.006,
    damage: ({ text }) => (Number(plain(text)) > 0 ? { cell: `-${plain(text)}` } : null),
  },
  {
    kind: 'money_absurd',
    outcome: 'quarantine',
    targets: [...FIGURES, ...TEXTS],
    rate: 0.006,
    damage: ({ field, random }) => {
      const cell = random.pick(['777777777777', '999999999999']);
      return { cell: ['zczb', 'HTJE'].includes(field) ? `${cell}0000` : `${cell}.000000` };
    },
  },
];

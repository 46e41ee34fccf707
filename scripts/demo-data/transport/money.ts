/** Wrong amounts of a centre that types them: the figure, its unit, or words where a figure should be. */
import type { Damage, DamageRequest, Spec } from '../dirt/plant.ts';
import { capitalNumerals, wan } from '../forms/money.ts';
import { AMOUNTS } from './fields.ts';
import { textOf, type Row } from '../types.ts';

const CAPITAL = 'jt_tbr.ZCZJ';
const ALL = [...AMOUNTS, CAPITAL];

/** Clean amounts are whole yuan, registered capital is in 万元. */
function yuanOf({ text, field }: DamageRequest): number {
  return field === 'ZCZJ' ? Number(text) * 10_000 : Number(text);
}

/** 53140903 → 5.3140903E+7 */
export function scientific(yuan: number): string {
  const digits = String(yuan);
  const fraction = digits.slice(1).replace(/0+$/, '');
  return `${digits.charAt(0)}${fraction === '' ? '' : `.${fraction}`}E+${digits.length - 1}`;
}

function repaired(request: DamageRequest, cell: string, also: Damage['also'] = {}): Damage {
  return { cell, expected: String(yuanOf(request)), also };
}

const unit = (field: string): string => `${field}_DW`;

/**
 * Amounts of one project judge each other, so of a family only one may be wrong by 10,000, and those above it must be
 * there. Says whether the row's family is still free, and takes it.
 */
function familyClaim(sections: readonly Row[]): (row: Row) => boolean {
  const project = new Map(sections.map((row) => [textOf(row, 'BD_ID'), textOf(row, 'XM_ID')]));
  const taken = new Set<string>();
  return (row) => {
    const family = textOf(row, 'XM_ID') || (project.get(textOf(row, 'BD_ID')) ?? '');
    if (taken.has(family)) return false;
    taken.add(family);
    return true;
  };
}

/** Quarantined or without value: nothing can be judged beside it. */
function lostAmounts(claim: (row: Row) => boolean): Spec[] {
  const alone = (damage: Spec['damage']): Spec['damage'] => {
    return (request) => (request.field === 'ZCZJ' || claim(request.row) ? damage(request) : null);
  };
  return [
    {
      kind: 'money_negative',
      outcome: 'quarantine',
      targets: ALL,
      rate: 0.004,
      damage: alone(({ text }) => ({ cell: `-${text}` })),
    },
    {
      kind: 'money_absurd',
      outcome: 'quarantine',
      targets: ALL,
      rate: 0.004,
      damage: alone(({ random }) => ({ cell: random.pick(['99999999999999', '77777777777777']) })),
    },
    {
      kind: 'money_text',
      outcome: 'warn',
      targets: ALL,
      rate: 0.006,
      damage: alone(({ random }) => ({ cell: random.pick(['详见公告', '面议', '下浮5%', '按实结算']) })),
    },
    {
      kind: 'code_unknown',
      outcome: 'warn',
      targets: AMOUNTS.map(unit),
      rate: 0.003,
      damage: ({ row, field }) => {
        const amount = field.replace('_DW', '');
        return row.fixed.has(amount) || !claim(row)
          ? null
          : { cell: '美元', also: { [amount]: row.cells[amount] ?? null } };
      },
    },
  ];
}

/** Figure in 万元 beside 元, or in 元 beside 万元. An estimate 10,000 times too large would be absurd by itself. */
function slip(claim: (row: Row) => boolean, sections: readonly Row[]): Spec['damage'] {
  // A section that waits in quarantine says nothing about its project.
  const hasLiving = (project: string): boolean =>
    sections.some((section) => textOf(section, 'XM_ID') === project && !section.locked);
  return (request) => {
    const { row, field, random, text } = request;
    if (field === 'GSJE' && !hasLiving(textOf(row, 'XM_ID'))) return null;
    if (!claim(row)) return null;
    if (field === 'GSJE' || random.chance(0.6)) return repaired(request, wan(Number(text)), { [unit(field)]: '元' });
    return repaired(request, text, { [unit(field)]: '万元' });
  };
}

const REPAIRED: readonly Spec[] = [
  {
    kind: 'money_unit_missing',
    outcome: 'repair',
    targets: AMOUNTS,
    rate: 0.02,
    damage: (request) => repaired(request, request.text, { [unit(request.field)]: request.random.pick([null, '']) }),
  },
  {
    kind: 'money_suffix',
    outcome: 'repair',
    targets: ALL,
    rate: 0.02,
    damage: (request) =>
      repaired(request, request.random.pick([`${wan(yuanOf(request))}万元`, `${yuanOf(request)}元`])),
  },
  {
    kind: 'money_capital',
    outcome: 'repair',
    targets: ALL,
    rate: 0.01,
    damage: (request) => repaired(request, capitalNumerals(yuanOf(request))),
  },
  {
    kind: 'money_sci',
    outcome: 'repair',
    targets: AMOUNTS,
    rate: 0.012,
    damage: (request) => repaired(request, scientific(yuanOf(request)), { [unit(request.field)]: '元' }),
  },
];

/** @param sections the clean rows of jt_bd */
export function transportMoneySpecs(sections: readonly Row[]): Spec[] {
  const claim = familyClaim(sections);
  const mismatch = { kind: 'money_unit_mismatch', outcome: 'warn', damage: slip(claim, sections) } as const;
  return [
    ...lostAmounts(claim),
    // Figures that stand, one family each; bids are many.
    { ...mismatch, targets: ['jt_xm.GSJE'], rate: 0.03 },
    { ...mismatch, targets: ['jt_bd.KZJ'], guards: ['XM_ID'], rate: 0.03 },
    { ...mismatch, targets: ['jt_tb.TBBJ', 'jt_zbjg.ZBJ'], guards: ['BD_ID'], rate: 0.01 },
    ...REPAIRED,
  ];
}

/** Wrong amounts of the land and mining centre: the columns are numeric, so the figure is wrong, or its unit. */
import type { Damage, DamageRequest, Spec } from '../dirt/plant.ts';
import { inUnit, yuanOf } from './values.ts';
import { textOf, type Row } from '../types.ts';

/** Amount → column of its unit; those of the mining tables are always in 万元. */
const UNIT_OF: Readonly<Record<string, string>> = { 'td_dk.qsj': 'qsj_dw', 'td_cj.cjj': 'cjj_dw' };
const AMOUNTS = [...Object.keys(UNIT_OF), 'kq_crgg.qsj', 'kq_cjjg.cjj'];

function unitField(row: Row, field: string): string | undefined {
  return UNIT_OF[`${row.stream}.${field}`];
}

function unitOf(row: Row, field: string): string {
  const column = unitField(row, field);
  return column === undefined ? '万元' : textOf(row, column);
}

/** Typed in 元 where 万元 was asked for, or the other way round. */
function slip({ text, random, row, field }: DamageRequest): Damage | null {
  const yuan = yuanOf(text, unitOf(row, field));
  if (yuan < 300_000) return null;
  const column = unitField(row, field);
  if (column === undefined) return { cell: inUnit(yuan, '元'), expected: String(yuan) };
  const typed = random.pick(['元', '万元'] as const);
  return {
    cell: inUnit(yuan, typed),
    expected: String(yuan),
    also: { [column]: typed === '元' ? '万元' : '元' },
  };
}

export const LAND_MONEY_SPECS: readonly Spec[] = [
  {
    kind: 'money_negative',
    outcome: 'quarantine',
    targets: AMOUNTS,
    rate: 0.006,
    damage: ({ text }) => ({ cell: `-${text}` }),
  },
  {
    kind: 'money_absurd',
    outcome: 'quarantine',
    targets: AMOUNTS,
    rate: 0.006,
    damage: ({ row, field }) => ({ cell: unitOf(row, field) === '元' ? '77777777777777.0000' : '9999999999.0000' }),
  },
  { kind: 'money_unit_mismatch', outcome: 'warn', targets: ['td_cj.cjj'], guards: ['dk_id'], rate: 0.03, damage: slip },
  {
    kind: 'money_unit_mismatch',
    outcome: 'warn',
    targets: ['kq_cjjg.cjj'],
    guards: ['kq_id'],
    rate: 0.03,
    damage: slip,
  },
  {
    kind: 'money_unit_missing',
    outcome: 'repair',
    targets: Object.keys(UNIT_OF),
    rate: 0.02,
    damage: ({ text, random, row, field }) => {
      const column = unitField(row, field);
      if (column === undefined) return null;
      const yuan = yuanOf(text, unitOf(row, field));
      return { cell: inUnit(yuan, '万元'), expected: String(yuan), also: { [column]: random.pick([null, '']) } };
    },
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: ['td_dk.qsj_dw'],
    guards: ['qsj'],
    rate: 0.005,
    // A deal is judged beside the price, so it must keep one.
    damage: ({ row }) => (row.leaf ? { cell: '美元' } : null),
  },
];

/** Slips of unit between a project, its sections and what hangs on them: figures of 元 or 亿元 typed where 万元 belong. */
import { inWan, yuanOf } from './values.ts';
import type { Damage, DamageRequest, Spec } from '../dirt/plant.ts';
import { textOf, type Row } from '../types.ts';

const AMOUNTS = ['ZTZ', 'GSJ', 'TBBJ', 'BZJ', 'ZBJ', 'HTJE'];
/** By 10,000 too much or too little. */
const EITHER = [10_000, 1 / 10_000];
const TOO_LITTLE = [1 / 10_000];
const LEAST = 100_000;

/** Rows whose amounts are judged by one another: a tender project and all that belongs to it. */
export type Matters = ReadonlyMap<Row, readonly Row[]>;

export function mattersOf(tables: Readonly<Record<string, readonly Row[]>>): Matters {
  const projectOf = new Map<string, string>();
  for (const row of tables['GC_BD'] ?? []) projectOf.set(textOf(row, 'BDID'), textOf(row, 'ZBXMID'));
  const rowsOf = new Map<string, Row[]>();
  const matters = new Map<Row, readonly Row[]>();
  for (const row of ['GC_ZBXM', 'GC_BD', 'GC_TB', 'GC_HXR', 'GC_ZBJG', 'GC_HT'].flatMap((name) => tables[name] ?? [])) {
    const project = textOf(row, 'ZBXMID') || (projectOf.get(textOf(row, 'BDID')) ?? '');
    const rows = rowsOf.get(project) ?? [];
    rows.push(row);
    rowsOf.set(project, rows);
    matters.set(row, rows);
  }
  return matters;
}

function slipped({ text, random }: DamageRequest, kinds: readonly number[]): Damage | null {
  const yuan = yuanOf(text);
  return yuan < LEAST ? null : { cell: inWan(yuan * random.pick(kinds)), expected: String(yuan) };
}

/** A parent's slip shows in all that hangs on it: nothing else of the matter may be wrong then. */
function slipParent(matters: Matters, kinds: readonly number[]): Spec['damage'] {
  return (request) => {
    const rows = matters.get(request.row) ?? [];
    const soiled = rows.some((row) => row.locked || AMOUNTS.some((field) => row.fixed.has(field)));
    const damage = soiled || rows.length < 2 ? null : slipped(request, kinds);
    if (damage !== null) for (const row of rows) for (const field of AMOUNTS) row.fixed.add(field);
    return damage;
  };
}

/** @param matters built from the clean rows */
export function slipSpecs(matters: Matters): Spec[] {
  const base = { kind: 'money_unit_mismatch', outcome: 'warn' } as const;
  const children = ['GC_TB.TBBJ', 'GC_TB.BZJ', 'GC_HXR.TBBJ', 'GC_ZBJG.ZBJ'];
  return [
    { ...base, targets: ['GC_ZBXM.ZTZ'], rate: 0.02, damage: slipParent(matters, TOO_LITTLE) },
    { ...base, targets: ['GC_BD.GSJ'], rate: 0.02, damage: slipParent(matters, EITHER) },
    { ...base, targets: children, guards: ['BDID'], rate: 0.008, damage: (request) => slipped(request, EITHER) },
  ];
}

/** Plants defects in clean rows. A cell gets one defect at the most; a quarantined row gets no other. */
import type { Random } from '../forms/random.ts';
import { textOf, type Cell, type Mark, type Outcome, type Row } from '../types.ts';

export interface Damage {
  readonly cell: Cell;
  /** Loaded value where the outcome knows one. */
  readonly expected?: string;
  /** Other cells that change with it. */
  readonly also?: Readonly<Record<string, Cell>>;
}

export interface DamageRequest {
  readonly text: string;
  readonly random: Random;
  readonly row: Row;
  readonly field: string;
}

export interface Spec {
  readonly kind: string;
  readonly outcome: Outcome;
  /** `CG_TB.BJ`; the cell must hold text. */
  readonly targets: readonly string[];
  /** Share of the cells concerned. */
  readonly rate: number;
  /** Other fields of the row that must be clean and stay so. */
  readonly guards?: readonly string[];
  /** Null where this cell cannot be damaged that way. */
  damage(request: DamageRequest): Damage | null;
}

export function targets(stream: string, ...fields: string[]): string[] {
  return fields.map((field) => `${stream}.${field}`);
}

interface Candidate {
  readonly row: Row;
  readonly field: string;
}

function candidates(spec: Spec, streams: ReadonlyMap<string, readonly Row[]>): Candidate[] {
  const found: Candidate[] = [];
  for (const target of spec.targets) {
    const [stream = '', field = ''] = target.split('.');
    for (const row of streams.get(stream) ?? []) if (textOf(row, field) !== '') found.push({ row, field });
  }
  return found;
}

function isFree(spec: Spec, { row, field }: Candidate): boolean {
  if (row.locked || row.deleted || row.fixed.has(field)) return false;
  if (spec.guards?.some((guard) => row.fixed.has(guard)) === true) return false;
  return spec.outcome !== 'quarantine' || (row.leaf && !row.marked);
}

function apply(spec: Spec, { row, field }: Candidate, damage: Damage): Mark {
  row.cells[field] = damage.cell;
  Object.assign(row.cells, damage.also);
  for (const name of [field, ...Object.keys(damage.also ?? {}), ...(spec.guards ?? [])]) row.fixed.add(name);
  row.marked = true;
  if (spec.outcome === 'quarantine') row.locked = true;
  return { row, field, kind: spec.kind, outcome: spec.outcome, expected: damage.expected ?? '' };
}

function plantOne(spec: Spec, random: Random, dirt: number, streams: ReadonlyMap<string, readonly Row[]>): Mark[] {
  const all = candidates(spec, streams);
  const wanted = Math.max(1, Math.round(all.length * spec.rate * dirt));
  const marks: Mark[] = [];
  for (const candidate of random.shuffle(all)) {
    if (marks.length >= wanted) break;
    if (!isFree(spec, candidate)) continue;
    const text = textOf(candidate.row, candidate.field);
    const damage = spec.damage({ text, random, ...candidate });
    if (damage !== null) marks.push(apply(spec, candidate, damage));
  }
  return marks;
}

/** Quarantines first: they need rows that nothing else has touched. At least one of every kind while `dirt` is above 0. */
export function plant(
  specs: readonly Spec[],
  random: Random,
  dirt: number,
  streams: ReadonlyMap<string, readonly Row[]>,
): Mark[] {
  if (dirt <= 0) return [];
  const rank = (spec: Spec): number => (spec.outcome === 'quarantine' ? 0 : 1);
  const ordered = specs.toSorted((left, right) => rank(left) - rank(right));
  return ordered.flatMap((spec) => plantOne(spec, random.fork(spec.kind + spec.targets.join()), dirt, streams));
}

/** A cell of a later row of the same key: the copy that was made by mistake. */
export function copyRow(row: Row, change: Readonly<Record<string, Cell>>): Row {
  return { ...row, cells: { ...row.cells, ...change }, fixed: new Set(row.fixed), locked: true, marked: true };
}

/** Repeats rows further down; `conflict` names per stream the field in which the copy differs. */
export function plantDuplicates(
  rows: Row[],
  random: Random,
  count: number,
  conflict: Readonly<Record<string, Cell>> | null,
): Mark[] {
  const marks: Mark[] = [];
  const free = rows.filter((row) => !row.locked && !row.marked && !row.deleted && row.leaf);
  for (const row of random.shuffle(free).slice(0, count)) {
    const copy = copyRow(row, conflict ?? {});
    row.locked = true;
    rows.splice(rows.indexOf(row) + 1, 0, copy);
    const exact = conflict === null;
    marks.push({
      row: copy,
      field: '',
      kind: exact ? 'duplicate_key_exact' : 'duplicate_key_conflict',
      outcome: exact ? 'skip' : 'quarantine',
      expected: '',
    });
  }
  return marks;
}

/** Why a pair weighs what it weighs: the same levels, the same numbers, added in the same order as the engine adds them. */
import type { Bands, Band, Explanation, WaterfallStep } from '../contract.ts';
import type { ColumnValue } from '../model/column-value.ts';
import { holds } from '../model/evaluate-condition.ts';
import type { Comparison, Level } from '../model/model.ts';
import { log2Share, type LevelWeight, type WeighedModel } from '../model/weights.ts';

/** One record as the engine reads it. */
export interface ExplainedRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, ColumnValue>>;
}

/** Level a pair reaches: 0 is missing, i + 1 the comparison's level i. */
export function levelOf(comparison: Comparison, left: ExplainedRecord, right: ExplainedRecord): number {
  const [l, r] = [readerOf(left), readerOf(right)];
  if (holds(comparison.missing, l, r)) return 0;
  return comparison.levels.findIndex(({ when }) => when === undefined || holds(when, l, r)) + 1;
}

export function explainPair(
  weighed: WeighedModel,
  bands: Bands,
  [left, right]: readonly [ExplainedRecord, ExplainedRecord],
): Explanation {
  const prior = priorStep(weighed.prior);
  const reached = weighed.model.comparisons.map((comparison) => levelOf(comparison, left, right));
  const steps = weighed.model.comparisons.map((comparison, index): WaterfallStep => {
    const level = reached[index]!;
    return {
      comparison: comparison.name,
      label: comparison.label,
      left: shownValue(comparison, left),
      right: shownValue(comparison, right),
      level: level === 0 ? MISSING : comparison.levels[level - 1]!.label,
      weight: level === 0 ? 0 : weightOf(weighed, weighed.levels[index]![level - 1]!, [left, right]),
    };
  });
  const all = [prior, ...steps];
  const weight = all.reduce((sum, step) => sum + step.weight, 0);
  const conflict = weighed.model.comparisons.some(({ levels }, index) => isConflict(levels, reached[index]!));
  return { left: left.id, right: right.id, weight, band: bandOf(weight, bands), conflict, steps: all };
}

export function bandOf(weight: number, { merge, review }: Bands): Band {
  if (weight >= merge) return 'merge';
  return weight >= review ? 'review' : 'apart';
}

const MISSING = { zh: '至少一方缺失', en: 'missing on at least one side' };

function priorStep(weight: number): WaterfallStep {
  return {
    comparison: 'prior',
    label: { zh: '先验', en: 'prior' },
    left: null,
    right: null,
    level: { zh: '任取两条记录', en: 'two records at random' },
    weight,
  };
}

function isConflict(levels: readonly Level[], reached: number): boolean {
  return reached > 0 && levels[reached - 1]!.conflict === true;
}

function weightOf(
  { frequencies }: WeighedModel,
  { base, frequency }: LevelWeight,
  pair: readonly [ExplainedRecord, ExplainedRecord],
): number {
  if (frequency === undefined) return base;
  const shares = pair.map(({ values }) => {
    const value = values[frequency] ?? null;
    return log2Share(frequencies[frequency]!, typeof value === 'string' ? value : '');
  });
  return base - Math.max(...shares);
}

function readerOf({ values }: ExplainedRecord): (column: string) => ColumnValue {
  return (column) => values[column] ?? null;
}

function shownValue({ shows }: Comparison, { values }: ExplainedRecord): string | null {
  const filled = shows.map((column) => values[column] ?? null).find((value) => value !== null);
  if (filled === undefined) return null;
  return typeof filled === 'string' ? filled : typeof filled === 'number' ? String(filled) : filled.join('、');
}

/** Weighs two records and says why: the rows of the waterfall sum to the weight of the link. */
import type { Explanation, WaterfallStep } from '../contract.ts';
import { COMPARISONS, MATTER_BANDS, type Level, type PairContext } from './comparisons.ts';
import type { MatterRecord } from './record.ts';

export interface Finding {
  readonly comparison: string;
  readonly levelId: string;
  readonly level: Level;
}

/** Everything the two agree or disagree in. What one of them does not say is left out. */
export function comparePair(left: MatterRecord, right: MatterRecord, context: PairContext): Finding[] {
  const findings: Finding[] = [];
  for (const { id, levels, compare } of COMPARISONS) {
    const levelId = compare(left, right, context);
    const level = levelId === null ? undefined : levels[levelId];
    if (levelId === null || level === undefined) continue;
    findings.push({ comparison: id, levelId, level });
    // A reference is the source's own word: nothing else is asked.
    if (id === 'reference') return findings;
  }
  return findings;
}

export function weightOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { level }) => sum + level.weight, 0);
}

/** Registered numbers that contradict each other. */
export function isConflict(findings: readonly Finding[]): boolean {
  return findings.some(
    ({ comparison, levelId }) =>
      levelId === 'different' && (comparison === 'investment_code' || comparison === 'number'),
  );
}

export function bandOf(weight: number): Explanation['band'] {
  if (weight >= MATTER_BANDS.merge) return 'merge';
  return weight >= MATTER_BANDS.review ? 'review' : 'apart';
}

/** @param context as when the link was found; without it, the name is taken to be that of one undertaking. */
export function explainPair(
  left: MatterRecord,
  right: MatterRecord,
  context: PairContext = { bearers: 1 },
): Explanation {
  const findings = comparePair(left, right, context);
  const weight = weightOf(findings);
  const steps = findings.map(({ comparison, level }): WaterfallStep => {
    const of = COMPARISONS.find(({ id }) => id === comparison);
    if (of === undefined) throw new Error(`no comparison ${comparison}`);
    const { label, show } = of;
    return { comparison, label, left: show(left), right: show(right), level: level.label, weight: level.weight };
  });
  return { left: left.id, right: right.id, weight, band: bandOf(weight), conflict: isConflict(findings), steps };
}

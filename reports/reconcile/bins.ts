/** Weights gathered into bars: whole numbers wide, or wider where there would be too many. */
import type { HistogramBin } from './report.ts';

export interface WeightCount {
  readonly weight: number;
  readonly status: string;
  readonly pairs: number;
}

const MOST = 40;
const WIDTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

type Outcome = 'joined' | 'waiting' | 'keptApart';

/** A status nobody knows waits: better looked at than left out. */
function outcomeOf(status: string): Outcome {
  if (status === 'joined') return 'joined';
  return status === 'must_not_link' || status === 'identifier' || status === 'same_system' ? 'keptApart' : 'waiting';
}

/** @param counts whole weights in any order. @returns bars without a gap, ascending; none where nothing is counted */
export function gatherBins(counts: readonly WeightCount[]): HistogramBin[] {
  if (counts.length === 0) return [];
  const weights = counts.map(({ weight }) => weight);
  const [least, most] = [Math.min(...weights), Math.max(...weights)];
  const width = WIDTHS.find((candidate) => (most - least + 1) / candidate <= MOST) ?? WIDTHS[WIDTHS.length - 1] ?? 1;
  const first = Math.floor(least / width) * width;
  const bins = Array.from({ length: Math.floor((most - first) / width) + 1 }, (_, index) => ({
    from: first + index * width,
    width,
    joined: 0,
    waiting: 0,
    keptApart: 0,
  }));
  for (const { weight, status, pairs } of counts) {
    const bin = bins[Math.floor((weight - first) / width)];
    if (bin) bin[outcomeOf(status)] += pairs;
  }
  return bins;
}

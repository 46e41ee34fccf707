import { describe, expect, it } from 'vitest';
import { comparisonText, verdicts, versionsText } from '../../../scripts/bench/peers/report.ts';
import type { Outcome } from '../../../scripts/bench/peers/round.ts';
import { pgDump } from '../../../scripts/bench/peers/tools/pg-dump.ts';

function outcome(name: string, seconds: number, more: { exitCode?: number; parity?: string } = {}): Outcome {
  const { exitCode = 0, parity = 'equal' } = more;
  return { name, measure: { seconds, cpuSeconds: 3, peakMegabytes: 99.6, exitCode, output: '' }, parity };
}

const OUTCOMES = [
  outcome('ggzy', 20),
  outcome('ggzy, second run, nothing changed', 12),
  outcome('floor: COPY of the same tuples', 8),
  outcome('slow', 40),
  outcome('quick', 10),
  outcome('broken', 1, { exitCode: 2, parity: 'failed (2): out of heap' }),
];
const filled = { rows: 1_000_000, bytes: 340_000_000 };

describe('report of a comparison', () => {
  it('measures the product against the fastest that succeeded', () => {
    expect(verdicts(OUTCOMES, 'ggzy', ['slow', 'quick', 'broken'])).toEqual([
      '0.50 × the fastest peer (quick)',
      '40 % of the floor into empty tables',
      '67 % into existing rows',
      'a run without changes takes 60 % of the first load',
    ]);
  });

  it('claims nothing where the product failed or nobody else was there', () => {
    expect(verdicts([outcome('ggzy', 20, { exitCode: 1 }), outcome('quick', 10)], 'ggzy', ['quick'])).toEqual([]);
    expect(verdicts([outcome('ggzy', 20)], 'ggzy', ['quick'])).toEqual([]);
    const partial = outcome('ggzy', 1, { parity: '0 of 1000000 rows' });
    expect(verdicts([partial, outcome('quick', 10)], 'ggzy', ['quick'])).toEqual([]);
  });

  it('shows every tool, also those that failed or took no part', () => {
    const comparison = {
      title: 'MySQL → PostgreSQL',
      filled,
      outcomes: OUTCOMES,
      absent: [{ name: 'gone', reason: 'no apt' }],
    };
    const lines = comparisonText(comparison, 'ggzy', ['quick']).split('\n');
    expect(lines[0]).toBe('### MySQL → PostgreSQL: 1,000,000 rows of 340 bytes');
    expect(lines).toContain('| ggzy | 20.0 | 17.0 | 50,000 | 3.0 | 100 | equal |');
    expect(lines).toContain('| broken |  |  |  |  |  | failed (2): out of heap |');
    expect(lines).toContain('| gone |  |  |  |  |  | took no part: no apt |');
  });

  it('keeps a name with a bar in its cell', () => {
    expect(versionsText([[pgDump, { version: '18.1' }]])).toContain('- **pg_dump \\| psql** 18.1 (');
  });
});

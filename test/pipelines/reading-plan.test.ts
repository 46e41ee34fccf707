/** What is still to be read, from what the ledger says is staged. */
import { describe, expect, it } from 'vitest';
import type { DeliveryRange } from '../../connectors/connector.ts';
import { planReadings, type StagedSpan } from '../../pipelines/reading-plan.ts';

function rangesOf(...rows: number[]): DeliveryRange[] {
  let before = 0;
  return rows.map((count, index) => {
    const range = { id: `range ${index}`, before, rows: count, fingerprint: '' };
    before += count;
    return range;
  });
}

const span = (from: number, to: number, cursor: string | null = `behind ${to}`): StagedSpan => ({ from, to, cursor });

interface Part {
  readonly range?: string;
  readonly ord: number;
  readonly after?: string;
  readonly rows: number | null;
}

function plan(ranges: DeliveryRange[] | undefined, ...staged: StagedSpan[]): Part[] | null {
  const parts = planReadings({ ranges, staged });
  return parts && parts.map(({ range, ...part }) => (range ? { ...part, range: range.id } : part));
}

describe('a delivery as a whole', () => {
  it('is read from the beginning', () => {
    expect(plan(undefined)).toEqual([{ ord: 0, rows: null }]);
  });

  it('is read on from behind the last chunk', () => {
    expect(plan(undefined, span(1, 5), span(6, 8))).toEqual([{ ord: 8, rows: null, after: 'behind 8' }]);
  });

  it('is staged anew where a chunk is missing between', () => {
    expect(plan(undefined, span(1, 5), span(11, 15))).toBeNull();
    expect(plan(undefined, span(6, 10))).toBeNull();
  });
});

describe('a delivery of ranges', () => {
  it('is read range by range', () => {
    expect(plan(rangesOf(10, 5))).toEqual([
      { range: 'range 0', ord: 0, rows: 10 },
      { range: 'range 1', ord: 10, rows: 5 },
    ]);
  });

  it('has nothing to read where a range is empty, or staged', () => {
    expect(plan(rangesOf(10, 0, 5), span(1, 10))).toEqual([{ range: 'range 2', ord: 10, rows: 5 }]);
    expect(plan(rangesOf(10, 5), span(11, 15), span(1, 10))).toEqual([]);
  });

  it('is read on in every range that was begun, whatever the order of the chunks', () => {
    expect(plan(rangesOf(10, 10, 10), span(21, 24), span(1, 3), span(25, 26), span(4, 6))).toEqual([
      { range: 'range 0', ord: 6, rows: 4, after: 'behind 6' },
      { range: 'range 1', ord: 10, rows: 10 },
      { range: 'range 2', ord: 26, rows: 4, after: 'behind 26' },
    ]);
  });

  it('is read on where a range was cut in two since', () => {
    expect(plan(rangesOf(4, 6, 10), span(1, 3), span(4, 6))).toEqual([
      { range: 'range 1', ord: 6, rows: 4, after: 'behind 6' },
      { range: 'range 2', ord: 10, rows: 10 },
    ]);
  });

  it('is read on where it was read as a whole before', () => {
    expect(plan(rangesOf(4, 6), span(1, 5))).toEqual([{ range: 'range 1', ord: 5, rows: 5, after: 'behind 5' }]);
  });

  it('needs no cursor behind a range that is complete', () => {
    expect(plan(rangesOf(4, 6), span(1, 4, null))).toEqual([{ range: 'range 1', ord: 4, rows: 6 }]);
  });

  it.each([
    ['a chunk in the middle of a range', span(3, 5)],
    ['a beginning without a cursor', span(1, 3, null)],
  ])('is staged anew where there is %s', (_, staged) => {
    expect(plan(rangesOf(10), staged)).toBeNull();
  });
});

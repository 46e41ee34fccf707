import { describe, expect, it } from 'vitest';
import { AmountSums } from '../../pipelines/amounts.ts';

const NAMES = [
  { entity: 'lot', field: 'budget', place: 0 },
  { entity: 'lot', field: 'deposit', place: 2 },
  { entity: 'project', field: 'budget', place: 1 },
];

const amounts = (sums: AmountSums): string[] => sums.take().map(({ amount }) => amount);

describe('sums of amounts', () => {
  it('are exact where floating point is not', () => {
    const sums = new AmountSums(NAMES);
    for (const value of ['0.1', '0.2', '999999999999999999.999999', '-0.000001']) sums.add('lot', [value, null, '2']);
    sums.add('project', [null, '7.5']);
    expect(amounts(sums)).toEqual(['1000000000000000000.299998', '8.000000', '7.500000']);
  });

  it('start anew when they were taken', () => {
    const sums = new AmountSums(NAMES);
    sums.add('lot', ['1', null, null]);
    sums.take();
    expect(amounts(sums)).toEqual(['0.000000', '0.000000', '0.000000']);
  });

  it('give back what is subtracted, and take in those of others', () => {
    const kept = new AmountSums(NAMES);
    kept.add('lot', ['5.25', null, '1']);
    kept.add('lot', ['-3', null, '0.5']);
    kept.subtract('lot', ['-3', null, '0.5']);
    const sums = new AmountSums(NAMES);
    sums.add('lot', ['1', null, null]);
    sums.addAll(kept);
    expect(amounts(sums)).toEqual(['6.250000', '1.000000', '0.000000']);
  });

  it('leave out flags, empty fields and other entities', () => {
    const sums = new AmountSums(NAMES);
    sums.add('lot', [true, '9', null]);
    sums.add('notice', ['4', '4', '4']);
    expect(amounts(sums)).toEqual(['0.000000', '0.000000', '0.000000']);
  });
});

import { expect, it } from 'vitest';
import { readersWithin } from '../../pipelines/memory-budget.ts';

const MEGABYTE = 1024 * 1024;

it.each([
  ['as many as are allowed, of narrow rows', { readers: 4, chunkSize: 2_500, bytes: 340e6, rows: 1e6 }, 4],
  ['fewer of wide rows', { readers: 16, chunkSize: 2_500, bytes: 2e9, rows: 1e6 }, 3],
  ['fewer of large chunks', { readers: 16, chunkSize: 50_000, bytes: 100e6, rows: 1e6 }, 3],
  ['one where a chunk alone is larger than the budget', { readers: 4, chunkSize: 10_000, bytes: MEGABYTE, rows: 1 }, 1],
  [
    'as many as are allowed where nobody says how wide rows are',
    { readers: 3, chunkSize: 2_500, bytes: 0, rows: null },
    3,
  ],
])('%s', (_, load, readers) => expect(readersWithin(load)).toBe(readers));

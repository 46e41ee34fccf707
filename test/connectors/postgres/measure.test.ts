/** Content that differs in anything a reading would deliver has another hash, whichever way the server hashes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { seededHash, textHash } from '../../../connectors/postgres/measure.ts';
import { useSource } from './source.ts';

const source = useSource();

/** More than one number has bits. */
const MANY = Array.from({ length: 64 }, (_, at) => `c${at}`);
const WAYS = [
  ['column by column', seededHash(MANY)],
  ['by the text of the row', textHash(streamOf(MANY))],
] as const;

function streamOf(columns: readonly string[]) {
  const declared = Object.fromEntries(columns.map((name) => [name, { type: 'text', label: name }]));
  return defineStream({ name: 'many', label: '多列', key: [], deletion: [], version: 1, columns: declared });
}

/** Rows of texts: columns that are not named are empty. */
type Rows = readonly Readonly<Record<string, string | null>>[];

async function fill(rows: Rows): Promise<void> {
  await source.query('truncate many');
  for (const row of rows) {
    const values = MANY.map((name) => (row[name] === null ? 'null' : `'${row[name] ?? ''}'`));
    await source.query(`insert into many values (${values.join(', ')})`);
  }
}

beforeAll(async () => {
  await source.query(`create table many (${MANY.map((name) => `${name} text`).join(', ')})`);
});

describe.each(WAYS)('hashed %s', (_, { row, sums }) => {
  async function hashOf(rows: Rows): Promise<string> {
    await fill(rows);
    const sum = sums.map((sql, at) => `sum(${sql})::text as s${at}`).join(', ');
    const [found] = await source.query(`select ${sum} from (select ${row} as hash from many offset 0) as rows`);
    return JSON.stringify(found);
  }

  const A = { c0: '甲', c1: '乙' };
  const B = { c0: '丙', c1: '丁' };

  it('does not depend on the order of the rows', async () => {
    expect(await hashOf([A, B])).toBe(await hashOf([B, A]));
  });

  it.each<[string, Rows, Rows]>([
    ['a value', [A], [{ ...A, c1: '戊' }]],
    ['a value that moved to the next column', [{ c5: '甲' }], [{ c6: '甲' }]],
    ['no value and an empty one', [{ c3: null }], [{ c3: '' }]],
    ['which column has no value', [{ c3: null }], [{ c4: null }]],
    ['which column has no value, far behind', [{ c62: null }], [{ c63: null }]],
    [
      'values that changed places between rows',
      [A, B],
      [
        { ...A, c1: B.c1 },
        { ...B, c1: A.c1 },
      ],
    ],
    ['where a text is cut', [{ c0: 'ab', c1: 'c' }], [{ c0: 'a', c1: 'bc' }]],
    ['a row that is there twice', [A], [A, A]],
    ['a space at the end', [{ c0: 'a' }], [{ c0: 'a ' }]],
  ])('tells %s', async (_what, before, after) => {
    expect(await hashOf(before)).not.toBe(await hashOf(after));
  });
});

import { describe, expect, it } from 'vitest';
import { behindSql, behindUniqueSql, changeColumnOf, keyOrderOf } from '../../../connectors/database/order.ts';
import type { ColumnFacts, TableFacts } from '../../../connectors/database/table.ts';
import { defineStream, type StreamContract } from '../../../connectors/stream.ts';

const column = (name: string, facts: Partial<ColumnFacts> = {}): ColumnFacts => ({
  encoding: null,
  name,
  type: 'int',
  notNull: true,
  ordered: true,
  ...facts,
});

function tableOf(columns: readonly ColumnFacts[], ...uniqueKeys: string[][]): TableFacts {
  return { table: 't', bytes: 0, estimatedRows: null, mayWrite: false, columns, uniqueKeys };
}

function streamOf(more: Partial<StreamContract>): StreamContract {
  const names = ['a', 'b', 'seq'];
  const columns = Object.fromEntries(names.map((name) => [name, { type: 'int', label: name }]));
  return defineStream<string>({ name: 's', label: '', key: ['a', 'b'], deletion: [], version: 1, columns, ...more });
}

const ALL = [column('a'), column('b'), column('seq')];
const CHANGES = { column: 'seq', kind: 'modification' } as const;

describe('the order of a table', () => {
  it.each([
    ['the unique index of the key', streamOf({}), tableOf(ALL, ['b', 'a']), ['a', 'b'], true],
    ['no more of the key than a unique index needs', streamOf({}), tableOf(ALL, ['a']), ['a'], true],
    ['the key, where an index holds more', streamOf({}), tableOf(ALL, ['a', 'seq']), ['a', 'b'], false],
    ['the key, where no index is unique', streamOf({}), tableOf(ALL), ['a', 'b'], false],
    [
      'the key, where it may be empty',
      streamOf({}),
      tableOf([column('a', { notNull: false }), column('b')], ['a', 'b']),
      ['a', 'b'],
      false,
    ],
    [
      'the key, where values cannot be told apart',
      streamOf({}),
      tableOf([column('a', { ordered: false }), column('b')], ['a']),
      ['a', 'b'],
      false,
    ],
    ['what there is of a key', streamOf({}), tableOf([column('b')]), ['b'], false],
    [
      'the changes, where the last state of a key counts',
      streamOf({ repeated: 'last', cursor: CHANGES }),
      tableOf(ALL, ['seq']),
      ['seq'],
      true,
    ],
    [
      'the changes and the key, where changes tie',
      streamOf({ repeated: 'last', cursor: CHANGES }),
      tableOf(ALL, ['seq', 'a']),
      ['seq', 'a'],
      true,
    ],
    [
      'the key, where events are no order of changes',
      streamOf({ repeated: 'last', cursor: { column: 'seq', kind: 'business' } }),
      tableOf(ALL, ['seq']),
      ['a', 'b'],
      false,
    ],
  ] as const)('is %s', (_, stream, table, names, unique) => {
    const order = keyOrderOf(stream, table);
    expect(order.key.map(({ name }) => name)).toEqual(names);
    expect(order.unique).toBe(unique);
  });

  it('has another name where it is another order', () => {
    const tables = [tableOf(ALL), tableOf(ALL, ['a']), tableOf(ALL, ['a', 'b'])];
    expect(new Set(tables.map((table) => keyOrderOf(streamOf({}), table).name)).size).toBe(3);
  });
});

/** Three-valued: a comparison with null is null. */
type Row = readonly [a: number | null, b: number | null];

function evaluate(sql: string, [a, b]: Row): boolean {
  const script = sql
    .replaceAll(' is null', ' === null')
    .replaceAll(/\b(\w) (>=|>|=) (\d)/g, (_whole, name: string, op: string, value: string) => {
      return `(${name} !== null && ${name} ${op === '=' ? '===' : op} ${value})`;
    })
    .replaceAll(' and ', ' && ')
    .replaceAll(' or ', ' || ');
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- a condition of two comparisons, made above
  return new Function('a', 'b', `return ${script}`)(a, b) === true;
}

describe('behind a cursor', () => {
  const values = [1, 2, null];
  const rows: Row[] = values.flatMap((a) => values.map((b): Row => [a, b]));
  const text = (value: number | null): string | null => (value === null ? null : String(value));

  it.each(rows.map((row, index) => [row, index] as const))('%j stand the rows after it, NULL last', (row, index) => {
    const terms = [
      { sql: 'a', value: text(row[0]) },
      { sql: 'b', value: text(row[1]) },
    ];
    expect(rows.filter((each) => evaluate(behindSql(terms, 'false'), each))).toEqual(rows.slice(index + 1));
    expect(rows.filter((each) => evaluate(behindSql(terms, 'true'), each))).toEqual(rows.slice(index));
  });

  it('stand the same where nothing is NULL', () => {
    const filled = rows.filter((row) => !row.includes(null));
    for (const [index, row] of filled.entries()) {
      const terms = [
        { sql: 'a', value: String(row[0]) },
        { sql: 'b', value: String(row[1]) },
      ];
      const condition = behindUniqueSql(terms);
      expect(condition).toMatch(/^a >= /);
      expect(filled.filter((each) => evaluate(condition, each))).toEqual(filled.slice(index + 1));
    }
    expect(behindUniqueSql([{ sql: 'a', value: '1' }])).toBe('a > 1');
  });
});

it('takes changes from the column that moves with every change, and from no other', () => {
  expect(changeColumnOf(streamOf({ cursor: CHANGES }), tableOf(ALL)).name).toBe('seq');
  expect(() => changeColumnOf(streamOf({}), tableOf(ALL))).toThrow(TypeError);
  expect(() => changeColumnOf(streamOf({ cursor: CHANGES }), tableOf([column('a')]))).toThrow(TypeError);
});

/** Whatever the key is, reading behind any cursor gives exactly the records after it. */
import { expect, it } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { defineStream, type StreamContract } from '../../../connectors/stream.ts';
import { SourceError } from '../../../core/errors.ts';
import { readByRanges } from './read-ranges.ts';
import { readRows } from './read-rows.ts';

export interface OrderCase {
  readonly what: string;
  /** Columns and constraints of the table. */
  readonly definition: string;
  readonly values: string;
  readonly key: readonly string[];
  /** Column `k` of each record, in order. */
  readonly expected: readonly (string | null)[];
}

export interface OrderedSource {
  readonly query: (sql: string) => Promise<unknown>;
  readonly open: (settings?: Readonly<Record<string, unknown>>) => Promise<Connector>;
  readonly columnsOf: (table: string) => Promise<readonly string[]>;
}

export function streamWith(name: string, key: readonly string[], columns: readonly string[]): StreamContract {
  const declared = Object.fromEntries(columns.map((column) => [column, { type: 'any', label: '' }]));
  return defineStream<string>({ name, label: name, key, deletion: [], version: 1, columns: declared });
}

/** Reads record by record, and again from each cursor, while the first reading still stands open. */
export async function expectEveryCursorToLeadOn(connector: Connector, stream: StreamContract): Promise<void> {
  // The key is not always among what is asked for.
  for (const columns of [Object.keys(stream.columns), Object.keys(stream.columns).slice(-1)]) {
    const all = await readRows(connector, { stream, columns });
    expect(all.map(([row]) => row)).toEqual(all.map((_, index) => index + 1));
    for await (const { records, cursor } of connector.read({ stream, columns, chunkSize: 1 })) {
      const rest = await readRows(connector, { stream, columns, after: cursor });
      expect(rest).toEqual(all.slice(records[0]?.row));
    }
  }
}

export function testOrder(source: OrderedSource, cases: readonly OrderCase[]): void {
  it.each(cases.map((each, index) => [each.what, each, `case_${index}`] as const))(
    'reads %s',
    async (_, { definition, values, key, expected }, name) => {
      await source.query(`create table ${name} (${definition})`);
      await source.query(`insert into ${name} values ${values}`);
      const stream = streamWith(name, key, await source.columnsOf(name));
      const connector = await source.open();
      const rows = await readRows(connector, { stream, columns: ['k'] });
      expect(rows.map(([, k]) => k)).toEqual(expected);
      expect(await readByRanges(await source.open({ rangeRows: 1 }), { stream, columns: ['k'] })).toEqual(rows);
      await expectEveryCursorToLeadOn(connector, stream);
    },
  );
}

export function testForeignCursors(source: OrderedSource): void {
  it.each(['', 'x', '{"rows":1,"key":[]}', '{"rows":1,"key":["1"],"content":"c","same":1}', '{"rows":1,"key":[null]}'])(
    'refuses the cursor %j, which is of another order',
    async (after) => {
      await source.query(`create table if not exists plain (k int primary key)`);
      const reading = readRows(await source.open(), {
        stream: streamWith('plain', ['k'], ['k']),
        columns: ['k'],
        after,
      });
      await expect(reading).rejects.toThrow(SourceError);
      await expect(reading).rejects.toThrow('续读位置');
    },
  );
}

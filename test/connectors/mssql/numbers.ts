/** A table of numbers with a withheld column, on the double: what most faults are tried on. */
import { defineStream } from '../../../connectors/stream.ts';
import type { Answer, Handler, Rows } from '../../setup/tds/double.ts';
import type { DoubleTable } from '../../setup/tds/table-rows.ts';

const columns = {
  ID: { type: 'int', label: '主键' },
  MM: { type: 'varchar(50)', label: '密码', ignore: 'credential' },
} as const;

export const numbers = defineStream({ name: 'GC_BD', label: '标段', key: ['ID'], deletion: [], version: 1, columns });

/** Rows 1 to `rows`. */
export function numbersTable(rows: number, name = 'GC_BD'): DoubleTable {
  return {
    schema: 'dbo',
    name,
    columns: [
      { name: 'ID', type: 'int', notNull: true },
      { name: 'MM', type: 'varchar(50)' },
    ],
    rows: Array.from({ length: rows }, (_, index) => [String(index + 1), 'hunter2']),
    uniqueKeys: [['ID']],
  };
}

/** Each row four kilobytes long: a few hundred fill the buffers of two sockets. */
export const wide = defineStream({
  name: 'GC_GG',
  label: '公告',
  key: ['ID'],
  deletion: [],
  version: 1,
  columns: { ID: columns.ID, NR: { type: 'nvarchar(2000)', label: '内容' } },
});

export function wideTable(rows: number): DoubleTable {
  const text = '藏'.repeat(2000);
  return {
    ...numbersTable(0, 'GC_GG'),
    columns: [
      { name: 'ID', type: 'int', notNull: true },
      { name: 'NR', type: 'nvarchar(2000)' },
    ],
    rows: Array.from({ length: rows }, (_, index) => [String(index + 1), text]),
  };
}

/** What a reading of so many rows gives: number and value. */
export function numbered(rows: number): (string | number)[][] {
  return Array.from({ length: rows }, (_, index) => [index + 1, String(index + 1)]);
}

export const isReading = (text: string): boolean => text.includes('order by t.[ID]');

/** Changes the rows of each reading, by its number from 1; other questions are answered as ever. */
export function spoilRows(change: (rows: Rows, count: number) => Answer['rows']): (handler: Handler) => Handler {
  let count = 0;
  return (handler) => async (request) => {
    const answer = await handler(request);
    if (!answer || !isReading(request.text)) return answer;
    count += 1;
    return { ...answer, rows: change(answer.rows, count) };
  };
}

export const refuse = (thrown: Error) => (): Promise<never> => Promise.reject(thrown);

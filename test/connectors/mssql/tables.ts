/** Facts of tables and servers, as the catalog would give them. */
import { defineStream, type StreamContract } from '../../../connectors/stream.ts';
import type { MssqlTable } from '../../../connectors/mssql/catalog.ts';
import type { MssqlColumn } from '../../../connectors/mssql/column.ts';
import { isLargeType } from '../../../connectors/mssql/exact-text.ts';
import type { ServerFacts } from '../../../connectors/mssql/server.ts';

export const SERVER_2019: ServerFacts = {
  version: '15.0.2000.5',
  major: 15,
  edition: 'Developer Edition (64-bit)',
  collation: 'Chinese_PRC_CI_AS',
  database: 'JZJY',
  user: 'reader',
  view: 'snapshot',
  versioned: false,
  hashesAnyLength: true,
  losslessFloats: true,
  hides: true,
  measures: true,
};

export const SERVER_2012: ServerFacts = {
  ...SERVER_2019,
  version: '11.0.7001.0',
  major: 11,
  hashesAnyLength: false,
  losslessFloats: false,
  hides: false,
};

/** @param type as a script writes it, with `not null` behind it where it is. */
export function column(name: string, type: string): MssqlColumn {
  const plain = type.replace(' not null', '');
  const [base = '', size = ''] = plain.replace(')', '').split('(');
  const text = /char|text/.test(base);
  return {
    name,
    type: plain,
    base,
    length: size === 'max' ? -1 : Number(text || base.includes('binary') ? size : 0),
    notNull: plain !== type,
    ordered: !isLargeType(base),
    encoding: text ? 'Chinese_PRC_CI_AS' : null,
    collation: text ? 'Chinese_PRC_CI_AS' : null,
    readable: true,
  };
}

export function tableOf(types: Readonly<Record<string, string>>, ...uniqueKeys: readonly string[][]): MssqlTable {
  const columns = Object.entries(types).map(([name, type]) => column(name, type));
  const facts = { bytes: 0, mayWrite: false, estimatedRows: 0, hidden: [] };
  return { schema: 'dbo', table: 'GC_GG', columns, uniqueKeys, ...facts };
}

export function streamOf(table: MssqlTable, key: readonly string[]): StreamContract {
  const columns = Object.fromEntries(table.columns.map(({ name, type }) => [name, { type, label: name }]));
  return defineStream<string>({ name: table.table, label: '公告', key, deletion: [], version: 1, columns });
}

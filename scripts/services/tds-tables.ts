/** Tables of the land and mining centre for the double of SQL Server, with the rows that a PostgreSQL source has. */
import { openDatabase } from '../../database/connection.ts';
import { landminingMappings } from '../../mappings/landmining/index.ts';
import type { StreamContract } from '../../connectors/stream.ts';
import type { DoubleTable } from '../../test/setup/tds/table-rows.ts';

/** How a SQL Server would have declared it. */
export function serverType(type: string): string {
  if (type === 'boolean') return 'bit';
  if (type === 'uuid') return 'nvarchar(36)';
  if (type === 'timestamp') return 'datetime2(0)';
  if (type === 'text') return 'nvarchar(max)';
  return type.replace(/^numeric/, 'decimal').replace(/^(var)?char/, (plain) => `n${plain}`);
}

export function tableOf({ name, columns, key }: StreamContract, rows: DoubleTable['rows'] = []): DoubleTable {
  const declared = Object.entries(columns).map(([column, { type }]) => ({
    name: column,
    type: serverType(type),
    notNull: key.includes(column),
  }));
  return { schema: 'dbo', name, columns: declared, rows, uniqueKeys: [key] };
}

/** Every table of the centre, with the first rows of each. */
export async function readTables(url: string, mostRows: number): Promise<DoubleTable[]> {
  const source = openDatabase(url, 1);
  const tables: DoubleTable[] = [];
  for (const { stream } of landminingMappings) {
    const names = Object.keys(stream.columns);
    const values = names.map((name) => (stream.columns[name]?.type === 'boolean' ? `${name}::int` : name));
    const order = stream.key.join(', ');
    const rows = await source.query(
      `select ${values.map((value, at) => `(${value})::text as c${at}`).join(', ')} from ${stream.name} order by ${order} limit ${mostRows}`,
    );
    tables.push(
      tableOf(
        stream,
        rows.map((row) => names.map((_, at) => row[`c${at}`] ?? null)),
      ),
    );
  }
  await source.close();
  return tables;
}

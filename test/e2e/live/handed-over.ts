/** One content in two forms: the hand-over package of a centre, and the rows a live database of that centre holds. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connector } from '../../../connectors/connector.ts';
import type { StreamContract } from '../../../connectors/stream.ts';
import type { SystemDeclaration } from '../../../pipelines/system.ts';

export interface HandedOver {
  readonly stream: StreamContract;
  /** Columns of the table, the withheld ones among them. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/**
 * The tables of a package, less what a database with character sets and primary keys could not hold: records whose bytes
 * are broken, and the second of a key.
 */
export async function readTables(connector: Connector, { mappings }: SystemDeclaration): Promise<HandedOver[]> {
  const tables: HandedOver[] = [];
  for (const { stream } of mappings) {
    const { columns } = await connector.describe(stream);
    const places = stream.key.map((name) => columns.indexOf(name));
    const rows = new Map<string, readonly (string | null)[]>();
    for await (const { records } of connector.read({ stream, columns, chunkSize: 1000 })) {
      for (const { values, problems } of records) {
        const key = JSON.stringify(places.map((place) => values[place]));
        if (!problems && !rows.has(key)) rows.set(key, values);
      }
    }
    tables.push({ stream, columns, rows: [...rows.values()] });
  }
  return tables;
}

const cell = (text: string | null): string => (text === null ? String.raw`\N` : `"${text.replaceAll('"', '""')}"`);

export async function writePackage(directory: string, tables: readonly HandedOver[]): Promise<void> {
  await mkdir(directory, { recursive: true });
  const manifest: Record<string, unknown> = {};
  for (const { stream, columns, rows } of tables) {
    const file = `${stream.name}.csv`;
    const text = [columns.join(','), ...rows.map((row) => row.map(cell).join(',')), ''].join('\n');
    await writeFile(join(directory, file), text);
    manifest[stream.name] = { file, rows: rows.length, sha256: createHash('sha256').update(text).digest('hex') };
  }
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
}

type Query = (sql: string, values?: readonly unknown[]) => Promise<unknown>;

/** How one kind of server writes names, and the places of values. */
export interface Dialect {
  readonly quote: (name: string) => string;
  readonly place: (index: number) => string;
}

const ROWS_AT_ONCE = 50;

/** Tables in the types of the interface documents, each with its primary key. */
export async function fillTables(
  query: Query,
  tables: readonly HandedOver[],
  { quote, place }: Dialect,
): Promise<void> {
  for (const { stream, columns, rows } of tables) {
    const isKey = (name: string): boolean => stream.key.includes(name);
    const lines = columns.map(
      (name) => `${quote(name)} ${stream.columns[name]?.type} ${isKey(name) ? 'not ' : ''}null`,
    );
    lines.push(`primary key (${stream.key.map(quote).join(', ')})`);
    await query(`create table ${quote(stream.name)} (${lines.join(', ')})`);
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const some = rows.slice(from, from + ROWS_AT_ONCE);
      const lists = some.map((row, at) => `(${row.map((_, index) => place(at * row.length + index)).join(', ')})`);
      await query(`insert into ${quote(stream.name)} values ${lists.join(', ')}`, some.flat());
    }
  }
}

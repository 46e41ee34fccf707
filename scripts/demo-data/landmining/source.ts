/** The live form of the land and mining centre: the database `tdkq` on a server of the demo's own. */
import type { StreamContract } from '../../../connectors/stream.ts';
import { rowText } from '../../../core/row-text.ts';
import { openDatabase, type Client } from '../../../database/connection.ts';
import { CopyBuffer, copyInto } from '../../../database/load/copy.ts';
import { LAND_STREAMS, rowValues, type LandMiningTables } from './centre.ts';

export const LAND_DATABASE = 'tdkq';

const NEVER_EMPTY = new Set(['del_flag', 'updated_at']);

/** The statement that makes the table of a stream, in the types of the interface document. */
export function createTable({ name, label, columns, key }: StreamContract): string {
  const lines = Object.entries(columns).map(([column, { type }]) => {
    const mandatory = key.includes(column) || NEVER_EMPTY.has(column);
    return `"${column}" ${type}${mandatory ? ' not null' : ''}`;
  });
  lines.push(`primary key (${key.map((column) => `"${column}"`).join(', ')})`);
  return `create table "${name}" (${lines.join(', ')}); comment on table "${name}" is '${label}'`;
}

async function fill(client: Client, tables: LandMiningTables): Promise<void> {
  for (const stream of LAND_STREAMS) {
    await client.query(createTable(stream));
    const columns = Object.keys(stream.columns);
    const buffer = new CopyBuffer();
    for (const values of rowValues(tables[stream.name] ?? [], columns)) buffer.add(rowText(values));
    await copyInto(client, stream.name, columns, buffer.take());
  }
}

/**
 * Makes the database anew and fills it by COPY.
 * @param serverUrl a server on which a database may be made; what is there under the name is dropped.
 * @returns the address of the new database.
 */
export async function createLandMiningSource(
  serverUrl: string,
  tables: LandMiningTables,
  name = LAND_DATABASE,
): Promise<string> {
  const server = openDatabase(serverUrl, 1);
  try {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.query(`create database ${name} encoding 'UTF8' template template0`);
  } finally {
    await server.close();
  }
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const source = openDatabase(address.href, 1);
  try {
    await source.transaction((client) => fill(client, tables));
  } finally {
    await source.close();
  }
  return address.href;
}

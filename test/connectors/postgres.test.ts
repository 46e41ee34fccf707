/** A live PostgreSQL keeps the connector contract; each delivery is a schema of its own. */
import { postgres } from '../../connectors/postgres.ts';
import { connectorContract } from '../contract/connector.ts';
import type { Table } from '../contract/delivery.ts';
import { PASSWORD, useSource, type Source } from './postgres/source.ts';

const source = useSource();
/** A database that does not know what its bytes are: only there can a text be broken. */
const unaware = useSource(`encoding 'SQL_ASCII' locale 'C' template template0`);
const TYPES: Readonly<Record<string, string>> = {
  ID: 'varchar(10)',
  MC: 'varchar(200)',
  MM: 'varchar(50)',
  JE: 'numeric(10,2)',
};
let schemas = 0;

async function writeTables({ query, role, settings }: Source, tables: readonly Table[]): Promise<unknown> {
  const schema = `delivery_${(schemas += 1)}`;
  await query(`create schema ${schema}`);
  await query(`grant usage on schema ${schema} to ${role}`);
  for (const { stream, columns, rows } of tables) {
    const name = `${schema}."${stream.name}"`;
    const types = columns.map((column) => `"${column}" ${TYPES[column] ?? 'text'}`);
    await query(`create table ${name} (${types.join(', ')}, primary key ("ID"))`);
    const places = columns.map((_, index) => `$${index + 1}`);
    for (const row of rows) await query(`insert into ${name} values (${places.join(', ')})`, row);
  }
  return { ...settings, schema };
}

/** Two thirds of a character where the second record has its name. */
async function spoilBytes(table: Table): Promise<unknown> {
  const settings = await writeTables(unaware, [table]);
  const broken = `convert_from('\\xe897ff'::bytea, 'SQL_ASCII')`;
  await unaware.query(`update delivery_${schemas}."${table.stream.name}" set "MC" = ${broken} where "ID" = '002'`);
  return settings;
}

connectorContract('postgres', {
  kind: postgres,
  required: ['host', 'database', 'user', 'password'],
  deliver: (_, tables) => writeTables(source, tables),
  spoil: (_, table) => spoilBytes(table),
  ranges: { rangeRows: 2 },
  secrets: [PASSWORD],
});

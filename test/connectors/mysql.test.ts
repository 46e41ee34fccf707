/** A live MySQL keeps the connector contract; each delivery is a set of tables of its own. */
import { mysql } from '../../connectors/mysql.ts';
import { connectorContract } from '../contract/connector.ts';
import type { Table } from '../contract/delivery.ts';
import { describeOnMariadb } from '../setup/mariadb.ts';
import { PASSWORD, useSource, type Source } from './mysql/source.ts';

const TYPES: Readonly<Record<string, string>> = {
  ID: 'varchar(10)',
  MC: 'varchar(200)',
  MM: 'varchar(50)',
  JE: 'decimal(10,2)',
};
let deliveries = 0;

async function writeTables({ query, settings }: Source, tables: readonly Table[]): Promise<unknown> {
  const prefix = `d${(deliveries += 1)}_`;
  for (const { stream, columns, rows } of tables) {
    const types = columns.map((column) => `\`${column}\` ${TYPES[column] ?? 'text'}`);
    await query(`create table ${prefix}${stream.name} (${types.join(', ')}, primary key (ID))`);
    for (const row of rows) await query(`insert into ${prefix}${stream.name} values (?)`, [row]);
  }
  const names = [...tables.map(({ stream }) => stream.name), 'NOWHERE'];
  return { ...settings, tables: Object.fromEntries(names.map((name) => [name, `${prefix}${name}`])) };
}

/** The names as GB18030 in a column that is declared as another character set, the second with half a character. */
async function spoilBytes(source: Source, table: Table): Promise<unknown> {
  const settings = await writeTables(source, [table]);
  const name = `d${deliveries}_${table.stream.name}`;
  await source.query(`update ${name} set MC = '甲' where MC is not null`);
  await source.query(`alter table ${name} modify MC varchar(200) character set gbk`);
  await source.query(`alter table ${name} modify MC varbinary(200)`);
  await source.query(`update ${name} set MC = x'b2d8ff41' where ID = '002'`);
  await source.query(`alter table ${name} modify MC varchar(200) character set latin1`);
  return { ...Object(settings), encodings: { [`${table.stream.name}.MC`]: 'gb18030' } };
}

describeOnMariadb('mysql', () => {
  const source = useSource();
  connectorContract('mysql', {
    kind: mysql,
    required: ['host', 'database', 'user', 'password'],
    deliver: (_, tables) => writeTables(source, tables),
    spoil: (_, table) => spoilBytes(source, table),
    ranges: { rangeRows: 2 },
    secrets: [PASSWORD],
  });
});

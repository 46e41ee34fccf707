/** `double.ts URL ROWS`: a double of SQL Server with the parcels of a PostgreSQL source; prints its port, ends with its parent. */
import { TdsServer } from '../../../test/setup/tds/server.ts';
import { answerTables } from '../../../test/setup/tds/tables.ts';
import { readTables } from '../../services/tds-tables.ts';

const [url = '', rows = ''] = process.argv.slice(2);
const tables = await readTables(url, Number(rows));
const server = await TdsServer.start({
  handler: answerTables({ name: 'tdkq', tables }),
  password: 'double',
  databases: ['tdkq'],
});
console.log(server.port);
process.stdin.resume().on('end', () => process.exit(0));

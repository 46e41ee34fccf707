/** `read.ts bare|connector PORT`: reads the parcels of the double once; prints rows, seconds and processor time as JSON. */
import mssql from 'mssql';
import { openConnector } from '../../../connectors/registry.ts';
import { carriedColumns } from '../../../connectors/stream.ts';
import { findSystem } from '../../../pipelines/registry.ts';

export interface ReadMeasure {
  readonly rows: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

const [way = '', port = ''] = process.argv.slice(2);
const stream = findSystem('landmining')?.mappings.find((mapping) => mapping.stream.name === 'td_dk')?.stream;
if (!stream) throw new Error('no stream td_dk');
const columns = carriedColumns(stream);

async function readBare(): Promise<() => Promise<number>> {
  const pool = await mssql.connect({
    server: '127.0.0.1',
    port: Number(port),
    user: 'reader',
    password: 'double',
    database: 'tdkq',
    options: { encrypt: false, packetSize: 16_384 },
    validateConnection: false,
  });
  const list = columns.map((name) => `t.[${name}] as [${name}]`).join(', ');
  return async () => {
    const request = pool.request();
    request.stream = true;
    request.arrayRowMode = true;
    let rows = 0;
    request.on('row', () => (rows += 1));
    await request.query(`select ${list} from [dbo].[td_dk] as t order by t.[dk_id]`);
    await pool.close();
    return rows;
  };
}

async function readConnector(): Promise<() => Promise<number>> {
  const settings = { host: '127.0.0.1', port: Number(port), database: 'tdkq', user: 'reader', password: 'double' };
  const connector = await openConnector(
    'mssql',
    { ...settings, ssl: 'disable' },
    { system: 'landmining', baseDirectory: '/' },
  );
  if (!stream) throw new Error('no stream td_dk');
  await connector.describe(stream);
  return async () => {
    let rows = 0;
    for await (const { records } of connector.read({ stream, columns, chunkSize: 2_500 })) rows += records.length;
    await connector.close();
    return rows;
  };
}

const read = await (way === 'bare' ? readBare() : readConnector());
const begun = performance.now();
const before = process.cpuUsage();
const rows = await read();
const { user, system } = process.cpuUsage(before);
const measure: ReadMeasure = { rows, seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1e6 };
console.log(JSON.stringify(measure));

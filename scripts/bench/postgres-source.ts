/** A source database as the land and mining centre has one, filled by the server itself: tender-like rows of about 330 bytes. */
import { openDatabase } from '../../database/connection.ts';

export interface PostgresSource {
  readonly url: string;
  /** Text of all rows, without separators. */
  readonly bytes: number;
}

const DATABASE = 'tdkq';

const TABLE = `create table td_dk (
  dk_id bigint primary key, dkbh varchar(40), xmmc varchar(300), zl varchar(300), xzqdm varchar(6), mj numeric(18,6),
  mj_dw varchar(4), tdyt varchar(50), crnx varchar(20), rjl varchar(30), qsj numeric(20,4), qsj_dw varchar(4),
  zt varchar(10), del_flag boolean not null, created_at timestamp, updated_at timestamp not null)`;

/** Every 200th row has a defect; every 500th is deleted. */
const ROWS = `insert into td_dk
  select n, '拉土挂' || (2012 + n % 9) || '-' || lpad(n::text, 7, '0'),
    '城关区第' || n % 997 || '片区国有建设用地使用权公开出让（含地上附着物及市政配套设施，具体以规划条件为准）',
    '拉萨市城关区纳金街道' || n % 89 || '号以东、规划路以南、河道蓝线以北，四至范围详见附图第' || n % 53 || '页',
    case when n % 200 = 0 then '549999' else (array['540102','540103','540202','540302','540402','540502','540602'])[1 + n % 7] end,
    1 + (n % 90000) / 1000.0, (array['公顷','亩','㎡'])[1 + n % 3],
    (array['商服用地','住宅用地','工业用地、仓储用地'])[1 + n % 3], '商业40年、住宅70年', '≤' || 1 + n % 3 || '.0',
    100 + (n % 900000) / 100.0, '万元', (array['公告中','已成交','流拍'])[1 + n % 3], n % 500 = 0,
    timestamp '2013-01-01 09:00:00' + n % 2500 * interval '1 day', timestamp '2014-01-01 09:30:00' + n % 2400 * interval '1 day'
  from generate_series(1, $1::bigint) n`;

/** @param serverUrl a server on which a database may be made. */
export async function createPostgresSource(serverUrl: string, rows: number): Promise<PostgresSource> {
  const server = openDatabase(serverUrl);
  await server.query(`create database ${DATABASE}`);
  await server.close();
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE}`;
  const source = openDatabase(url.href);
  await source.query(TABLE);
  await source.query(ROWS, [rows]);
  await source.query('vacuum analyze td_dk');
  const [size] = await source.query('select sum(octet_length(d::text)) as bytes from td_dk d');
  await source.close();
  return { url: url.href, bytes: Number(size?.['bytes'] ?? 0) };
}

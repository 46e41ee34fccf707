/** Every value is the text PostgreSQL prints: what the offline package of the same system holds. */
import { expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { readRows } from '../database/read-rows.ts';
import { useSource } from './source.ts';

const source = useSource();

const VALUES: readonly (readonly [type: string, sql: string, text: string | null])[] = [
  ['int8', '9223372036854775807', '9223372036854775807'],
  ['int8', '-9223372036854775808', '-9223372036854775808'],
  ['numeric(38,20)', '123456789012345678.12345678901234567890', '123456789012345678.12345678901234567890'],
  ['numeric', '1.10', '1.10'],
  ['numeric', `'NaN'`, 'NaN'],
  ['float8', `0.1::float8 + 0.2`, '0.30000000000000004'],
  ['float8', `'-Infinity'`, '-Infinity'],
  ['float4', `'1e-7'`, '1e-07'],
  ['boolean', 'true', 't'],
  ['boolean', 'false', 'f'],
  ['timestamp', `'2019-12-02 16:00:38.123456'`, '2019-12-02 16:00:38.123456'],
  ['timestamp(0)', `'2019-12-02 16:00:38'`, '2019-12-02 16:00:38'],
  ['timestamp', `'infinity'`, 'infinity'],
  ['timestamptz', `'2019-12-02 16:00:38.5+00'`, '2019-12-03 00:00:38.5+08'],
  ['date', `'2019-12-02'`, '2019-12-02'],
  ['date', `'0044-03-15 BC'`, '0044-03-15 BC'],
  ['date', `'12345-01-02'`, '12345-01-02'],
  ['time', `'23:59:59.999999'`, '23:59:59.999999'],
  ['interval', `'1 year 2 days 03:04:05'`, '1 year 2 days 03:04:05'],
  ['uuid', `'E4936AA4-045F-4508-AE31-E1AF2755E223'`, 'e4936aa4-045f-4508-ae31-e1af2755e223'],
  ['char(4)', `'C'`, 'C   '],
  ['text', `''`, ''],
  ['text', 'null', null],
  ['text', String.raw`'\N'`, String.raw`\N`],
  ['text', `E'a\\\\b\\tc\\nd\\re\\u000b\\u0001"''，'`, 'a\\b\tc\nd\re\v\u0001"\'，'],
  ['text', `'𠮷😀བོད་ལྗོངས།'`, '𠮷😀བོད་ལྗོངས།'],
  ['bytea', `'\\x00ff'`, String.raw`\x00ff`],
  ['text[]', `array['a,b', null, 'c"d']`, '{"a,b",NULL,"c\\"d"}'],
  ['json', `'{"n": 9007199254740993}'`, '{"n": 9007199254740993}'],
  ['jsonb', `'{"b": 1.10, "a": 9007199254740993}'`, '{"a": 9007199254740993, "b": 1.10}'],
];

it('reads exact text of every type, whatever the account and the database are set to', async () => {
  const names = VALUES.map((_, index) => `c${index}`);
  const types = Object.fromEntries(VALUES.map(([type], index) => [`c${index}`, { type, label: type }]));
  const stream = defineStream({
    name: 'every',
    label: '各种类型',
    key: ['id'],
    deletion: [],
    version: 1,
    columns: { id: { type: 'int', label: '主键' }, ...types },
  });
  await source.query(
    `create table every (id int primary key, ${VALUES.map(([type], index) => `c${index} ${type}`).join(', ')})`,
  );
  await source.query(`insert into every values (1, ${VALUES.map(([, sql]) => sql).join(', ')})`);
  const settings = [
    'datestyle = german',
    'timezone = UTC',
    'extra_float_digits = -3',
    'bytea_output = escape',
    `intervalstyle = iso_8601`,
  ];
  for (const setting of settings) await source.query(`alter role ${source.role} set ${setting.replace('= ', "= '")}'`);

  const connector = await source.open();
  const [row] = await readRows(connector, { stream, columns: names });
  expect(row?.slice(1)).toEqual(VALUES.map(([, , text]) => text));
  expect((await connector.describe(stream)).findings).toEqual([]);
});

it('reads a table with Chinese names, and quotes in names', async () => {
  await source.query(`create table "表""一" ("主 键" int primary key, "值" text)`);
  await source.query(`insert into "表""一" values (2, '乙'), (10, '甲')`);
  const columns = { '主 键': { type: 'int', label: '' }, 值: { type: 'text', label: '' } };
  const stream = defineStream({ name: 'one', label: '一', key: ['主 键'], deletion: [], version: 1, columns });
  const connector = await source.open({ tables: { one: '表"一' } });
  expect(await readRows(connector, { stream, columns: ['值'] })).toEqual([
    [1, '乙'],
    [2, '甲'],
  ]);
});

it('reads a record that is larger than any buffer', async () => {
  await source.query(`create table large (id int primary key, body text)`);
  await source.query(`insert into large values (1, repeat('藏', 3000000)), (2, 'small')`);
  const columns = { id: { type: 'int', label: '' }, body: { type: 'text', label: '' } };
  const stream = defineStream({ name: 'large', label: '', key: ['id'], deletion: [], version: 1, columns });
  const rows = await readRows(await source.open(), { stream, columns: ['body'] });
  expect(rows.map(([, body]) => String(body).length)).toEqual([3_000_000, 5]);
  expect(new Set(String(rows[0]?.[1]))).toEqual(new Set('藏'));
});

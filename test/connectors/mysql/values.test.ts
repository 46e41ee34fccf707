/** Every value is the text MySQL prints: what the offline package of the same system holds. */
import { expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { describeOnMariadb } from '../../setup/mariadb.ts';
import { readRows } from '../database/read-rows.ts';
import { useSource } from './source.ts';

const VALUES: readonly (readonly [type: string, sql: string, text: string | null])[] = [
  ['bigint', '9223372036854775807', '9223372036854775807'],
  ['bigint', '-9223372036854775808', '-9223372036854775808'],
  ['bigint unsigned', '18446744073709551615', '18446744073709551615'],
  ['int(5) zerofill', '42', '00042'],
  ['tinyint(1)', '2', '2'],
  [
    'decimal(65,30)',
    '12345678901234567890123456789012345.000000000000000000000000000001',
    '12345678901234567890123456789012345.000000000000000000000000000001',
  ],
  ['decimal(18,4)', '2000', '2000.0000'],
  ['decimal(18,0)', '-5', '-5'],
  ['double', '0.1e0 + 0.2e0', '0.30000000000000004'],
  ['double', '1e300', '1e300'],
  ['float', '0.1', '0.1'],
  ['bit(1)', `b'1'`, '1'],
  ['bit(10)', `b'101'`, '0000000101'],
  ['bit(64)', '18446744073709551615', '1'.repeat(64)],
  ['year', '2019', '2019'],
  ['datetime', `'0000-00-00 00:00:00'`, '0000-00-00 00:00:00'],
  ['datetime', `'2019-07-01 11:54:20'`, '2019-07-01 11:54:20'],
  ['datetime(6)', `'2019-07-01 11:54:20.000001'`, '2019-07-01 11:54:20.000001'],
  ['date', `'2019-00-00'`, '2019-00-00'],
  ['date', `'9999-12-31'`, '9999-12-31'],
  ['time', `'-838:59:59'`, '-838:59:59'],
  ['time(3)', `'23:59:59.123'`, '23:59:59.123'],
  // Written as Greenwich time, read as Beijing time.
  ['timestamp null', `'2019-12-02 16:00:38'`, '2019-12-03 00:00:38'],
  ['timestamp null', 'null', null],
  ['char(4)', `'C  '`, 'C'],
  ['varchar(10)', `'C  '`, 'C  '],
  ['varchar(10)', `''`, ''],
  ['varchar(10)', 'null', null],
  ['varchar(10)', String.raw`'\\N'`, String.raw`\N`],
  ['varchar(10)', `'NULL'`, 'NULL'],
  ['varchar(40)', String.raw`'a\\b\tc\nd\r\n\0"\'，'`, 'a\\b\tc\nd\r\n\0"\'，'],
  ['varchar(40)', `'𠮷😀བོད་ལྗོངས།'`, '𠮷😀བོད་ལྗོངས།'],
  ['varchar(40) character set utf8', `'西藏'`, '西藏'],
  ['varchar(40) character set gbk', `'西藏'`, '西藏'],
  ['varchar(40) character set big5', `'西藏'`, '西藏'],
  ['varchar(40) character set utf16', `'西藏𠮷'`, '西藏𠮷'],
  ['varchar(40) character set latin1', `'Müller ÿ€'`, 'Müller ÿ€'],
  ['longtext', `repeat('藏', 1000)`, '藏'.repeat(1000)],
  [`enum('b','a')`, `'a'`, 'a'],
  [`set('x','y')`, `'y,x'`, 'x,y'],
  ['json', `'{"n": 9007199254740993, "d": 1.10}'`, '{"n": 9007199254740993, "d": 1.10}'],
  ['varbinary(10)', `x'00ff5c'`, '0x00FF5C'],
  ['binary(4)', `'ab'`, '0x61620000'],
  ['blob', `''`, '0x'],
  ['longblob', 'null', null],
];

describeOnMariadb('values of mysql', () => {
  const source = useSource();

  it('are the exact text of every type, whatever the server is set to', async () => {
    const names = VALUES.map((_, index) => `c${index}`);
    const declared = VALUES.map(([type], index) => [
      `c${index}`,
      { type: type.replace(/ (?:null|character).*/, ''), label: type },
    ]);
    const stream = defineStream<string>({
      name: 'every',
      label: '各种类型',
      key: ['id'],
      deletion: [],
      version: 1,
      columns: { id: { type: 'int', label: '主键' }, ...Object.fromEntries(declared) },
    });
    const columns = VALUES.map(([type], index) => `c${index} ${type}`);
    await source.query(`create table every (id int primary key, ${columns.join(', ')})`);
    await source.query(`insert into every values (1, ${VALUES.map(([, sql]) => sql).join(', ')})`);

    const connector = await source.open();
    const [row] = await readRows(connector, { stream, columns: names });
    expect(row?.slice(1)).toEqual(VALUES.map(([, , text]) => text));
    const { findings } = await connector.describe(stream);
    expect(findings.map(({ level, rule }) => [level, rule])).toEqual([
      ['info', 'column_charset'],
      ['warning', 'column_charset'],
    ]);
  });

  it('of tables and columns with Chinese names, quotes in names, and names in another case', async () => {
    await source.query('create table `表``一` (`主 键` int primary key, `值` text, bm int)');
    await source.query("insert into `表``一` values (2, '乙', 1), (10, '甲', 2)");
    const columns = {
      '主 键': { type: 'int', label: '' },
      值: { type: 'text', label: '' },
      BM: { type: 'int', label: '' },
    };
    const stream = defineStream({ name: 'one', label: '一', key: ['主 键'], deletion: [], version: 1, columns });
    const connector = await source.open({ tables: { one: '表`一' } });
    expect((await connector.describe(stream)).findings).toEqual([]);
    expect(await readRows(connector, { stream, columns: ['值', 'BM'] })).toEqual([
      [1, '乙', '1'],
      [2, '甲', '2'],
    ]);
  });

  it('that are larger than any buffer', async () => {
    await source.query(`create table large (id int primary key, body longtext)`);
    await source.query(`insert into large values (1, repeat('藏', 3000000)), (2, 'small')`);
    const columns = { id: { type: 'int', label: '' }, body: { type: 'longtext', label: '' } };
    const stream = defineStream({ name: 'large', label: '', key: ['id'], deletion: [], version: 1, columns });
    const connector = await source.open();
    const { fingerprint } = await connector.describe(stream);
    const rows = await readRows(connector, { stream, columns: ['body'] });
    expect(rows.map(([, body]) => String(body).length)).toEqual([3_000_000, 5]);
    expect(new Set(String(rows[0]?.[1]))).toEqual(new Set('藏'));
    // The last of three million characters counts.
    await source.query(`update large set body = concat(repeat('藏', 2999999), '区') where id = 1`);
    expect((await (await source.open()).describe(stream)).fingerprint).not.toBe(fingerprint);
  });
});

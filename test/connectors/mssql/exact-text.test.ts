/**
 * How each type is printed by the server, and what the driver hands over becomes. The SQL is compared text by text here;
 * that a server prints so is shown by live.test.ts alone.
 */
import { describe, expect, it } from 'vitest';
import { parameterOf, parseSql, printSql, textOfValue } from '../../../connectors/mssql/exact-text.ts';
import { column } from './tables.ts';

describe('a column is printed by the server', () => {
  it.each([
    // The driver would make numbers of these, and lose digits.
    ['decimal(38,10)', 'convert(varchar(41), #)', 'cast(@ as decimal(38,10))'],
    ['money', 'convert(varchar(41), cast(# as decimal(19,4)))', 'cast(@ as money)'],
    ['bigint', 'convert(varchar(20), #)', 'cast(@ as bigint)'],
    ['bit', 'convert(varchar(1), #)', 'cast(@ as bit)'],
    // The driver would cut these to milliseconds, and move them by its time zone.
    ['datetime', 'convert(varchar(23), #, 121)', 'convert(datetime, @, 121)'],
    ['datetime2(7)', 'convert(varchar(27), #, 121)', 'convert(datetime2(7), @, 121)'],
    ['datetimeoffset(7)', 'convert(varchar(34), #, 121)', 'convert(datetimeoffset(7), @, 121)'],
    ['smalldatetime', 'convert(varchar(19), #, 120)', 'convert(smalldatetime, @, 120)'],
    ['date', 'convert(varchar(10), #, 23)', 'convert(date, @, 23)'],
    ['time(7)', 'convert(varchar(16), #, 121)', 'convert(time(7), @, 121)'],
    // In code page 936 the driver would decode the bytes itself.
    ['varchar(20)', 'cast(# as nvarchar(20))', 'cast(@ collate Chinese_PRC_CI_AS as varchar(20))'],
    ['varchar(8000)', 'cast(# as nvarchar(max))', 'cast(@ collate Chinese_PRC_CI_AS as varchar(8000))'],
    ['varchar(max)', 'cast(# as nvarchar(max))', '@'],
    ['text', 'cast(cast(# as varchar(max)) as nvarchar(max))', '@'],
    ['nvarchar(50)', '#', '@'],
    ['xml', 'cast(# as nvarchar(max))', '@'],
    ['uniqueidentifier', 'convert(varchar(36), #)', 'cast(@ as uniqueidentifier)'],
    // The driver hands these over as they are.
    ['varbinary(16)', '#', '@'],
    ['float', '#', 'cast(@ as float)'],
  ])('%s', (type, print, parse) => {
    expect(printSql(column('k', type), '#')).toBe(print);
    expect(parseSql(column('k', type), '@')).toBe(parse);
  });
});

describe('what the driver hands over', () => {
  it.each([
    ['nvarchar(9)', ' a\u0000b ', ' a\u0000b '],
    ['decimal(38,10)', '1234567890123456789012345678.0000000001', '1234567890123456789012345678.0000000001'],
    ['bigint', '9223372036854775807', '9223372036854775807'],
    ['float', 0.1 + 0.2, '0.30000000000000004'],
    ['real', Math.fround(0.1), '0.1'],
    ['real', Math.fround(16_777_217), '16777216'],
    ['varbinary(3)', Buffer.from([0, 255, 92]), '0x00FF5C'],
    ['nvarchar(9)', null, null],
  ])('%s %s is the text %s', (type, value, text) => {
    expect(textOfValue(column('k', type), value)).toBe(text);
  });

  it('goes back to the server as bytes where it is bytes', () => {
    expect(parameterOf(column('k', 'varbinary(3)'), '0x00FF5C')).toEqual(Buffer.from([0, 255, 92]));
    expect(parameterOf(column('k', 'bigint'), '7')).toBe('7');
  });
});

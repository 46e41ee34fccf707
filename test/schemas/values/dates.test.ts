import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excelSerialToDate, readDate, readTimestamp } from '../../../schemas/values/dates.ts';
import type { RuleId } from '../../../schemas/rules.ts';
import { anyText } from '../identifiers/generators.ts';

type Case = readonly [text: string, value: string | null, ...rules: RuleId[]];

const DATES: readonly Case[] = [
  ['2019-03-05', '2019-03-05'],
  ['2019-3-5', '2019-03-05'],
  ['2019/03/05', '2019-03-05'],
  ['2019.3.5', '2019-03-05'],
  ['2019年03月05日', '2019-03-05'],
  ['2019年3月5日', '2019-03-05'],
  ['2019 年 3 月 5 日', '2019-03-05'],
  ['２０１９年３月５日', '2019-03-05'],
  ['20190305', '2019-03-05'],
  ['20190305103000', '2019-03-05'],
  ['2019-03-05 00:00:00.000', '2019-03-05'],
  ['2019-03-05T18:30:00Z', '2019-03-06'],
  ['二〇一九年三月五日', '2019-03-05'],
  ['二○一九年十二月三十一日', '2019-12-31'],
  ['二零一九年十月廿三日', '2019-10-23'],
  ['42657', '2016-10-14'],
  ['42657.75', '2016-10-14'],
  ['2000-02-29', '2000-02-29'],
  ['2019-02-30', null, 'date_impossible'],
  ['2019-13-01', null, 'date_impossible'],
  ['2019-00-12', null, 'date_impossible'],
  ['20171305', null, 'date_impossible'],
  ['2018年11月31日', null, 'date_impossible'],
  ['1900-02-29', null, 'date_impossible'],
  ['2978-10-01', null, 'date_impossible'],
  ['2019-03-05 25:00:00', null, 'date_impossible'],
  ['0000-00-00', null, 'date_placeholder'],
  ['infinity', null, 'date_placeholder'],
  ['-infinity', null, 'date_placeholder'],
  ['0000-00-00 00:00:00', null, 'date_placeholder'],
  ['00000000', null, 'date_placeholder'],
  ['1900-01-01', null, 'date_placeholder'],
  ['1900-01-01 00:00:00.000', null, 'date_placeholder'],
  ['19000101', null, 'date_placeholder'],
  ['9999-12-31', null, 'date_placeholder'],
  ['1899-12-30', null, 'date_placeholder'],
  ['1753-01-01', null, 'date_placeholder'],
  ['长期', null],
  ['无', null],
  ['/', null],
  ['-', null],
  ['', null],
  ['2019-03', null, 'date_unreadable'],
  ['19-03-05', null, 'date_unreadable'],
  ['以公告为准', null, 'date_unreadable'],
  ['2019-03-05abc', null, 'date_unreadable'],
];

const TIMESTAMPS: readonly Case[] = [
  ['2019-03-05 10:30:59', '2019-03-05 10:30:59'],
  ['2019-03-05 10:30:59.000', '2019-03-05 10:30:59'],
  ['2019-03-05 10:30:59.330', '2019-03-05 10:30:59.33'],
  ['2019-03-05 10:30:59.1234567', '2019-03-05 10:30:59.123456'],
  ['2019-03-05 10:30', '2019-03-05 10:30:00'],
  ['2019-03-05', '2019-03-05 00:00:00'],
  ['2019-03-05T10:30:59+08:00', '2019-03-05 10:30:59'],
  ['2019-03-05T10:30:59.5Z', '2019-03-05 18:30:59.5'],
  ['2019-12-31T16:00:00Z', '2020-01-01 00:00:00'],
  ['2019-03-05T10:30:59-0500', '2019-03-05 23:30:59'],
  ['20190305103059', '2019-03-05 10:30:59'],
  ['20190305103059123', '2019-03-05 10:30:59.123'],
  ['201903051030', '2019-03-05 10:30:00'],
  ['2019/3/5 9:05', '2019-03-05 09:05:00'],
  ['2019年3月5日 9时05分', '2019-03-05 09:05:00'],
  ['2019年3月5日 下午3:05', '2019-03-05 15:05:00'],
  ['2019年3月5日 上午12:05', '2019-03-05 00:05:00'],
  ['2019-03-05 24:00:00', '2019-03-06 00:00:00'],
  ['43529.4375', '2019-03-05 10:30:00'],
  ['43529.437499999', '2019-03-05 10:30:00'],
  ['43528.9999999', '2019-03-05 00:00:00'],
  ['2019-03-05 24:00:01', null, 'date_impossible'],
  ['2019-03-05 10:60:00', null, 'date_impossible'],
  ['0000-00-00 00:00:00', null, 'date_placeholder'],
];

describe('dates', () => {
  for (const [text, value, ...rules] of DATES) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readDate(text)).toEqual({ value, rules });
    });
  }
});

describe('times', () => {
  for (const [text, value, ...rules] of TIMESTAMPS) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readTimestamp(text)).toEqual({ value, rules });
    });
  }
});

describe('serial days of spreadsheets', () => {
  it.each([
    [1, 1900, '1900-01-01'],
    [59, 1900, '1900-02-28'],
    [60, 1900, null],
    [61, 1900, '1900-03-01'],
    [42657, 1900, '2016-10-14'],
    [0, 1904, '1904-01-01'],
    [41195, 1904, '2016-10-14'],
    [-1, 1900, null],
    [Number.NaN, 1900, null],
  ] as const)('%d since %d is %s', (serial, epoch, date) => expect(excelSerialToDate(serial, epoch)).toBe(date));

  it('the 1904 calendar is asked for', () => {
    expect(readDate('41195', { epoch: 1904 })).toEqual({ value: '2016-10-14', rules: [] });
  });
});

const days = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('for every day', () => {
  it('every form gives the day back', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const short = [year, Number(month), Number(date)];
        const forms = [
          day,
          short.join('-'),
          short.join('/'),
          short.join('.'),
          year + month + date,
          `${year}年${month}月${date}日`,
          `${year}年${Number(month)}月${Number(date)}日`,
          `${day} 23:59:59`,
          `${day} 00:00:00.000`,
          `${year}${month}${date}235959`,
        ];
        for (const form of forms) expect(readDate(form)).toEqual({ value: day, rules: [] });
        expect(readTimestamp(day).value).toBe(`${day} 00:00:00`);
      }),
    );
  });

  it('serials round-trip', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_000 }), (serial) => {
        const date = excelSerialToDate(serial);
        expect((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000).toBe(serial);
      }),
    );
  });
});

it('reads any text, and its own result as itself', () => {
  const dateLike = fc
    .array(fc.constantFrom(...Array.from('0123456789年月日-/.: TZ零二十')), { maxLength: 24 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(anyText, dateLike), (text) => {
      const date = readDate(text).value;
      expect(readDate(date ?? '')).toEqual({ value: date, rules: [] });
      const time = readTimestamp(text).value;
      expect(readTimestamp(time ?? '')).toEqual({ value: time, rules: [] });
    }),
    { numRuns: 1000 },
  );
});

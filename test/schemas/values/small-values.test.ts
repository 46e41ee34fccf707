import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as national from '../../../schemas/codes/national.ts';
import { defineCodeList, readCode, readLookup } from '../../../schemas/values/codes.ts';
import { readFlag } from '../../../schemas/values/flags.ts';
import { readDecimal, readInteger, readPercent } from '../../../schemas/values/numbers.ts';
import { readPhone } from '../../../schemas/values/phone.ts';
import type { RuleId } from '../../../schemas/rules.ts';
import { anyText } from '../identifiers/generators.ts';

type Case = readonly [text: string, value: string | null, ...rules: RuleId[]];

const INTEGERS: readonly Case[] = [
  ['20', '20'],
  ['20.0', '20'],
  ['1,200', '1200'],
  ['２０', '20'],
  ['20天', '20'],
  ['20个工作日', '20'],
  ['628日历天', '628'],
  ['2019年度', '2019'],
  ['2019年', '2019'],
  ['二十天', '20'],
  ['-3', '-3'],
  ['2年', null, 'number_unreadable'],
  ['20.5', null, 'number_unreadable'],
  ['若干', null, 'number_unreadable'],
  ['无', null],
  ['', null],
];

const DECIMALS: readonly Case[] = [
  ['20.50', '20.5'],
  ['1,234.5', '1234.5'],
  ['1E+2', '100'],
  ['０．５', '0.5'],
  ['0.30000000000000004', '0.3'],
  ['五', null, 'number_unreadable'],
  ['1..2', null, 'number_unreadable'],
  ['/', null],
];

const PERCENTS: readonly Case[] = [
  ['35%', '35'],
  ['35％', '35'],
  ['20.5%', '20.5'],
  ['0.5%', '0.5'],
  ['0.35', '35'],
  ['35', '35'],
  ['1', '100'],
  ['0', '0'],
  ['百分之三十五', '35'],
  ['全部', null, 'number_unreadable'],
  ['', null],
];

const PHONES: readonly Case[] = [
  ['13319416022', '13319416022'],
  ['１３３１９４１６０２２', '13319416022'],
  ['133 1941 6022', '133 1941 6022'],
  ['133-1941-6022', '133-1941-6022'],
  ['+86 13319416022', '+86 13319416022'],
  ['008613319416022', '008613319416022'],
  ['0891-6545872', '0891-6545872'],
  ['(0891)6545872', '(0891)6545872'],
  ['08916545872', '08916545872'],
  ['010-65458721', '010-65458721'],
  ['+86-891-6545872', '+86-891-6545872'],
  ['6545872', '6545872'],
  ['0891-6545872转801', '0891-6545872转801'],
  ['0891-6545872-801', '0891-6545872-801'],
  ['0891-6545872、13319416022', '0891-6545872、13319416022'],
  ['13319416022/13319416023', '13319416022/13319416023'],
  ['13319416022 13319416023', '13319416022 13319416023'],
  ['400-800-1234', '400-800-1234'],
  ['12345', '12345'],
  ['95533', '95533'],
  ['177753122261', '177753122261', 'phone_invalid'],
  ['1392778807', '1392778807', 'phone_invalid'],
  ['12345678901', '12345678901', 'phone_invalid'],
  ['139****1234', '139****1234', 'phone_invalid'],
  ['13319416022/123', '13319416022/123', 'phone_invalid'],
  ['00000', '00000', 'phone_invalid'],
  ['同上', '同上', 'phone_invalid'],
  ['无', null],
  ['', null],
];

describe('numbers', () => {
  for (const [text, value, ...rules] of INTEGERS) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readInteger(text)).toEqual({ value, rules });
    });
  }
  for (const [text, value, ...rules] of DECIMALS) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readDecimal(text)).toEqual({ value, rules });
    });
  }
  for (const [text, value, ...rules] of PERCENTS) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readPercent(text)).toEqual({ value, rules });
    });
  }
});

describe('phones', () => {
  for (const [text, value, ...rules] of PHONES) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readPhone(text)).toEqual({ value, rules });
    });
  }
});

describe('flags', () => {
  it.each(['1', 'Y', 'y', 'true', 'TRUE', 'T', '是', '有', ' 是 ', '１'])('%j is true', (text) => {
    expect(readFlag(text)).toEqual({ value: true, rules: [] });
  });
  it.each(['0', 'N', 'false', 'F', '否', '无'])('%j is false', (text) => {
    expect(readFlag(text)).toEqual({ value: false, rules: [] });
  });
  it('others are unknown, and empty is nothing', () => {
    expect(readFlag('2')).toEqual({ value: null, rules: ['code_unknown'] });
    expect(readFlag(' ')).toEqual({ value: null, rules: [] });
  });
});

describe('codes', () => {
  const list = defineCodeList('sex', '性别', { '1': '男', '2': '女' });
  const lookup = new Map([
    ['M', '1'],
    ['9', '2'],
  ]);
  const cases: readonly Case[] = [
    ['1', '1'],
    [' 1 ', '1'],
    ['１', '1'],
    ['女', '2'],
    ['M', '1'],
    ['Ｍ', '1'],
    ['9', '2'],
    ['3', null, 'code_unknown'],
    ['', null],
  ];
  for (const [text, value, ...rules] of cases) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readCode(list, text, lookup)).toEqual({ value, rules });
    });
  }

  it.each<[string, string | null, string[]]>([
    ['M', '1', []],
    [' Ｍ ', '1', []],
    ['', null, []],
    ['1', null, ['code_unknown']],
    ['女', null, ['code_unknown']],
  ])('a complete lookup reads %j as %s: the list itself is not asked', (text, value, rules) => {
    expect(readLookup(text, lookup)).toEqual({ value, rules });
  });

  it('a lookup that gives a listed code another meaning wins', () => {
    expect(readCode(list, '1', new Map([['1', '2']])).value).toBe('2');
  });

  it.each(Object.values(national).map((table) => [table.id, table] as const))(
    'every code of %s reads',
    (_id, table) => {
      expect(table.codes.size).toBeGreaterThan(1);
      for (const [code, { zh }] of table.codes) {
        expect(readCode(table, code)).toEqual({ value: code, rules: [] });
        expect(readCode(table, zh)).toEqual({ value: code, rules: [] });
      }
    },
  );
});

it('reads any text, and its own result as itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      readFlag(text);
      for (const read of [readInteger, readDecimal, readPhone]) {
        const { value } = read(text);
        expect(read(value ?? '').value).toBe(value);
      }
      const percent = readPercent(text).value;
      expect(percent === null ? null : readPercent(`${percent}%`).value).toBe(percent);
    }),
    { numRuns: 500 },
  );
});

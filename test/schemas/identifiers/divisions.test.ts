import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIVISIONS, RETIRED_DIVISIONS } from '../../../schemas/codes/divisions.ts';
import { divisionName, readDivision, readDivisionName } from '../../../schemas/identifiers/divisions.ts';
import type { RuleId } from '../../../schemas/rules.ts';
import { anyText } from './generators.ts';

type Case = readonly [text: string, value: string | null, ...rules: RuleId[]];

const CODES: readonly Case[] = [
  ['540102', '540102'],
  [' 540102 ', '540102'],
  ['５４０１０２', '540102'],
  ['542500', '542500'],
  ['610000', '610000'],
  ['540125', '540103', 'division_retired'],
  ['542127', '540326', 'division_retired'],
  ['542300', '540200', 'division_retired'],
  ['542232', '540581', 'division_retired'],
  ['540128', null, 'division_unknown'],
  ['542727', null, 'division_unknown'],
  ['549999', null, 'division_unknown'],
  ['5401', null, 'division_unknown'],
  ['54010', null, 'division_unknown'],
  ['540102001000', null, 'division_unknown'],
  ['拉萨', null, 'division_unknown'],
  ['', null],
];

const NAMES: readonly Case[] = [
  ['拉萨市', '540100'],
  ['拉萨', '540100'],
  ['城关区', '540102'],
  ['日喀则市桑珠孜区', '540202'],
  ['西藏自治区林芝市', '540400'],
  ['西藏自治区 那曲市 色尼区', '540602'],
  ['山南市本级', '540500'],
  ['西藏', '540000'],
  ['阿里地区噶尔县', '542523'],
  ['542127', '540326', 'division_retired'],
  ['堆龙德庆县', '540103', 'division_retired'],
  ['拉萨市达孜县', '540104', 'division_retired'],
  ['林芝市城关区', null, 'division_unknown'],
  ['桃花源', null, 'division_unknown'],
  ['四川省成都市', null],
  ['', null],
];

describe('codes', () => {
  for (const [text, value, ...rules] of CODES) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readDivision(text)).toEqual({ value, rules });
    });
  }
});

describe('codes or names', () => {
  for (const [text, value, ...rules] of NAMES) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readDivisionName(text)).toEqual({ value, rules });
    });
  }
});

describe('the table', () => {
  it('has the region, 7 prefectures, 74 counties and 4 statistical zones', () => {
    const codes = [...DIVISIONS.keys()];
    expect(codes.filter((code) => code.endsWith('00'))).toHaveLength(8);
    expect(codes).toHaveLength(8 + 74 + 4);
  });

  it('every successor is in force and every name is found again', () => {
    for (const [code, { successor }] of RETIRED_DIVISIONS) {
      expect(DIVISIONS.has(code)).toBe(false);
      expect(successor === null || DIVISIONS.has(successor)).toBe(true);
    }
    for (const [code, name] of DIVISIONS) expect(readDivisionName(name)).toEqual({ value: code, rules: [] });
  });

  it('names codes in force and retired', () => {
    expect(divisionName('540102')).toBe('城关区');
    expect(divisionName('542127')).toBe('八宿县');
    expect(divisionName('610000')).toBeNull();
  });
});

it('reads any text, and its own result as itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { value } of [readDivision(text), readDivisionName(text)]) {
        expect(readDivision(value ?? '')).toEqual({ value, rules: [] });
      }
    }),
  );
});

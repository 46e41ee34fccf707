import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInvestmentCode, readInvestmentCode } from '../../../schemas/identifiers/investment-code.ts';
import { readTransactionCode, transactionCheckCharacter } from '../../../schemas/identifiers/transaction-code.ts';
import type { RuleId } from '../../../schemas/rules.ts';
import { anyText, toFullWidth } from './generators.ts';

const REAL = 'A02-123100007847653857-20161012-000015-Q';

type Case = readonly [text: string, value: string | null, ...rules: RuleId[]];

const TRANSACTION_CODES: readonly Case[] = [
  [REAL, REAL],
  [` ${REAL} `, REAL],
  [REAL.replaceAll('-', ''), REAL],
  [REAL.toLowerCase(), REAL, 'code_lowercase'],
  [toFullWidth(REAL), REAL, 'code_fullwidth'],
  ['B01-12350100MB02709751-20161231-211018-2', 'B01-12350100MB02709751-20161231-211018-2', 'unified_code_check'],
  ['A02-123100007847653857-20161312-000015-Q', 'A02-123100007847653857-20161312-000015-Q', 'code_malformed'],
  ['A02-1231', 'A02-1231', 'code_malformed'],
  ['', null],
];

const INVESTMENT_CODES: readonly Case[] = [
  ['2020-540235-48-03-637990', '2020-540235-48-03-637990'],
  ['20205402354803637990', '2020-540235-48-03-637990'],
  ['2020—540235—48—03—637990', '2020-540235-48-03-637990'],
  ['２０２０－５４０２３５－４８－０３－６３７９９０', '2020-540235-48-03-637990'],
  ['藏发改〔2016〕021号', '藏发改〔2016〕021号'],
  [' 藏发改〔2016〕021号', '藏发改〔2016〕021号'],
  ['2020-540235-48-03-63799', '2020-540235-48-03-63799', 'code_malformed'],
  ['', null],
];

describe('unified transaction codes', () => {
  for (const [text, value, ...rules] of TRANSACTION_CODES) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readTransactionCode(text)).toEqual({ value, rules });
    });
  }

  it('computes ISO 7064 MOD 37-2 over 35 characters without overflow', () => {
    expect(transactionCheckCharacter('A02-123100007847653857-20161012-000015')).toBe('Q');
    expect(transactionCheckCharacter('a02')).toBeNull();
  });
});

describe('investment project codes', () => {
  for (const [text, value, ...rules] of INVESTMENT_CODES) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readInvestmentCode(text)).toEqual({ value, rules });
    });
  }

  it('tells codes from numbers of approval documents', () => {
    expect(isInvestmentCode('2020-540235-48-03-637990')).toBe(true);
    expect(isInvestmentCode('藏发改〔2016〕021号')).toBe(false);
  });
});

it('reads any text, and its own result as itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const read of [readTransactionCode, readInvestmentCode]) {
        const { value } = read(text);
        expect(value === null ? null : read(value).value).toBe(value);
      }
    }),
  );
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAmounts, NATIONAL_AMOUNT_LIMIT, readCapitalAmount, readMoney } from '../../../schemas/values/money.ts';
import type { MoneyOptions, MoneyUnit } from '../../../schemas/values/money.ts';
import type { RuleId } from '../../../schemas/rules.ts';
import { anyText } from '../identifiers/generators.ts';

type Case = readonly [text: string, unit: MoneyUnit, value: string | null, ...rules: RuleId[]];

const AMOUNTS: readonly Case[] = [
  ['709487', '元', '709487'],
  ['709487.00', '元', '709487'],
  ['0.50', '元', '0.5'],
  ['000.5', '元', '0.5'],
  ['.5', '元', '0.5'],
  ['0', '万元', '0'],
  ['-0.00', '元', '0'],
  ['5314.0903', '万元', '53140903'],
  ['2000.0000', '万元', '20000000'],
  ['0.065038', '万元', '650.38'],
  ['1.5', '亿元', '150000000'],
  ['122,104,166.00', '元', '122104166'],
  ['122，104，166.00', '元', '122104166'],
  ['￥709,487', '元', '709487'],
  ['¥ 709487', '元', '709487'],
  ['人民币709487', '元', '709487'],
  ['７０９４８７．５', '元', '709487.5'],
  ['709.48689999999999', '万元', '7094869'],
  ['0.30000000000000004', '元', '0.3'],
  ['123456789.123456', '元', '123456789.123456'],
  ['1.23456789', '元', '1.234568'],
  ['1000万元', '元', '10000000', 'money_suffix'],
  ['1000万', '万元', '10000000', 'money_suffix'],
  ['269.68万元', '万元', '2696800', 'money_suffix'],
  ['709487元', '元', '709487', 'money_suffix'],
  ['￥709,487.00元整', '元', '709487', 'money_suffix'],
  ['709487元', '万元', '709487', 'money_suffix'],
  ['1.2亿元', '元', '120000000', 'money_suffix'],
  ['3千元', '元', '3000', 'money_suffix'],
  ['3百万元', '元', '3000000', 'money_suffix'],
  ['500万元人民币', '元', '5000000', 'money_suffix'],
  ['4.8685907E+7', '元', '48685907', 'money_sci'],
  ['4.8685907E+3', '万元', '48685907', 'money_sci'],
  ['1e-2', '元', '0.01', 'money_sci'],
  ['壹佰贰拾万元整', '元', '1200000', 'money_capital'],
  ['伍佰万元整', '万元', '5000000', 'money_capital'],
  ['人民币叁亿元整', '万元', '300000000', 'money_capital'],
  ['五百万元', '元', '5000000', 'money_capital'],
  ['伍佰', '万元', '5000000', 'money_capital'],
  ['-2470032.0000', '元', '-2470032', 'money_negative'],
  ['-18182.2315', '万元', '-181822315', 'money_negative'],
  ['3000000000', '元', '3000000000'],
  ['3000000000.01', '元', '3000000000.01', 'money_absurd'],
  ['8888888888.0000', '万元', '88888888880000', 'money_absurd'],
  ['面议', '元', null, 'money_text'],
  ['详见公告', '元', null, 'money_text'],
  ['下浮5%', '元', null, 'money_text'],
  ['按实结算', '元', null, 'money_text'],
  ['100万美元', '元', null, 'money_text'],
  ['元', '元', null, 'money_text'],
  ['1.2.3', '元', null, 'money_text'],
  ['1e99', '元', null, 'money_text'],
  ['/', '元', null],
  ['-', '元', null],
  ['无', '元', null],
  ['', '元', null],
  ['　', '元', null],
];

const UNIT_COLUMNS: readonly (readonly [text: string, options: MoneyOptions, value: string, ...rules: RuleId[]])[] = [
  ['5314.0903', { unit: '元', unitText: '万元' }, '53140903'],
  ['5314.0903', { unit: '元', unitText: '1' }, '53140903'],
  ['53140903', { unit: '万元', unitText: '元' }, '53140903'],
  ['53140903', { unit: '元', unitText: '' }, '53140903', 'money_unit_missing'],
  ['53140903', { unit: '元', unitText: null }, '53140903', 'money_unit_missing'],
  ['5314万元', { unit: '元', unitText: '' }, '53140000', 'money_suffix'],
  ['8408970000.0000', { unit: '元', limit: '1000000000000' }, '8408970000'],
];

describe('amounts', () => {
  for (const [text, unit, value, ...rules] of AMOUNTS) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readMoney(text, { unit })).toEqual({ value, rules });
    });
  }
});

describe('a unit in its own column', () => {
  for (const [text, options, value, ...rules] of UNIT_COLUMNS) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readMoney(text, options)).toEqual({ value, rules });
    });
  }
});

describe('capital numerals', () => {
  it.each([
    ['贰佰壹拾壹万贰仟陆佰柒拾陆元伍角叁分', '2112676.53'],
    ['壹亿叁仟陆佰零柒万叁仟柒佰陆拾肆元整', '136073764'],
    ['捌拾万零玖佰柒拾陆元整', '800976'],
    ['大写：人民币壹拾元零伍分', '10.05'],
    ['伍角', '0.5'],
    ['壹万贰仟亿元', '1200000000000'],
    ['十五', '15'],
    ['一百二十', '120'],
    ['两千元', '2000'],
    ['零元', '0'],
  ])('%s is %s', (text, value) => expect(readCapitalAmount(text)).toBe(value));

  it.each(['', '元', '万元', '佰元', '壹贰元', '壹拾佰元', '壹亿亿', '上万元', '一'.repeat(50)])(
    '%s is none',
    (text) => {
      expect(readCapitalAmount(text)).toBeNull();
    },
  );
});

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];

/** Below 10,000, as contracts write it. */
function writeGroup(value: number): string {
  let text = '';
  for (const [place, digit] of Array.from(String(value)).entries()) {
    const unit = UNITS[String(value).length - 1 - place] ?? '';
    text += digit === '0' ? '零' : DIGITS.charAt(Number(digit)) + unit;
  }
  return text.replace(/零+/g, '零').replace(/零$/, '');
}

function fromCents(cents: number): string {
  return readMoney(`${cents}e-2`, { unit: '元' }).value ?? '';
}

function writeCapital(yuan: number): string {
  const groups = [Math.floor(yuan / 1e8), Math.floor(yuan / 1e4) % 1e4, yuan % 1e4];
  const parts = groups.map((group, i) =>
    group === 0 ? '' : `${i > 0 && group < 1000 ? '零' : ''}${writeGroup(group)}${['亿', '万', ''][i]}`,
  );
  return `${parts.join('').replace(/^零/, '')}元整`;
}

describe('for every amount', () => {
  it('capital numerals read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_900_000_000 }), (yuan) => {
        expect(readMoney(writeCapital(yuan), { unit: '万元' })).toEqual({
          value: String(yuan),
          rules: ['money_capital'],
        });
      }),
    );
  });

  it('万元 and 元 agree exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_999_999_999 }), (yuan) => {
        const tenThousands = `${Math.floor(yuan / 1e4)}.${String(yuan % 1e4).padStart(4, '0')}`;
        expect(readMoney(tenThousands, { unit: '万元' })).toEqual({ value: String(yuan), rules: [] });
        expect(readMoney(yuan.toLocaleString('en-US'), { unit: '元' })).toEqual({ value: String(yuan), rules: [] });
      }),
    );
  });

  it('compares by value', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e9, max: 1e9 }), (a, b) => {
        expect(compareAmounts(fromCents(a), fromCents(b))).toBe(Math.sign(a - b));
      }),
    );
    expect(compareAmounts(NATIONAL_AMOUNT_LIMIT, '3000000000.000001')).toBe(-1);
  });
});

it('reads any text, and its own result as itself', () => {
  const moneyLike = fc
    .array(fc.constantFrom(...Array.from('0123456789.,-+eE万亿元壹贰佰拾￥整%')), { maxLength: 20 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(anyText, moneyLike), (text) => {
      const { value } = readMoney(text, { unit: '万元' });
      if (value === null) return;
      expect(value).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d{0,5}[1-9])?$/);
      expect(readMoney(value, { unit: '元' }).value).toBe(value);
      readCapitalAmount(text);
    }),
    { numRuns: 1000 },
  );
});

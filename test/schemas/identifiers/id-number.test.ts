import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  idBirthDate,
  idDivision,
  idSex,
  isValidIdNumber,
  readIdNumber,
  upgradeIdNumber,
} from '../../../schemas/identifiers/id-number.ts';
import type { RuleId } from '../../../schemas/rules.ts';
import { anyText, changeDigit, idNumbers, toFullWidth } from './generators.ts';

function check(text: string, value: string | null, ...rules: RuleId[]): void {
  it(`${JSON.stringify(text)} → ${value} ${rules.join(' ')}`, () => {
    expect(readIdNumber(text)).toEqual({ value, rules });
  });
}

describe('reading', () => {
  check('11010519491231002X', '11010519491231002X');
  check('440524188001010014', '440524188001010014');
  check(' 11010519491231002X　', '11010519491231002X');
  check('110105 19491231 002X', '11010519491231002X');
  check('11010519491231002x', '11010519491231002X', 'id_lowercase_x');
  check('１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X', 'id_fullwidth');
  check('１１０１０５１９４９１２３１００２ｘ', '11010519491231002X', 'id_fullwidth', 'id_lowercase_x');
  check('130503670401001', '130503196704010016', 'id_15');
  check('130503990401996', '130503199904019967', 'id_15');
  check('', null);
  check('　', null);
});

describe('numbers that cannot serve as identity', () => {
  check('110105194912310021', '110105194912310021', 'id_check_digit');
  check('110105194913310021', '110105194913310021', 'id_check_digit');
  check('130503671301001', '130503671301001', 'id_check_digit');
  check('13050367040100', '13050367040100', 'id_check_digit');
  check('军字第1234号', '军字第1234号', 'id_check_digit');
  check('5.40202196110286E+17', null, 'code_rounded');
  check('540202196110287000', '540202196110287000', 'id_check_digit');
});

describe('placeholders', () => {
  for (const text of [
    '无',
    '/',
    '-',
    '－',
    '不详',
    '暂无',
    '0',
    '000000000000000000',
    '111111111111111',
    '999999999999999999',
  ]) {
    check(text, null, 'id_placeholder');
  }
  check('123456789012345678', null, 'id_placeholder');
  check('1234567890', null, 'id_placeholder');
});

describe('what a number tells', () => {
  it('birth date, sex and division of first issue', () => {
    expect(idBirthDate('11010519491231002X')).toBe('1949-12-31');
    expect(idSex('11010519491231002X')).toBe('2');
    expect(idSex('440524188001010014')).toBe('1');
    expect(idDivision('440524188001010014')).toBe('440524');
  });

  it('nothing where the check digit fails', () => {
    expect(idBirthDate('110105194912310021')).toBeNull();
    expect(idSex('110105194912310021')).toBeNull();
    expect(idDivision('110105194912310021')).toBeNull();
  });
});

describe('for every number', () => {
  it('is valid, and a valid one is read as it is', () => {
    fc.assert(
      fc.property(idNumbers, (id) => {
        expect(isValidIdNumber(id)).toBe(true);
        expect(readIdNumber(id)).toEqual({ value: id, rules: [] });
      }),
    );
  });

  it('one changed digit always shows', () => {
    fc.assert(
      fc.property(idNumbers, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (id, place, by) => {
        expect(isValidIdNumber(changeDigit(id, place, by))).toBe(false);
      }),
    );
  });

  it('the old form comes back without loss', () => {
    fc.assert(
      fc.property(idNumbers, (id) => {
        expect(upgradeIdNumber(id.slice(0, 6) + id.slice(8, 17))).toBe(id);
      }),
    );
  });

  it('full width and lower case are repaired', () => {
    fc.assert(
      fc.property(idNumbers, (id) => {
        expect(readIdNumber(toFullWidth(id.toLowerCase())).value).toBe(id);
      }),
    );
  });
});

it('reads any text without exception, and its own result without repair', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { value } = readIdNumber(text);
      const again = readIdNumber(value ?? '');
      expect(again.value).toBe(value);
      expect(again.rules.filter((rule) => rule !== 'id_check_digit')).toEqual([]);
    }),
  );
});

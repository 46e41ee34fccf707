import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValidOrgCode, normaliseOrgCode, orgCodeCheck } from '../../../schemas/identifiers/org-code.ts';
import { isValidRegistrationNumber } from '../../../schemas/identifiers/registration-number.ts';
import { isValidUscc, usccCheckCharacter, usccDivision, usccOrgCode } from '../../../schemas/identifiers/uscc.ts';
import { anyText, changeDigit, usccs } from './generators.ts';

const REAL_USCCS = [
  '91350100M000100Y43',
  '914403003429409755',
  '914403006990676707',
  '91440300L83341734R',
  '91320312302101990G',
  '123100007847653857',
  '12350100MB02709751',
  '91350000MA347WHE48',
];

describe('credit codes (GB 32100)', () => {
  it.each(REAL_USCCS)('%s is valid and holds a valid organisation code', (uscc) => {
    expect(isValidUscc(uscc)).toBe(true);
    expect(isValidOrgCode(usccOrgCode(uscc))).toBe(true);
    expect(usccCheckCharacter(uscc.slice(0, 17))).toBe(uscc.charAt(17));
  });

  it.each([
    '',
    '9135',
    '91350100M000100Y4',
    '91350100M000100Y44',
    '91350100I000100Y43',
    '91350100m000100y43',
    '9135A100M000100Y43',
  ])('%j is not', (text) => expect(isValidUscc(text)).toBe(false));

  it('every generated code is valid', () => {
    fc.assert(
      fc.property(usccs, (uscc) => {
        expect(isValidUscc(uscc)).toBe(true);
      }),
    );
  });

  it('one changed digit always shows', () => {
    fc.assert(
      fc.property(usccs, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 9 }), (uscc, place, by) => {
        expect(isValidUscc(changeDigit(uscc, place, by))).toBe(false);
      }),
    );
  });

  it('shows the division of registration, which may be retired', () => {
    expect(usccDivision('91542126730478452B')).toBe('542126');
  });

  it('has no check character where the layout is wrong', () => {
    expect(usccCheckCharacter('123')).toBeNull();
    expect(usccCheckCharacter('91350100O000100Y4')).toBeNull();
  });
});

describe('organisation codes (GB 11714)', () => {
  it.each(['76191136X', '752303872', '702779549', '776087123'])('%s is valid', (code) => {
    expect(isValidOrgCode(code)).toBe(true);
    expect(orgCodeCheck(code.slice(0, 8))).toBe(code.charAt(8));
  });

  it.each(['', '76191136', '761911360', '76191136x', '76191136-X', '76191一36X'])('%j is not', (code) => {
    expect(isValidOrgCode(code)).toBe(false);
  });

  it.each([
    ['76191136-X', '76191136X'],
    ['76191136—X', '76191136X'],
    ['76191136X', '76191136X'],
    ['7619-1136X', '7619-1136X'],
  ])('%s without hyphen is %s', (written, expected) => expect(normaliseOrgCode(written)).toBe(expected));
});

describe('registration numbers (GS 15)', () => {
  it.each(['440301103448669', '440301103097413', '110108012660422'])('%s is valid', (number) => {
    expect(isValidRegistrationNumber(number)).toBe(true);
  });

  it.each(['', '44030110344866', '440301103448668', '44030110344866X'])('%j is not', (number) => {
    expect(isValidRegistrationNumber(number)).toBe(false);
  });

  it('one changed digit always shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        expect(isValidRegistrationNumber(changeDigit('440301103448669', place, by))).toBe(false);
      }),
    );
  });
});

it('no text makes a check fail by exception', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const check of [isValidUscc, isValidOrgCode, isValidRegistrationNumber])
        expect(typeof check(text)).toBe('boolean');
    }),
  );
});

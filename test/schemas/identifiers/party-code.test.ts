import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPartyCode, type PartyCodeKind } from '../../../schemas/identifiers/party-code.ts';
import type { RuleId } from '../../../schemas/rules.ts';
import { anyText, idNumbers, toFullWidth, usccs } from './generators.ts';

const ABSENT = { value: null };

function check(
  text: string,
  expected: string,
  kind: PartyCodeKind,
  valid: boolean,
  rules: RuleId[] = [],
  person = false,
): void {
  it(`${text}${person ? ' (person)' : ''} → ${kind} ${expected} ${rules.join(' ')}`, () => {
    expect(readPartyCode(text, { person })).toEqual({ value: { text: expected, kind, valid }, rules });
  });
}

describe('bodies', () => {
  check('91540000MA6KXB3M55', '91540000MA6KXB3M55', 'uscc', true);
  check(' 9154 0000 MA6K XB3M55', '91540000MA6KXB3M55', 'uscc', true);
  check('91540000ma6kxb3m55', '91540000MA6KXB3M55', 'uscc', true, ['code_lowercase']);
  check('９１５４００００ＭＡ６ＫＸＢ３Ｍ５５', '91540000MA6KXB3M55', 'uscc', true, ['code_fullwidth']);
  check('91540000MA6KXB3M54', '91540000MA6KXB3M54', 'uscc', false, ['uscc_check_digit']);
  check('115404527921298801', '115404527921298801', 'uscc', false, ['uscc_check_digit']);
  check('915400007265627969', '915400007265627969', 'uscc', false, ['uscc_check_digit']);
  check('76191136-X', '76191136X', 'org_code', true);
  check('76191136X', '76191136X', 'org_code', true);
  check('76191136-x', '76191136X', 'org_code', true, ['code_lowercase']);
  check('761911361', '761911361', 'org_code', false, ['code_malformed']);
  check('440301103448669', '440301103448669', 'registration_number', true);
  check('440301103448661', '440301103448661', 'registration_number', false, ['code_malformed']);
  check('内部-17', '内部-17', 'unknown', false, ['code_malformed']);
});

describe('in a column of organisations', () => {
  it.each([
    ['440301103448669', 'registration_number', true, []],
    // It would do as an old ID number.
    ['130503670401001', 'registration_number', false, ['code_malformed']],
    ['91540000MA6KXB3M55', 'uscc', true, []],
    ['11010519491231002X', 'uscc', false, ['uscc_check_digit']],
    ['110105194912310021', 'uscc', false, ['uscc_check_digit']],
    ['76191136X', 'org_code', true, []],
  ] as const)('%s is a %s', (text, kind, valid, rules) => {
    expect(readPartyCode(text, { organization: true })).toEqual({ value: { text, kind, valid }, rules });
  });
});

describe('natural persons', () => {
  check('11010519491231002X', '11010519491231002X', 'id_number', true);
  check('11010519491231002x', '11010519491231002X', 'id_number', true, ['id_lowercase_x']);
  check(toFullWidth('542336196206121332'), '542336196206121332', 'id_number', true, ['id_fullwidth']);
  check('130503670401001', '130503196704010016', 'id_number', true, ['id_15']);
  check('110105194912310021', '110105194912310021', 'id_number', false, ['id_check_digit']);
  // 54 is no pair of department and kind, so this is an ID number even with an impossible date.
  check('542127918008209773', '542127918008209773', 'id_number', false, ['id_check_digit']);
  check('军字第1234号', '军字第1234号', 'id_number', false, ['id_check_digit'], true);
  check('91540000MA6KXB3M55', '91540000MA6KXB3M55', 'uscc', true, [], true);
});

describe('no code', () => {
  it.each(['', ' ', '　'])('%j is nothing', (text) => expect(readPartyCode(text)).toEqual({ value: null, rules: [] }));
  it.each(['无', '/', '000000000000000000', '1234567890'])('%j is a placeholder', (text) => {
    expect(readPartyCode(text)).toEqual({ ...ABSENT, rules: ['id_placeholder'] });
  });
  it.each(['9.15400007265628E+17', '5.40202196110286E+17'])('%j was rounded', (text) => {
    expect(readPartyCode(text)).toEqual({ ...ABSENT, rules: ['code_rounded'] });
  });
  it('three zeros at the end of a text may be a wrong digit', () => {
    expect(readPartyCode('915400007265629000').rules).toEqual(['uscc_check_digit']);
  });
});

describe('for every code', () => {
  it('credit codes and ID numbers are told apart', () => {
    fc.assert(
      fc.property(usccs, (uscc) => {
        expect(readPartyCode(uscc).value?.text).toBe(uscc);
      }),
    );
    fc.assert(
      fc.property(idNumbers, (id) => {
        expect(readPartyCode(id)).toEqual({ value: { text: id, kind: 'id_number', valid: true }, rules: [] });
      }),
    );
  });

  it('any text is read, and the result reads as itself without repair', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, person) => {
        const { value } = readPartyCode(text, { person });
        if (value === null) return;
        const again = readPartyCode(value.text, { person });
        expect(again.value).toEqual(value);
        expect(
          again.rules.every((rule) => ['id_check_digit', 'uscc_check_digit', 'code_malformed'].includes(rule)),
        ).toBe(true);
      }),
    );
  });
});

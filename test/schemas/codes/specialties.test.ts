import { expect, it } from 'vitest';
import data from '../../../schemas/codes/specialties-2018.json' with { type: 'json' };
import { findSpecialty2018, isInIncompleteGroup } from '../../../schemas/codes/specialties.ts';
import { isSpecialtyCode } from '../../../schemas/identifiers/specialty-code.ts';

const names: Readonly<Record<string, string>> = data.names;
const codes = Object.keys(names);

it('holds codes of four levels, each under a parent that is there', () => {
  expect(codes.filter((code) => !isSpecialtyCode(code))).toEqual([]);
  expect(
    codes.filter((code) => code.length > 1 && names[code.slice(0, code.length === 3 ? 1 : -2)] === undefined),
  ).toEqual([]);
  expect(new Set(codes.map(({ length }) => length))).toEqual(new Set([1, 3, 5, 7]));
});

it('holds names without spaces or separators of lists', () => {
  expect(Object.values(names).filter((name) => name === '' || /[\s;,；，?]/.test(name))).toEqual([]);
});

it('names groups without items as incomplete only where they are groups', () => {
  for (const group of data.incompleteGroups) {
    expect([group.length, findSpecialty2018(group) === null, findSpecialty2018(`${group}00`)]).toEqual([
      5,
      false,
      null,
    ]);
    expect(codes.filter((code) => code.length === 7 && code.startsWith(group))).toEqual([]);
  }
});

it.each([
  ['A010104', '公路', false],
  ['A0909', '沙漠化治理工程', false],
  ['A090900', '沙漠化治理工程', false],
  ['A090901', null, false],
  ['A010100', null, false],
  ['A082401', null, true],
  ['A082400', null, true],
  ['A999999', null, false],
  ['', null, false],
])('%s is %s', (code, name, incomplete) => {
  expect(findSpecialty2018(code)).toBe(name);
  expect(isInIncompleteGroup(code)).toBe(incomplete);
});

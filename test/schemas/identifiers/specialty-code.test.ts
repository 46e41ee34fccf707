import { describe, expect, it } from 'vitest';
import {
  isSpecialtyCode,
  judgeSpecialtyEdition,
  readSpecialtyCodes,
} from '../../../schemas/identifiers/specialty-code.ts';

describe('a column of specialty codes', () => {
  it.each<[string, string | null, string[]]>([
    ['A010104', 'A010104', []],
    [' A010104 ； A010105；', 'A010104;A010105', []],
    [',A010104,A010105,', 'A010104,A010105', []],
    ['a010104', 'A010104', ['code_lowercase']],
    ['Ａ０１０１０４', 'A010104', ['code_fullwidth']],
    ['ａ010104', 'A010104', ['code_fullwidth', 'code_lowercase']],
    [' ; ', null, []],
  ])('%j is cleaned to %j', (text, value, rules) => {
    expect(readSpecialtyCodes(text)).toEqual({ value, rules });
  });
});

describe('the shape of a code', () => {
  it.each(['A', 'A01', 'A0101', 'A010101', 'B999999'])('%s fits', (code) => {
    expect(isSpecialtyCode(code)).toBe(true);
  });
  it.each(['', 'D010101', 'A1', 'A01010', 'A01010101', 'A01-01', 'a010101', '公路'])('%j does not fit', (code) => {
    expect(isSpecialtyCode(code)).toBe(false);
  });
});

describe('the edition of a code', () => {
  it.each([
    ['A010104', '公路', '2018'],
    ['A010104', ' 公　路 ', '2018'],
    ['A010104', '铁路', '2010'],
    ['A010104', '公路工程', '2010'],
    ['A010102', '主体功能区、空间规划', '2018'],
    ['A010102', '空间规划', '2010'],
    ['A01', '规划', '2018'],
    ['A990101', '公路', '2010'],
    // Without a name the list decides.
    ['A010104', null, '2018'],
    ['A010104', ' ', '2018'],
    ['A990101', null, '2010'],
    // Names of several codes.
    ['A010104', '铁路;公路', '2018'],
    ['A010104', '铁路，公路', '2018'],
    ['A010104', '铁路;民航', '2010'],
    // Lost characters may have been any.
    ['A010104', '公?', '2018'],
    ['A010104', '公??', '2018'],
    ['A010104', '铁?', '2010'],
    ['A010104', '公?铁路', '2010'],
    ['A051307', '采油(气)工程?', '2010'],
    // Groups whose items are not known prove nothing, groups without items are written with 00.
    ['A082401', '某某工程', 'unstated'],
    ['A0824', '海洋工程', '2018'],
    ['A090900', '沙漠化治理工程', '2018'],
    ['A090900', '别的', '2010'],
    ['A010100', '国民经济和社会发展规划', '2010'],
    ['公路', '公路', 'unstated'],
  ])('%s %j is %s', (code, name, edition) => {
    expect(judgeSpecialtyEdition(code, name)).toBe(edition);
  });
});

/** Which enterprise it is by code, branch and name: the comparisons that decide. */
import { any, differ, equal, missing, not } from '../model/condition.ts';
import type { Comparison } from '../model/model.ts';
import {
  sameCode,
  slippedCode,
  otherCode,
  formerName,
  namePlaceLeftOut,
  sameSound,
  lostCharacter,
} from './enterprise-conditions.ts';

export const code: Comparison = {
  name: 'code',
  label: { zh: '代码', en: 'code' },
  shows: ['codeShown'],
  missing: not(any(sameCode, otherCode, slippedCode, equal('registration'), differ('registration'))),
  levels: [
    {
      name: 'same',
      label: { zh: '信用代码、组织机构代码或身份证号相同', en: 'same credit, organisation or ID number' },
      when: sameCode,
      m: 0.86,
      u: 1e-8,
      fixed: true,
    },
    {
      name: 'conflict',
      label: { zh: '两个有效代码不同', en: 'two valid codes that differ' },
      when: otherCode,
      m: 1e-5,
      u: 0.9,
      conflict: true,
      fixed: true,
    },
    {
      name: 'registration',
      label: { zh: '工商注册号相同', en: 'same registration number' },
      when: equal('registration'),
      m: 0.1,
      u: 1e-7,
      fixed: true,
    },
    {
      name: 'slip',
      label: { zh: '代码差一位或相邻两位颠倒', en: 'code with one wrong or two swapped characters' },
      when: slippedCode,
      m: 0.035,
      u: 1e-5,
      fixed: true,
    },
    {
      name: 'other_registration',
      label: { zh: '工商注册号不同', en: 'another registration number' },
      m: 1e-4,
      u: 0.09,
      conflict: true,
      fixed: true,
    },
  ],
};

export const branch: Comparison = {
  name: 'branch',
  label: { zh: '分支机构', en: 'branch' },
  shows: ['branch'],
  missing: not(any(equal('branch'), differ('branch'), differ('isBranch'))),
  levels: [
    {
      name: 'same',
      label: { zh: '同一分支机构', en: 'the same branch' },
      when: equal('branch'),
      m: 0.99,
      u: 0.1,
      fixed: true,
    },
    {
      name: 'other',
      label: { zh: '总部与分支机构，或两个分支机构', en: 'a legal person and a branch, or two branches' },
      m: 1e-6,
      u: 0.9,
      conflict: true,
      fixed: true,
    },
  ],
};

export const name: Comparison = {
  name: 'name',
  label: { zh: '名称', en: 'name' },
  shows: ['nameText', 'formerKeys'],
  missing: missing('nameText'),
  levels: [
    {
      name: 'same',
      label: { zh: '名称相同（行政区划、字号、行业、组织形式、分支）', en: 'same name in all its parts' },
      when: equal('nameKey'),
      m: 0.88,
      u: 0.005,
      frequency: 'nameKey',
    },
    {
      name: 'former',
      label: { zh: '曾用名', en: 'former name' },
      when: formerName,
      m: 0.03,
      u: 1e-5,
      fixed: true,
    },
    {
      name: 'no_place',
      label: { zh: '仅缺行政区划', en: 'only the place is missing' },
      when: namePlaceLeftOut,
      m: 0.01,
      u: 1e-4,
      fixed: true,
    },
    {
      name: 'sound',
      label: { zh: '读音相同，或同一人名的译写', en: 'same sound, or spellings of one person’s name' },
      when: sameSound,
      m: 0.02,
      u: 1e-4,
      fixed: true,
    },
    {
      name: 'lost',
      label: { zh: '除缺字外相同', en: 'same but for a lost character' },
      when: lostCharacter,
      m: 0.01,
      u: 1e-4,
      fixed: true,
    },
    {
      name: 'office',
      label: { zh: '改革前后同一机关', en: 'the same office before and after a reform' },
      when: equal('officeKey'),
      m: 0.01,
      u: 2e-4,
      fixed: true,
    },
    {
      name: 'other_place',
      label: { zh: '行政区划不同', en: 'another place' },
      when: equal('nameCore'),
      m: 0.001,
      u: 0.004,
      fixed: true,
    },
    {
      name: 'sister',
      label: { zh: '仅字号相同', en: 'only the 字号 agrees' },
      when: equal('nameBrand'),
      m: 0.004,
      u: 0.02,
      fixed: true,
    },
    { name: 'other', label: { zh: '名称不同', en: 'another name' }, m: 0.03, u: 0.97 },
  ],
};

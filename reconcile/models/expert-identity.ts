/** Who it is by number and by name: the comparisons of experts that decide. */
import { any, differ, edits, equal, memberOf, missing, not, overlap } from '../model/condition.ts';
import type { Comparison } from '../model/model.ts';
import { bothBorn, lostCharacter, shortName, slippedId } from './expert-conditions.ts';

/** Number and birth date are one comparison: the date is in the number, and would count twice. */
export const identity: Comparison = {
  name: 'identity',
  label: { zh: '身份证号、出生日期', en: 'ID number, birth date' },
  shows: ['idNumber', 'idText', 'birthDate'],
  missing: not(any(equal('idNumber'), differ('idNumber'), equal('idText'), slippedId, bothBorn)),
  levels: [
    {
      name: 'number',
      label: { zh: '身份证号相同（有效）', en: 'same valid ID number' },
      when: equal('idNumber'),
      m: 0.87,
      u: 1e-7,
      fixed: true,
    },
    {
      name: 'conflict',
      label: { zh: '两个有效身份证号不同', en: 'two valid ID numbers that differ' },
      when: differ('idNumber'),
      m: 1e-5,
      u: 0.7,
      conflict: true,
      fixed: true,
    },
    {
      name: 'slip',
      label: { zh: '身份证号差一位或相邻两位颠倒', en: 'ID number with one wrong or two swapped characters' },
      when: any(slippedId, equal('idText')),
      m: 0.04,
      u: 1e-5,
      fixed: true,
    },
    {
      name: 'born',
      label: { zh: '出生日期相同', en: 'same birth date' },
      when: equal('birthDate'),
      // About 14,000 days of birth among people of working age.
      m: 0.08,
      u: 7e-6,
      fixed: true,
    },
    {
      name: 'born_near',
      label: { zh: '出生日期差一位', en: 'birth date with one other digit' },
      when: edits('birthDate', 1),
      m: 0.004,
      u: 0.002,
      fixed: true,
    },
    { name: 'other', label: { zh: '出生日期不同', en: 'another birth date' }, m: 0.003, u: 0.3, fixed: true },
  ],
};

export const name: Comparison = {
  name: 'name',
  label: { zh: '姓名', en: 'name' },
  shows: ['nameText', 'nameVariant'],
  missing: missing('nameText'),
  levels: [
    {
      name: 'same',
      label: { zh: '姓名相同', en: 'same name' },
      when: equal('nameText'),
      m: 0.75,
      u: 0.005,
      frequency: 'nameText',
    },
    {
      name: 'variant',
      label: { zh: '同一藏语名的不同译写', en: 'spellings of one Tibetan name' },
      when: equal('nameVariant'),
      m: 0.15,
      u: 0.003,
      frequency: 'nameVariant',
    },
    {
      name: 'sound',
      label: { zh: '读音相同或少见译写', en: 'same sound, or a seldom spelling' },
      when: any(equal('nameLoose'), overlap('namePinyin')),
      m: 0.03,
      u: 0.001,
    },
    {
      name: 'lost',
      label: { zh: '除缺字外相同', en: 'same but for a lost character' },
      when: lostCharacter,
      m: 0.01,
      u: 0.0005,
      fixed: true,
    },
    {
      name: 'short',
      label: { zh: '简称（首音节合称，或省去姓氏、家名）', en: 'contracted, or without surname or house' },
      when: shortName,
      m: 0.02,
      u: 0.001,
      fixed: true,
    },
    {
      name: 'part',
      label: { zh: '姓名中的一个词', en: 'one word of the name' },
      when: memberOf('nameVariant', 'nameWords'),
      m: 0.01,
      u: 0.008,
      fixed: true,
    },
    {
      name: 'near',
      label: { zh: '差一个字', en: 'one other character' },
      when: edits('nameVariant', 1),
      m: 0.01,
      u: 0.02,
      fixed: true,
    },
    { name: 'other', label: { zh: '姓名不同', en: 'another name' }, m: 0.002, u: 0.96, fixed: true },
  ],
};

export const note: Comparison = {
  name: 'note',
  label: { zh: '同名区分', en: 'mark among namesakes' },
  shows: ['nameNote'],
  missing: missing('nameNote'),
  levels: [
    { name: 'same', label: { zh: '相同', en: 'same' }, when: equal('nameNote'), m: 0.9, u: 0.3, fixed: true },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.1, u: 0.7, fixed: true },
  ],
};

export const sex: Comparison = {
  name: 'sex',
  label: { zh: '性别', en: 'sex' },
  shows: ['sex'],
  missing: any(missing('sex'), equal('idNumber'), differ('idNumber')),
  levels: [
    { name: 'same', label: { zh: '相同', en: 'same' }, when: equal('sex'), m: 0.99, u: 0.55, fixed: true },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.01, u: 0.45, fixed: true },
  ],
};

/** Numbers that say who it is where they agree, and nothing where they do not: a person has several certificates. */
export const papers: Comparison = {
  name: 'papers',
  label: { zh: '其他证号', en: 'other numbers' },
  shows: ['document', 'numberInSystem', 'certificate'],
  missing: not(any(equal('document'), equal('numberInSystem'), equal('certificate'))),
  levels: [
    {
      name: 'same',
      label: { zh: '证件号、专家编号或职称证书号相同', en: 'same document, expert or certificate number' },
      when: any(equal('document'), equal('numberInSystem'), equal('certificate')),
      m: 0.5,
      u: 0.0005,
      fixed: true,
    },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.5, u: 0.9995, fixed: true },
  ],
};

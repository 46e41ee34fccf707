/** Where experts work and live, and how they are reached: shared by colleagues and families, and changing with time. */
import { all, any, equal, missing, not, overlap } from '../model/condition.ts';
import type { Comparison } from '../model/model.ts';
import { sameName, isNeighbour, officeLine } from './expert-conditions.ts';

export const phone: Comparison = {
  name: 'phone',
  label: { zh: '电话', en: 'telephone' },
  shows: ['phoneShown'],
  // A line of the office says no more than the employer, and a shared telephone nothing of two people with other names.
  missing: any(missing('phoneShown'), isNeighbour, officeLine),
  levels: [
    {
      name: 'mobile',
      label: { zh: '手机相同', en: 'same mobile' },
      when: overlap('mobiles'),
      m: 0.5,
      u: 2e-5,
      fixed: true,
    },
    {
      name: 'mobile_slip',
      label: { zh: '手机多一位', en: 'mobile with a digit too many' },
      when: overlap('mobilesLoose'),
      m: 0.005,
      u: 1e-5,
      fixed: true,
    },
    {
      name: 'landline',
      label: { zh: '座机相同', en: 'same landline' },
      when: overlap('landlines'),
      m: 0.035,
      u: 0.005,
      fixed: true,
    },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.46, u: 0.99, fixed: true },
  ],
};

export const employer: Comparison = {
  name: 'employer',
  label: { zh: '工作单位', en: 'employer' },
  shows: ['employerKey'],
  missing: any(missing('employerKey'), not(sameName)),
  levels: [
    {
      name: 'same',
      label: { zh: '单位相同', en: 'same employer' },
      when: equal('employerKey'),
      // Namesakes are colleagues far more often than chance has it: a unit recruits in its own county.
      m: 0.8,
      u: 0.02,
      fixed: true,
    },
    {
      name: 'renamed',
      label: { zh: '改革前后同一机关，或读音相同', en: 'the same office before and after a reform, or the same sound' },
      when: any(equal('employerOffice'), equal('employerPinyin'), all(equal('employerCore'), missing('employerPlace'))),
      m: 0.05,
      u: 0.002,
      fixed: true,
    },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.15, u: 0.978, fixed: true },
  ],
};

export const address: Comparison = {
  name: 'address',
  label: { zh: '通讯地址', en: 'address' },
  shows: ['addressWhole'],
  missing: any(missing('addressWhole'), isNeighbour),
  levels: [
    {
      name: 'same',
      label: { zh: '地址相同', en: 'same address' },
      when: equal('addressWhole'),
      m: 0.83,
      u: 2e-4,
      fixed: true,
    },
    {
      name: 'house',
      label: { zh: '同一门牌号', en: 'same house' },
      when: equal('addressHouse'),
      m: 0.02,
      u: 2e-4,
      fixed: true,
    },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.15, u: 0.999, fixed: true },
  ],
};

export const title: Comparison = {
  name: 'title',
  label: { zh: '职称', en: 'professional title' },
  shows: ['title'],
  missing: missing('title'),
  levels: [
    { name: 'same', label: { zh: '相同', en: 'same' }, when: equal('title'), m: 0.85, u: 0.3 },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.15, u: 0.7 },
  ],
};

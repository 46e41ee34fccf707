/** Who leads an enterprise, where it sits, how it is reached: sister companies share it, and it changes. */
import { any, crossEqual, equal, missing, overlap } from '../model/condition.ts';
import type { Comparison } from '../model/model.ts';
import { isNeighbour } from './enterprise-conditions.ts';

export const representative: Comparison = {
  name: 'representative',
  label: { zh: '法定代表人', en: 'legal representative' },
  shows: ['representative'],
  missing: any(missing('representative'), isNeighbour),
  levels: [
    {
      name: 'same',
      label: { zh: '法定代表人相同', en: 'same representative' },
      when: equal('representative'),
      m: 0.72,
      u: 0.01,
      fixed: true,
    },
    {
      name: 'variant',
      label: { zh: '同一姓名的译写或简称', en: 'spelling or contraction of one name' },
      when: any(equal('repVariant'), overlap('repPinyin'), crossEqual('representative', 'repContraction')),
      m: 0.12,
      u: 0.004,
      fixed: true,
    },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.16, u: 0.986, fixed: true },
  ],
};

export const phone: Comparison = {
  name: 'phone',
  label: { zh: '电话', en: 'telephone' },
  shows: ['phoneShown'],
  missing: any(missing('phoneShown'), isNeighbour),
  levels: [
    {
      name: 'mobile',
      label: { zh: '手机相同', en: 'same mobile' },
      when: any(overlap('mobiles'), overlap('mobilesLoose')),
      m: 0.45,
      u: 2e-4,
      fixed: true,
    },
    {
      name: 'landline',
      label: { zh: '座机相同', en: 'same landline' },
      when: overlap('landlines'),
      m: 0.2,
      u: 0.001,
      fixed: true,
    },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.35, u: 0.998, fixed: true },
  ],
};

export const address: Comparison = {
  name: 'address',
  label: { zh: '地址', en: 'address' },
  shows: ['addressWhole'],
  missing: any(missing('addressWhole'), isNeighbour),
  levels: [
    {
      name: 'same',
      label: { zh: '地址相同', en: 'same address' },
      when: equal('addressWhole'),
      m: 0.6,
      u: 5e-4,
      fixed: true,
    },
    {
      name: 'house',
      label: { zh: '同一门牌号', en: 'same house' },
      when: equal('addressHouse'),
      m: 0.05,
      u: 5e-4,
      fixed: true,
    },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.35, u: 0.999, fixed: true },
  ],
};

export const account: Comparison = {
  name: 'account',
  label: { zh: '基本账户', en: 'bank account' },
  shows: ['account'],
  missing: any(missing('account'), isNeighbour),
  levels: [
    {
      name: 'same',
      label: { zh: '账号相同', en: 'same account' },
      when: equal('account'),
      m: 0.7,
      u: 1e-5,
      fixed: true,
    },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.3, u: 0.99999, fixed: true },
  ],
};

export const capital: Comparison = {
  name: 'capital',
  label: { zh: '注册资本', en: 'registered capital' },
  shows: ['capital'],
  missing: any(missing('capital'), isNeighbour),
  levels: [
    { name: 'same', label: { zh: '相同', en: 'same' }, when: equal('capital'), m: 0.85, u: 0.15, fixed: true },
    { name: 'other', label: { zh: '不同', en: 'different' }, m: 0.15, u: 0.85, fixed: true },
  ],
};

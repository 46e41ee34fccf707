/** Review experts and their item classes. The item classes of government procurement are not the 2018 specialty codes. */
import { EXPERT_STATUS, GENDER } from '../../schemas/codes/lists.ts';
import { ExpertSpecialty } from '../../schemas/entities/expert-specialty.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { EXPERT_STATUS_OF } from './lookups.ts';
import { CG_ZJ, CG_ZJ_ZY } from './streams-experts.ts';

const system = 'procurement';
const zj = takeFrom(CG_ZJ);
const zy = takeFrom(CG_ZJ_ZY);

export const experts = defineMapping({
  system,
  stream: CG_ZJ,
  version: 1,
  parts: [
    part(Expert, {
      expertNumber: zj.identifier('ZJBH'),
      name: zj.personName('XM'),
      gender: zj.code('XB', GENDER),
      idNumber: zj.idNumber('SFZH'),
      birthDate: zj.birthDate('CSRQ', 'SFZH'),
      education: zj.text('XL'),
      title: zj.text('ZC'),
      employer: zj.organizationName('GZDW'),
      duty: zj.text('ZW'),
      employed: zj.flag('SFZZ'),
      mobile: zj.phone('SJ'),
      otherPhone: zj.phone('DH'),
      address: zj.text('DZ'),
      divisionCode: zj.division('XZQHDM'),
      enteredAt: zj.timestamp('RKSJ'),
      baseType: zj.constant('2'),
      status: zj.code('ZT', EXPERT_STATUS, EXPERT_STATUS_OF),
      modifiedAt: zj.timestamp('XGSJ'),
    }),
  ],
});

export const expertClasses = defineMapping({
  system,
  stream: CG_ZJ_ZY,
  version: 1,
  parts: [
    part(ExpertSpecialty, {
      expertId: zy.reference('ZJID', { stream: 'CG_ZJ', entity: 'expert', kind: 'parent' }),
      classification: zy.constant('procurement'),
      code: zy.identifier('PMDM'),
      name: zy.text('PMMC'),
      isMain: zy.flag('SFZP'),
    }),
  ],
});

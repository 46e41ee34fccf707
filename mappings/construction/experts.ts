/** The centre's own pool of evaluation experts, and their specialties: one column of codes, one of names. */
import { EXPERT_STATUS, GENDER } from '../../schemas/codes/lists.ts';
import { ExpertSpecialty } from '../../schemas/entities/expert-specialty.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { readSpecialtyCodes } from '../../schemas/identifiers/specialty-code.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { EXPERT_STATUS_OF, GENDER_OF } from './lookups.ts';
import { ZJ_JBXX } from './streams-library.ts';

const zj = takeFrom(ZJ_JBXX);
/** 、 separates nothing here: it stands inside the names. */
const SEPARATOR = /[;,；，]/;

export const experts = defineMapping({
  system: 'construction',
  stream: ZJ_JBXX,
  version: 1,
  parts: [
    part(Expert, {
      name: zj.personName('xm'),
      gender: zj.lookup('xb', GENDER, GENDER_OF),
      idNumber: zj.idNumber('zjhm'),
      birthDate: zj.birthDate('csrq', 'zjhm'),
      employer: zj.organizationName('gzdw'),
      title: zj.text('zc'),
      education: zj.text('xl'),
      mobile: zj.phone('yddh'),
      address: zj.text('dz'),
      enteredAt: zj.timestamp('rkrq'),
      baseType: zj.constant('1'),
      status: zj.lookup('zt', EXPERT_STATUS, EXPERT_STATUS_OF),
      modifiedAt: zj.timestamp('xgrqsj'),
    }),
    part(
      ExpertSpecialty,
      {
        expertId: zj.samePart('ZJID', { entity: 'expert', role: '' }),
        classification: zj.specialtyEdition('ZYDM', 'ZYMC'),
        code: zj.item('ZYDM'),
        name: zj.item('ZYMC'),
      },
      {
        role: 'specialty',
        onlyWith: ['code', 'name'],
        each: { columns: ['ZYDM', 'ZYMC'], separator: SEPARATOR, whole: { ZYDM: readSpecialtyCodes } },
      },
    ),
  ],
});

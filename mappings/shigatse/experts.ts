/** The prefecture's pool of evaluation experts with their specialties. */
import { GENDER } from '../../schemas/codes/lists.ts';
import { ExpertSpecialty } from '../../schemas/entities/expert-specialty.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { readSpecialtyCodes } from '../../schemas/identifiers/specialty-code.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { ZJXX } from './streams-parties.ts';

const zj = takeFrom(ZJXX);

export const experts = defineMapping({
  system: 'shigatse',
  stream: ZJXX,
  version: 1,
  parts: [
    part(Expert, {
      expertNumber: zj.identifier('ZJID'),
      name: zj.personName('XM'),
      gender: zj.code('XB', GENDER),
      idNumber: zj.idNumber('ZJHM'),
      title: zj.text('ZC'),
      employer: zj.organizationName('DW'),
      mobile: zj.phone('SJ'),
      baseType: zj.constant('1'),
      modifiedAt: zj.timestamp('GXSJ'),
    }),
    part(
      ExpertSpecialty,
      {
        expertId: zj.samePart('ZJID', { entity: 'expert', role: '' }),
        classification: zj.constant('2018'),
        code: zj.item('ZY'),
      },
      {
        role: 'specialty',
        onlyWith: ['code'],
        each: { columns: ['ZY'], separator: /[;,；，]/, whole: { ZY: readSpecialtyCodes } },
      },
    ),
  ],
});

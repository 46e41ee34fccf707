/** Evaluation experts, one row per section. There is no register: each row is an expert as that section shows the person. */
import { EvaluationExpert } from '../../schemas/entities/evaluation-expert.ts';
import { ExpertSpecialty } from '../../schemas/entities/expert-specialty.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { SPECIALTY_SEPARATOR } from './lookups.ts';
import { JT_ZJ } from './streams-deals.ts';

const zj = takeFrom(JT_ZJ);
const SAME_EXPERT = { entity: 'expert', role: 'expert' } as const;

export const evaluationExperts = defineMapping({
  system: 'transport',
  stream: JT_ZJ,
  version: 1,
  parts: [
    part(EvaluationExpert, {
      sectionId: zj.reference('BD_ID', { stream: 'jt_bd', entity: 'section', kind: 'parent' }),
      expertId: zj.samePart('ZJ_ID', SAME_EXPERT),
      name: zj.personName('ZJ_XM'),
      idNumber: zj.idNumber('SFZH'),
      isChair: zj.flag('SFZZ'),
      drawnAt: zj.timestamp('CSSJ'),
    }),
    part(
      Expert,
      {
        name: zj.personName('ZJ_XM'),
        idNumber: zj.idNumber('SFZH'),
        title: zj.text('ZC'),
        employer: zj.organizationName('GZDW'),
        mobile: zj.phone('LXDH'),
        baseType: zj.constant('1'),
      },
      { role: 'expert' },
    ),
    part(
      ExpertSpecialty,
      {
        expertId: zj.samePart('ZJ_ID', SAME_EXPERT),
        classification: zj.constant('unstated'),
        name: zj.text('ZY'),
      },
      { role: 'specialty', onlyWith: ['name'], each: { columns: ['ZY'], separator: SPECIALTY_SEPARATOR } },
    ),
  ],
});

/** An expert drawn for the evaluation of one section. */
import { defineEntity } from '../entity.ts';
import { flag, identifier, reference, text, timestamp } from '../field.ts';

export const EvaluationExpert = defineEntity({
  name: 'evaluation_expert',
  table: 'evaluation_experts',
  zh: '评标委员会成员',
  en: 'evaluation expert',
  dataSets: ['508'],
  fields: {
    sectionId: reference('section', { national: '508.BID_SECTION_CODE' }),
    expertId: reference('expert', { zh: '专家' }),
    name: text({ national: '508.EXPERT_NAME', personal: 'name' }),
    idNumber: identifier({ national: '508.ID_CARD', personal: 'id_number' }),
    isChair: flag({ national: '508.IS_CHAIR_MAN' }),
    drawnAt: timestamp({ zh: '抽取时间' }),
  },
});

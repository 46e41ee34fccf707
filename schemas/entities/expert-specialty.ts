/** One specialty of one expert. Codes of different classifications look alike and mean different things. */
import { defineEntity } from '../entity.ts';
import { code, flag, identifier, reference, text } from '../field.ts';
import { CLASSIFICATION } from '../codes/lists.ts';

export const ExpertSpecialty = defineEntity({
  name: 'expert_specialty',
  table: 'expert_specialties',
  zh: '专家专业',
  en: 'expert specialty',
  dataSets: ['212', '213'],
  fields: {
    expertId: reference('expert', { zh: '专家' }),
    classification: code(CLASSIFICATION, { zh: '专业分类标准' }),
    code: identifier({ national: '213.MAJOR_CODE' }),
    name: text({ zh: '专业名称' }),
    isMain: flag({ national: '213.IS_MAIN' }),
  },
});

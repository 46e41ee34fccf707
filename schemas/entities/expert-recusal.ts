/** A unit an expert must not judge. */
import { defineEntity } from '../entity.ts';
import { reference, text } from '../field.ts';

export const ExpertRecusal = defineEntity({
  name: 'expert_recusal',
  table: 'expert_recusals',
  zh: '专家回避单位',
  en: 'expert recusal',
  dataSets: [],
  fields: {
    expertId: reference('expert', { zh: '专家' }),
    unitName: text({ zh: '回避单位' }),
    reason: text({ zh: '回避原因' }),
  },
});

/** A clarification or correction of tender documents, as the notice that announces it carries it. */
import { defineEntity } from '../entity.ts';
import { html, reference, text, timestamp } from '../field.ts';

export const TenderClarification = defineEntity({
  name: 'tender_clarification',
  table: 'tender_clarifications',
  zh: '招标文件澄清与修改',
  en: 'tender clarification',
  dataSets: ['504'],
  fields: {
    tenderProjectId: reference('tender_project', { national: '504.TENDER_PROJECT_CODE' }),
    title: text({ national: '504.DOC_NAME' }),
    content: html({ national: '504.CLARIFY_CONTENT' }),
    clarifiedAt: timestamp({ national: '504.CLARIFY_TIME' }),
  },
});

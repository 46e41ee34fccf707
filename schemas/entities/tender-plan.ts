/** The approval of how a project is to be tendered. */
import { WORK_CLASS } from '../codes/lists.ts';
import { TENDER_MODE, TENDER_ORGANIZE_FORM } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, codes, date, identifier, money, reference, text, timestamp } from '../field.ts';

export const TenderPlan = defineEntity({
  name: 'tender_plan',
  table: 'tender_plans',
  zh: '招标方案核准',
  en: 'tender plan',
  dataSets: ['500', '501'],
  fields: {
    projectId: reference('project', { national: '501.PROJECT_CODE' }),
    number: identifier({ zh: '核准编号' }),
    name: text({ national: '501.TENDER_PROJECT_NAME' }),
    workClasses: codes(WORK_CLASS, { zh: '招标内容' }),
    organizeForm: code(TENDER_ORGANIZE_FORM, { national: '501.TENDER_ORGANIZE_FORM' }),
    mode: code(TENDER_MODE, { national: '501.TENDER_MODE' }),
    estimate: money({ zh: '估算金额' }),
    approvalNumber: text({ national: '500.APPROVAL_NUMBER' }),
    approvedOn: date({ zh: '核准日期' }),
    modifiedAt: timestamp({ national: '501.DATA_TIMESTAMP' }),
  },
});

/** A section (lot) of a tender project; openings, bids, candidates, results and contracts belong to it. */
import { SECTION_STATUS, WORK_CLASS } from '../codes/lists.ts';
import { CURRENCY } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, identifier, integer, money, reference, text, timestamp } from '../field.ts';

export const Section = defineEntity({
  name: 'section',
  table: 'sections',
  zh: '标段（包）',
  en: 'section',
  dataSets: ['502'],
  fields: {
    tenderProjectId: reference('tender_project', { national: '502.TENDER_PROJECT_CODE' }),
    code: identifier({ national: '502.BID_SECTION_CODE' }),
    name: text({ national: '502.BID_SECTION_NAME' }),
    tenderingRound: integer({ national: '502.BID_ECTION_NUM' }),
    workClass: code(WORK_CLASS, { national: '502.TENDER_PROJECT_CLASSIFY_CODE' }),
    estimate: money({ national: '502.CONTRACT_RECKON_PRICE' }),
    currency: code(CURRENCY, { national: '502.CURRENCY_CODE' }),
    termText: text({ zh: '工期（原文）' }),
    termDays: integer({ national: '502.LIMITE_TIME' }),
    qualification: text({ national: '502.BID_QUALIFICATION' }),
    openingAt: timestamp({ zh: '计划开标时间' }),
    status: code(SECTION_STATUS, { zh: '状态' }),
    enteredAt: timestamp({ zh: '录入时间' }),
    modifiedAt: timestamp({ national: '502.DATA_TIMESTAMP' }),
  },
});

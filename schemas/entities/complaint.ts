/** A complaint the platform hands on. Never one on government procurement: those are in the archive (procurement_query). */
import { COMPLAINT_STATUS } from '../codes/lists.ts';
import { TRADE_CATEGORY } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, date, flag, identifier, reference, text, timestamp } from '../field.ts';

export const Complaint = defineEntity({
  name: 'complaint',
  table: 'complaints',
  zh: '投诉举报',
  en: 'complaint',
  dataSets: ['404'],
  fields: {
    number: identifier({ zh: '投诉编号' }),
    projectId: reference('project', { zh: '投资项目' }),
    projectName: text({ national: '404.TENDER_PROJECT_NAME' }),
    projectNumber: identifier({ national: '404.TENDER_PROJECT_CODE' }),
    tradeCategory: code(TRADE_CATEGORY, { zh: '交易类别' }),
    governmentProcurement: flag({ zh: '是否政府采购' }),
    complainantName: text({ national: '404.COMPLAINT_NAME', personal: 'name' }),
    complainantPhone: text({ national: '404.COMPLAINT_PHONE', personal: 'phone' }),
    respondentName: text({ national: '404.COMPLAINTED_BODY_NAME' }),
    respondentCode: identifier({ national: '404.COMPLAINTED_BODY_CODE', personal: 'party_code' }),
    content: text({ national: '404.COMPLAINT_CONTENT', personal: 'content', longest: 1000 }),
    filedOn: date({ national: '404.COMPLAINT_DATE' }),
    acceptedOn: date({ national: '404.ACCEPT_DATE' }),
    authority: text({ national: '404.DEALING_UNIT' }),
    result: text({ national: '404.HANDLE_RESULT', personal: 'content', longest: 500 }),
    closedOn: date({ national: '404.HANDLE_DATE' }),
    status: code(COMPLAINT_STATUS, { zh: '状态' }),
    modifiedAt: timestamp({ national: '404.DATA_TIMESTAMP' }),
  },
});

/** A government purchase project. */
import { defineEntity } from '../entity.ts';
import { code, identifier, money, reference, text, timestamp } from '../field.ts';
import { ORGANIZE_FORM, PROCUREMENT_CLASS, PROCUREMENT_METHOD, PURCHASE_STATUS } from '../codes/lists.ts';

export const PurchaseProject = defineEntity({
  name: 'purchase_project',
  table: 'purchase_projects',
  zh: '采购项目',
  en: 'purchase project',
  dataSets: ['550'],
  fields: {
    platformCode: identifier({ zh: '平台生成的编号' }),
    code: identifier({ national: '550.PURCHASE_PROJECT_CODE' }),
    name: text({ national: '550.PURCHASE_PROJECT_NAME' }),
    investmentCode: identifier({ national: '550.INVEST_PROJECT_CODE' }),
    procurementClass: code(PROCUREMENT_CLASS, { national: '550.TENDER_PROJECT_TYPE' }),
    method: code(PROCUREMENT_METHOD, { national: '550.PURCHASER_MODE' }),
    organizeForm: code(ORGANIZE_FORM, { national: '550.PURCHASER_ORGANIZE_FORM' }),
    purchaserName: text({ national: '550.PURCHASER_NAME' }),
    purchaserId: reference('party', { zh: '采购人' }),
    agencyName: text({ national: '550.PURCHASER_AGENCY_NAME' }),
    agencyId: reference('party', { zh: '采购代理机构' }),
    budget: money({ national: '550.PROGRAM_BUDGET' }),
    fundSource: text({ zh: '资金来源' }),
    divisionCode: identifier({ national: '550.REGION_CODE' }),
    status: code(PURCHASE_STATUS, { zh: '状态' }),
    createdAt: timestamp({ national: '550.CREATE_TIME' }),
    modifiedAt: timestamp({ national: '550.DATA_TIMESTAMP' }),
  },
});

/** A tender project: the middle of the key chain project, tender project, section. */
import { REGIONAL_TENDER_MODE, TENDER_STATUS } from '../codes/lists.ts';
import { TENDER_ORGANIZE_FORM, TRADE_CATEGORY } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, date, identifier, money, reference, text, timestamp } from '../field.ts';

export const TenderProject = defineEntity({
  name: 'tender_project',
  table: 'tender_projects',
  zh: '招标项目',
  en: 'tender project',
  dataSets: ['501'],
  fields: {
    projectId: reference('project', { national: '501.PROJECT_CODE' }),
    /** Made by the trading platform; the own number of the tenderer is another. */
    platformCode: identifier({ national: '501.TENDER_PROJECT_CODE' }),
    selfCode: identifier({ national: '501.TENDER_SELF_CODE' }),
    name: text({ national: '501.TENDER_PROJECT_NAME' }),
    investmentCode: identifier({ national: '500.INVEST_PROJECT_CODE' }),
    tradeCategory: code(TRADE_CATEGORY, { national: '501.TENDER_PROJECT_TYPE' }),
    mode: code(REGIONAL_TENDER_MODE, { national: '501.TENDER_MODE' }),
    organizeForm: code(TENDER_ORGANIZE_FORM, { national: '501.TENDER_ORGANIZE_FORM' }),
    tendererName: text({ national: '501.TENDERER_NAME' }),
    tendererCode: identifier({ national: '501.TENDERER_CODE' }),
    agencyName: text({ national: '501.TENDER_AGENCY_NAME' }),
    agencyCode: identifier({ national: '501.TENDER_AGENCY_CODE' }),
    divisionCode: identifier({ national: '501.REGION_CODE' }),
    estimate: money({ zh: '总投资或概算' }),
    establishedOn: date({ national: '501.CREATE_TIME' }),
    status: code(TENDER_STATUS, { zh: '状态' }),
    enteredAt: timestamp({ zh: '录入时间' }),
    modifiedAt: timestamp({ national: '501.DATA_TIMESTAMP' }),
  },
});

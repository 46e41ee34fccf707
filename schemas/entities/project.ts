/** A project as its approval or its tender shows it; tender projects belong to it, sections to them. */
import { APPROVAL_TYPE } from '../codes/lists.ts';
import { defineEntity } from '../entity.ts';
import { code, date, identifier, money, text, timestamp } from '../field.ts';

export const Project = defineEntity({
  name: 'project',
  table: 'projects',
  zh: '投资（工程）项目',
  en: 'project',
  dataSets: ['500'],
  fields: {
    investmentCode: identifier({ national: '500.INVEST_PROJECT_CODE' }),
    internalNumber: identifier({ zh: '立项内部编号' }),
    name: text({ national: '500.PROJECT_NAME' }),
    approvalType: code(APPROVAL_TYPE, { zh: '立项类型' }),
    ownerName: text({ national: '500.LEGAL_PERSON' }),
    divisionCode: identifier({ national: '500.REGION_CODE' }),
    address: text({ national: '500.ADDRESS' }),
    totalInvestment: money({ zh: '总投资' }),
    fundSource: text({ national: '500.FUND_SOURCE' }),
    industryCode: identifier({ national: '500.INDUSTRIES_TYPE' }),
    establishedOn: date({ national: '500.CREATE_TIME' }),
    approvalNumber: text({ national: '500.APPROVAL_NUMBER' }),
    approvalAuthority: text({ national: '500.APPROVAL_AUTHORITY' }),
    contactName: text({ national: '500.CONTACTOR', personal: 'name' }),
    contactPhone: text({ national: '500.CONTACT_INFORMATION', personal: 'phone' }),
    modifiedAt: timestamp({ national: '500.DATA_TIMESTAMP' }),
  },
});

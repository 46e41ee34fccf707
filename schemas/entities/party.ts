/** A trading subject as one register shows it: an organisation or a natural person, in whatever role. */
import { defineEntity } from '../entity.ts';
import { code, date, identifier, money, text, timestamp } from '../field.ts';
import { PARTY_ROLE, PARTY_STATUS, PARTY_TYPE } from '../codes/lists.ts';

export const Party = defineEntity({
  name: 'party',
  table: 'parties',
  zh: '交易主体',
  en: 'trading party',
  dataSets: ['100', '102', '104', '105', '106', '107', '108', '114', '115'],
  fields: {
    name: text({ national: '100.LEGAL_NAME' }),
    formerName: text({ zh: '曾用名' }),
    partyType: code(PARTY_TYPE, { national: '100.BIDDER_CODE_TYPE' }),
    partyRole: code(PARTY_ROLE, { national: '100.LEGAL_ROLE' }),
    legalCode: identifier({ national: ['100.LEGAL_CODE', '106.LEGAL_CODE', '115.LEGAL_CODE'], personal: 'party_code' }),
    uscc: identifier({ zh: '统一社会信用代码' }),
    organizationCode: identifier({ national: '100.ORGAN_NO' }),
    registrationNumber: identifier({ zh: '工商注册号' }),
    idNumber: identifier({ zh: '身份证号', personal: 'id_number' }),
    licenceNumber: identifier({ national: '100.LICENSE_NO' }),
    budgetUnitCode: identifier({ zh: '预算单位编码' }),
    legalRepresentative: text({ national: '100.LEGAL_REPRESENT', personal: 'name' }),
    registeredCapital: money({ national: '100.REG_CAPITAL' }),
    divisionCode: identifier({ national: '100.REGION_CODE' }),
    address: text({ national: '100.LEGAL_UNIT_ADDRESS' }),
    contactName: text({ national: '100.LEGAL_CONTACT', personal: 'name' }),
    contactPhone: text({ national: '100.LEGAL_CONTACT_PHONE', personal: 'phone' }),
    bankName: text({ national: '100.BASIC_BANK' }),
    bankAccount: identifier({ national: '100.BASIC_ACCOUNT_NO', personal: 'account' }),
    listedOn: date({ zh: '名录登记日期' }),
    registeredAt: timestamp({ zh: '注册时间' }),
    status: code(PARTY_STATUS, { national: '100.LEGAL_STATUS' }),
    modifiedAt: timestamp({ national: '100.DATA_TIMESTAMP' }),
  },
});

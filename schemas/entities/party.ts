/** A trading subject as one register shows it: an organisation or a natural person, in whatever role. */
import { PARTY_CODE_TYPE, PARTY_ROLE, PARTY_STATUS, PARTY_TYPE, REVIEW_STATUS } from '../codes/lists.ts';
import { CURRENCY } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, codes, date, flag, identifier, money, text, timestamp } from '../field.ts';

export const Party = defineEntity({
  name: 'party',
  table: 'parties',
  zh: '交易主体',
  en: 'trading party',
  dataSets: ['100', '101', '102', '103', '104', '105', '106', '107', '108', '109', '114', '115', '117', '118'],
  fields: {
    name: text({ national: '100.LEGAL_NAME', personal: 'party_name' }),
    formerName: text({ zh: '曾用名' }),
    shortName: text({ zh: '简称' }),
    /** Of a branch: the legal person it belongs to, as its name says. A branch is linked to it, never merged. */
    parentName: text({ zh: '所属法人名称（分支机构）' }),
    partyType: code(PARTY_TYPE, { national: '100.BIDDER_CODE_TYPE' }),
    partyRole: code(PARTY_ROLE, { zh: '主体角色' }),
    partyRoles: codes(PARTY_ROLE, { zh: '全部主体角色', national: '100.LEGAL_ROLE' }),
    legalCode: identifier({ national: ['100.LEGAL_CODE', '106.LEGAL_CODE', '115.LEGAL_CODE'], personal: 'party_code' }),
    /** What the register says the code is; its check digit decides what it is read as. */
    legalCodeType: code(PARTY_CODE_TYPE, { zh: '证件类型' }),
    uscc: identifier({ zh: '统一社会信用代码' }),
    organizationCode: identifier({ national: '100.ORGAN_NO' }),
    registrationNumber: identifier({ zh: '工商注册号' }),
    idNumber: identifier({ zh: '身份证号', personal: 'id_number' }),
    licenceNumber: identifier({ national: '100.LICENSE_NO' }),
    budgetUnitCode: identifier({ zh: '预算单位编码' }),
    legalRepresentative: text({ national: '100.LEGAL_REPRESENT', personal: 'name' }),
    representativeIdNumber: identifier({ zh: '法定代表人身份证号', personal: 'id_number' }),
    representativePhone: text({ national: '100.REPRESENT_PHONE', personal: 'phone' }),
    industryCode: identifier({ national: '100.LEGAL_INDUSTRY' }),
    registeredCapital: money({ national: '100.REG_CAPITAL' }),
    capitalCurrency: code(CURRENCY, { national: '100.REG_CAP_CURRENCY' }),
    foundedOn: date({ zh: '成立日期' }),
    licenceEndsOn: date({ national: '100.LICENSE_END_DATE' }),
    licenceOpenEnded: flag({ zh: '营业期限长期' }),
    qualificationText: text({ zh: '资质（文字）' }),
    divisionCode: identifier({ national: '100.REGION_CODE' }),
    provinceCode: identifier({ national: '100.REGISTER_PROVINCE' }),
    county: text({ zh: '区县' }),
    address: text({ national: '100.LEGAL_UNIT_ADDRESS' }),
    postcode: identifier({ national: '100.LEGAL_ZIP_CODE' }),
    contactName: text({ national: '100.LEGAL_CONTACT', personal: 'name' }),
    contactPhone: text({ national: '100.LEGAL_CONTACT_PHONE', personal: 'phone' }),
    email: text({ national: '100.LEGAL_EMAIL', personal: 'account' }),
    bankName: text({ national: '100.BASIC_BANK' }),
    bankAccount: identifier({ national: '100.BASIC_ACCOUNT_NO', personal: 'account' }),
    listedOn: date({ zh: '名录登记日期' }),
    registeredAt: timestamp({ zh: '注册时间' }),
    reviewStatus: code(REVIEW_STATUS, { zh: '审核状态' }),
    status: code(PARTY_STATUS, { national: '100.LEGAL_STATUS' }),
    modifiedAt: timestamp({ national: '100.DATA_TIMESTAMP' }),
  },
});

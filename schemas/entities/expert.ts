/** An expert as one pool or record shows the person. Not yet a member of the unified pool. */
import { EXPERT_BASE_TYPE, EXPERT_STATUS, GENDER } from '../codes/lists.ts';
import { ID_DOCUMENT_TYPE } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, date, flag, identifier, text, timestamp } from '../field.ts';

export const Expert = defineEntity({
  name: 'expert',
  table: 'experts',
  zh: '专家',
  en: 'expert',
  dataSets: ['212', '213'],
  fields: {
    expertNumber: identifier({ zh: '专家编号' }),
    name: text({ national: ['213.EXPERT_NAME', '212.EXPERT_NAME'], personal: 'name' }),
    gender: code(GENDER, { national: '213.SEX' }),
    documentType: code(ID_DOCUMENT_TYPE, { national: '212.ID_CARD_TYPE' }),
    idNumber: identifier({ national: '213.ID_CARD', personal: 'id_number' }),
    /** Of a document that is no ID card. */
    documentNumber: identifier({ zh: '其他证件号码', personal: 'id_number' }),
    birthDate: date({ national: '213.BIRTHDAY', personal: 'birth_date' }),
    education: text({ national: '213.EDUCATION' }),
    title: text({ national: '213.PROFESSIONAL' }),
    titleCertificate: identifier({ zh: '职称证书号' }),
    employer: text({ national: '213.COMPANY' }),
    duty: text({ national: '213.DUTY' }),
    workingSince: text({ zh: '参加工作时间', national: '212.WORK_YEAR' }),
    employed: flag({ national: '213.ONWORK' }),
    mobile: text({ national: '213.PHONE_NUMBER', personal: 'phone' }),
    otherPhone: text({ national: '213.OTHER_NUMBER', personal: 'phone' }),
    address: text({ national: '213.POST_ADDRESS', personal: 'address' }),
    divisionCode: identifier({ national: '213.AREA' }),
    enteredAt: timestamp({ national: '213.ENTER_DATE' }),
    baseType: code(EXPERT_BASE_TYPE, { national: '213.BASE_TYPE' }),
    status: code(EXPERT_STATUS, { national: '213.DMISSON' }),
    modifiedAt: timestamp({ national: '213.DATA_TIMESTAMP' }),
  },
});

/** A registered practitioner and the registration held. */
import { GENDER } from '../codes/lists.ts';
import { ID_DOCUMENT_TYPE } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, identifier, reference, text, timestamp } from '../field.ts';

export const Practitioner = defineEntity({
  name: 'practitioner',
  table: 'practitioners',
  zh: '执业人员',
  en: 'practitioner',
  dataSets: ['111', '112'],
  fields: {
    name: text({ national: '111.PERSON_NAME', personal: 'name' }),
    documentType: code(ID_DOCUMENT_TYPE, { national: '111.ID_CARD_TYPE' }),
    documentTypeText: text({ zh: '证件类型（原文）' }),
    idNumber: identifier({ national: '111.ID_CARD', personal: 'id_number' }),
    /** Of a document that is no ID card. */
    documentNumber: identifier({ zh: '其他证件号码', personal: 'id_number' }),
    gender: code(GENDER, { national: '111.GENDER' }),
    employerId: reference('party', { national: '111.UNIT_CODE' }),
    employerCode: identifier({ zh: '聘用单位代码' }),
    qualificationName: text({ national: '112.QUAL_NAME' }),
    registrationNumber: identifier({ national: '112.CERT_NO' }),
    specialty: text({ zh: '注册专业' }),
    mobile: text({ national: '111.PERSON_PHONE', personal: 'phone' }),
    modifiedAt: timestamp({ national: '111.DATA_TIMESTAMP' }),
  },
});
